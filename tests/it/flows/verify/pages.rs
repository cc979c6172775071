//! What the pages ask for, and that they say what was done.

use super::{EMAIL, OPTIONAL, PHONE, carol};
use crate::house::on_every_database;
use crate::visitor::{Door, Outcome, Visitor};
use countersign::delivery::MessageKind::{VerifyEmail, VerifyPhone};
use std::time::Duration;

/// The names of the boxes, in order.
fn boxes(page: &str) -> Vec<&str> {
    let (_, main) = page.split_once("<main").unwrap();
    main.split(" name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The words on the buttons, in order.
fn buttons(page: &str) -> Vec<&str> {
    let buttons = page.split("<button").skip(1);
    buttons.map(|rest| rest.split_once('>').unwrap().1.split('<').next().unwrap()).collect()
}

/// Presses the button of this page that sends what is in the boxes elsewhere.
fn press_second(visitor: &Visitor<'_>, page: &str, fields: &[(&str, &str)]) -> Outcome {
    let action = page.split("formaction=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    visitor.post_form(&action.replace("&#x2F;", "/"), fields)
}

#[test]
fn signed_out_one_box_for_the_address_serves_both_buttons() {
    on_every_database(OPTIONAL, |house| {
        let registered = carol(house, Door::Bearer);
        for (kind, address, message) in [("email", EMAIL, VerifyEmail), ("phone", PHONE, VerifyPhone)] {
            let visitor = house.visitor(Door::Pages);
            let path = format!("/verify/{kind}");
            let page = visitor.get(&path).body;
            assert_eq!(boxes(&page), [kind, "code"]);
            // Enter presses the first.
            assert_eq!(buttons(&page), ["Verify", "Send another code"]);
            house.later(Duration::from_secs(60));
            // Whatever is in the other box goes along, and is not looked at.
            let sent = press_second(&visitor, &page, &[(kind, address), ("code", "BBBBBBBB")]).done();
            assert_eq!(sent.reply.header("location"), Some(&*format!("{path}?sent")));
            let code = house.received(message, address, 1).code.unwrap();
            let page = visitor.get(&format!("{path}?sent")).body;
            assert!(page.contains("a code is on its way"), "{page}");
            let posted = house.posted();
            let refused = press_second(&visitor, &page, &[(kind, ""), ("code", "")]);
            assert_eq!(boxes(&refused.reply.body), [kind, "code"]);
            refused.refused(&[&format!("{kind} required")]);
            press_second(&visitor, &page, &[(kind, address), ("other", "x")]).refused(&["# unknown_field"]);
            assert_eq!(house.posted(), posted);
            visitor.post_form(&path, &[(kind, address), ("code", &code)]).done();
            assert_eq!(registered.me().unwrap()[format!("{kind}_verified")], true);
        }
    });
}

#[test]
fn where_registration_sends_nothing_the_page_first_offers_to_send_a_code() {
    on_every_database("", |house| {
        let carol = carol(house, Door::Pages);
        assert_eq!(house.posted(), 0);
        for (kind, address, message) in [("email", EMAIL, VerifyEmail), ("phone", PHONE, VerifyPhone)] {
            let path = format!("/verify/{kind}");
            let page = carol.get(&path).body;
            assert!(!page.contains("from our message") && page.contains(address), "{page}");
            assert_eq!((boxes(&page), buttons(&page)), (vec!["code"], vec!["Send a code", "Verify"]));
            let sent = carol.post_form(&format!("{path}/resend"), &[]).done();
            let next = carol.get(sent.reply.header("location").unwrap()).body;
            assert!(next.contains("A code is on its way.") && next.contains("from our message"), "{next}");
            assert_eq!((boxes(&next), buttons(&next)), (vec!["code"], vec!["Verify", "Send another code"]));
            let throttled = carol.post_form(&format!("{path}/resend"), &[]);
            assert_eq!((throttled.reply.status, throttled.retry_after()), (429, Some(60)));
            assert_eq!(buttons(&throttled.reply.body), ["Send a code", "Verify"]);

            let visitor = house.visitor(Door::Pages);
            let page = visitor.get(&path).body;
            assert!(!page.contains("from our message"), "{page}");
            assert_eq!((boxes(&page), buttons(&page)), (vec![kind], vec!["Send a code"]));
            assert!(page.replace("&#x2F;", "/").contains(&format!("href=\"{path}?code\"")), "{page}");
            assert_eq!(boxes(&visitor.get(&format!("{path}?code")).body), [kind, "code"]);
            visitor.post_form(&format!("{path}/resend"), &[]).refused(&[&format!("{kind} required")]);
            let code = house.received(message, address, 0).code.unwrap();
            visitor.post_form(&path, &[(kind, address), ("code", &code)]).done();
            assert_eq!(carol.get(&path).header("location"), Some("/account"));
        }
    });
}
