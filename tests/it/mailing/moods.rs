//! Mail servers that are unfriendly, and registrations that do not mind.

use super::{address_of, arrived, by_smtp, command, register, registers, ring, until, until_messages};
use crate::delivery::server::{At, MailServer, Mood};
use crate::faults::{Program, at_every_site};
use crate::house::on_every_database;
use countersign::accounts::Actor;
use std::time::Duration;

const STEPS: [At; 6] = [At::Greeting, At::Ehlo, At::Mail, At::Rcpt, At::Data, At::Message];

#[test]
fn a_registration_is_answered_while_the_mail_server_holds_the_postman() {
    for at in STEPS {
        at_every_site(|site| {
            let server = MailServer::start(Mood::Waits(at), &[]);
            let program = Program::start(&mut command(site, &server.address.to_string()));
            assert_eq!(register(program.address, "carol").unwrap().0, 201);
            server.until_connections(1);
            // He stands there, and others are answered all the same.
            for n in 0..5 {
                assert_eq!(register(program.address, &format!("dave{n}")).unwrap().0, 201);
            }
            assert_eq!(server.ended(), 0, "{at:?}: the server held it all the time");
            assert_eq!(site.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL"), 0);
            server.mood(Mood::Fine);
            until("all is sent", || site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") == 0);
            assert_eq!((server.messages().len(), arrived(&server).len()), (6, 6), "{at:?}");
        });
    }
}

#[test]
fn a_registration_is_answered_by_a_site_whose_mail_server_refuses_and_its_message_arrives_later() {
    let cases = STEPS.map(|at| Mood::Says(at, "451 4.7.1 come back later")).into_iter();
    for mood in cases.chain(STEPS.map(Mood::HangsUp)) {
        let server = MailServer::start(mood, &[]);
        on_every_database(&by_smtp(&server), |house| {
            server.mood(mood);
            let before = server.messages().len();
            registers(house, "carol");
            until_messages(house, "last_error IS NOT NULL AND tries = 1 AND letter IS NOT NULL", 1);
            server.mood(Mood::Fine);
            // Due after five seconds and not before: whoever comes between is served.
            house.later(Duration::from_micros(4_999_999));
            registers(house, "dave");
            until_messages(house, "sent_at IS NOT NULL", 1);
            assert_eq!(super::header(server.messages().last().unwrap(), "To"), address_of("dave"));
            house.later(Duration::from_micros(1));
            ring(house);
            until_messages(house, "sent_at IS NOT NULL AND letter IS NULL AND last_error IS NULL", 2);
            assert_eq!(super::header(server.messages().last().unwrap(), "To"), address_of("carol"));
            // Some servers kept the message and hung up: then it is there twice.
            let more = server.messages().len() - before;
            assert_eq!(more, if mood == Mood::HangsUp(At::Message) { 3 } else { 2 }, "{mood:?}");
        });
    }
}

#[test]
fn a_message_refused_for_good_is_dead_with_the_reason_and_without_its_letter() {
    for at in [At::Mail, At::Rcpt, At::Data, At::Message] {
        let server = MailServer::start(Mood::Says(at, "550 5.1.1 no such mailbox"), &[]);
        on_every_database(&by_smtp(&server), |house| {
            registers(house, "carol");
            until_messages(house, "dead_at IS NOT NULL AND letter IS NULL AND last_error LIKE '%no such mailbox%'", 1);
            let listed = house.work(|accounts, cx| accounts.list_messages(cx, None, 10));
            assert_eq!(listed[0].tries, 1);
            // It stays dead, whatever is done.
            assert_eq!(house.work(|accounts, cx| accounts.retry_messages(cx)), 0);
            house.later(Duration::from_hours(2));
            registers(house, "dave");
            until_messages(house, "dead_at IS NOT NULL AND tries = 1", 2);
            assert!(server.messages().is_empty());
        });
    }
}

#[test]
fn a_code_past_its_time_is_not_sent_but_dead() {
    let server = MailServer::start(Mood::Fine, &[]);
    on_every_database(&by_smtp(&server), |house| {
        server.mood(Mood::Says(At::Greeting, "421 closed"));
        registers(house, "carol");
        until_messages(house, "last_error IS NOT NULL", 1);
        server.mood(Mood::Fine);
        let before = server.messages().len();
        house.later(Duration::from_secs(15 * 60));
        registers(house, "dave");
        until_messages(house, "sent_at IS NOT NULL", 1);
        until_messages(house, "dead_at IS NOT NULL AND letter IS NULL AND last_error LIKE '%code was over%'", 1);
        let sent = server.messages();
        assert_eq!((sent.len() - before, super::header(sent.last().unwrap(), "To")), (1, address_of("dave")));
    });
}

#[test]
fn an_instant_before_its_time_a_code_is_still_sent() {
    let server = MailServer::start(Mood::Fine, &[]);
    on_every_database(&by_smtp(&server), |house| {
        server.mood(Mood::Says(At::Greeting, "421 closed"));
        registers(house, "carol");
        until_messages(house, "last_error IS NOT NULL", 1);
        server.mood(Mood::Fine);
        house.later(Duration::from_micros(15 * 60 * 1_000_000 - 1));
        ring(house);
        until_messages(house, "sent_at IS NOT NULL", 1);
    });
}

#[test]
fn what_only_tells_something_is_tried_ten_times_over_hours_and_then_given_up() {
    let server = MailServer::start(Mood::Fine, &[]);
    on_every_database(&by_smtp(&server), |house| {
        let sent = server.messages().len();
        let alice = crate::people::alice(house);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, true, false));
        let visitor = house.visitor(crate::visitor::Door::Bearer);
        visitor.post_json("/api/v1/password/reset", &serde_json::json!({"identifier": "alice"})).done();
        until_messages(house, "sent_at IS NOT NULL", 1);
        let code = code_in(&server.messages()[sent]);
        server.mood(Mood::Says(At::Rcpt, "450 4.2.1 busy"));
        let confirm =
            serde_json::json!({"identifier": "alice", "code": code, "new_password": "the moles dig in the evening"});
        visitor.post_json("/api/v1/password/reset/confirm", &confirm).done();
        for (tries, wait) in (1..10).zip([5, 10, 20, 40, 80, 160, 320, 640, 1280]) {
            let so = format!("tries = {tries} AND letter IS NOT NULL AND last_error LIKE '%busy%'");
            until_messages(house, &so, 1);
            // The last error is that of the try before until this one is noted: the next is due, or it is not.
            until("the try is noted", || {
                house.work(|accounts, cx| {
                    let all = accounts.list_messages(cx, None, 2)?;
                    let notice = all.iter().find(|message| message.kind == "password_changed").unwrap();
                    Ok(notice.due_at.since(cx.now) == Duration::from_secs(wait))
                })
            });
            house.later(Duration::from_secs(wait));
            ring(house);
        }
        until_messages(house, "tries = 10 AND dead_at IS NOT NULL AND letter IS NULL AND last_error LIKE '%busy%'", 1);
        server.mood(Mood::Fine);
    });
}

/// The line that is a code and nothing else.
fn code_in(message: &str) -> String {
    let is_code = |line: &&str| line.len() == 8 && line.chars().all(|c| c.is_ascii_uppercase());
    message.lines().map(str::trim).find(is_code).unwrap_or_else(|| panic!("{message}")).to_owned()
}
