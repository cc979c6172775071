//! Whoever is refused learns nothing of why.

use crate::house::{House, through_every_door};
use crate::people::{PASSWORD, WRONG, person};
use crate::visitor::{Door, Reply};
use countersign::accounts::Actor;
use countersign::db::User;
use countersign::db::users::NewUser;
use countersign::identifiers::Username;

/// What a stranger can compare: status, headers and body, without what is different for every request anyway.
fn seen(reply: &Reply, typed: &str) -> (u16, Vec<(String, String)>, String) {
    let mut headers = reply.headers.clone();
    headers.retain(|(name, _)| name != "x-request-id" && name != "date" && name != "content-length");
    headers.sort();
    (reply.status, headers, reply.body.replace(typed, "TYPED"))
}

fn without_password(house: &House, name: &str) -> User {
    let new = NewUser { username: Some(Username::parse(name).unwrap()), ..NewUser::default() };
    house.work(|accounts, cx| accounts.create_user(cx, new, None))
}

#[test]
fn unknown_wrong_inactive_and_passwordless_get_the_same_reply_for_one_hash() {
    through_every_door("", |house, first| {
        person(house, Some("carol"), Some("carol@example.org"), Some("+4915123456789"));
        let inactive = person(house, Some("dave"), None, None);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, inactive.id, false));
        without_password(house, "erin");
        let odd = person(house, Some("frank"), None, None);
        let bogus = |conn: &mut _| countersign::db::users::set_password(conn, odd.id, "nonsense$of$no$format");
        assert!(house.work(|_, cx| cx.db.write(bogus)));
        let old = person(house, Some("grace"), None, None);
        let pbkdf2 = "pbkdf2_sha256$1000$salty$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        assert!(house.work(|_, cx| cx.db.write(|conn| countersign::db::users::set_password(conn, old.id, pbkdf2))));
        let huge = "bees ".repeat(300);
        let unusable = "!";

        let cases: &[(&str, &str)] = &[
            ("carol", WRONG),
            ("carol@example.org", WRONG),
            ("+4915123456789", WRONG),
            ("nobody", PASSWORD),
            ("nobody@example.org", PASSWORD),
            ("+4915123456700", PASSWORD),
            ("dave", PASSWORD),
            ("dave", WRONG),
            ("erin", PASSWORD),
            ("erin", unusable),
            ("frank", PASSWORD),
            ("frank", "nonsense$of$no$format"),
            ("grace", PASSWORD),
            ("9 nobody's", PASSWORD),
            ("@", PASSWORD),
            ("no address@", PASSWORD),
            ("nobody-at-all", "nul\0inside"),
            ("carol", "nul\0inside"),
            ("carol", &huge),
            ("nobody-at-all", &huge),
            ("carol", " "),
        ];
        let mut expected = None;
        for (typed, password) in cases {
            house.sql("DELETE FROM login_failures");
            let visitor = house.visitor(first.door);
            let fields = [("identifier", *typed), ("password", *password)];
            let (hashes, outcome) = house.hashes_of(|| visitor.login(&fields));
            let escaped = typed.replace('\'', "&#x27;");
            let escaped = if outcome.reply.body.contains(&escaped) { escaped } else { typed.replace('\'', "&#39;") };
            let now = seen(&outcome.refused(&["# invalid_credentials"]).reply, &escaped);
            let now = (now.0, now.1, now.2.replace("value=\"TYPED\"", "value=\"\""));
            assert_eq!(hashes, 1, "{typed} {password}");
            assert_eq!(house.count("SELECT count(*) FROM login_failures"), 1, "{typed}");
            assert_eq!(visitor.me(), None);
            assert_eq!(expected.get_or_insert_with(|| now.clone()), &now, "{typed} {password}");
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
        assert_eq!(expected.unwrap().0, if first.door == Door::Pages { 422 } else { 401 });
    });
}

#[test]
fn a_password_is_right_only_exactly_as_it_was_chosen() {
    through_every_door("", |house, first| {
        person(house, Some("carol"), None, None);
        let changed = [
            PASSWORD.to_uppercase(),
            format!(" {PASSWORD}"),
            format!("{PASSWORD} "),
            format!("{PASSWORD}\0"),
            format!("{PASSWORD}\0{PASSWORD}"),
            PASSWORD[..PASSWORD.len() - 1].to_owned(),
            PASSWORD.replace(' ', "\u{a0}"),
        ];
        for password in changed {
            house.sql("DELETE FROM login_failures");
            let outcome = house.visitor(first.door).login(&[("username", "carol"), ("password", &password)]);
            outcome.refused(&["# invalid_credentials"]);
        }
        house.visitor(first.door).login(&[("username", "carol"), ("password", PASSWORD)]).done();
    });
}
