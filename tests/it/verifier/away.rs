//! The service is silent, broken or gone: nobody's try is lost, and nobody who asks for a code waits for it.

use super::service::{Mood, Twilio, refusal, reply};
use super::{
    MINUTE, NEW, PHONE, Remote, WRONG, ask_reset, carol, counted, house_with, on_every_database, proved, reset, sent,
    settled, verify,
};
use crate::house::databases;
use crate::visitor::Door;
use serde_json::json;
use std::time::{Duration, Instant};

fn moods() -> Vec<(&'static str, Mood)> {
    let redirect = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
    let another = json!({"sid": "VE00000000000000000000000000000009", "to": "+4915123456780", "status": "approved"});
    vec![
        ("500", Mood::Says(refusal("500 Internal Server Error", 20500))),
        ("401", Mood::Says(refusal("401 Unauthorized", 20003))),
        ("429", Mood::Says(refusal("429 Too Many Requests", 20429))),
        ("malformed", Mood::Says("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{\"st".into())),
        ("no HTTP", Mood::Says("approved\r\n\r\n".into())),
        ("redirecting", Mood::Says(redirect.into())),
        ("somebody else's", Mood::Says(reply("200 OK", &another))),
    ]
}

#[test]
fn while_the_service_fails_the_answer_is_503_and_nothing_counts() {
    on_every_database("", |house, twilio| {
        carol(house);
        let code = sent(house, twilio, PHONE);
        for (name, mood) in moods() {
            twilio.mood(mood);
            for typed in [WRONG, &code, &code] {
                let outcome = verify(house, PHONE, typed);
                assert_eq!((outcome.reply.status, outcome.retry_after()), (503, Some(2)), "{name}: {outcome:?}");
                assert_eq!(outcome.mistakes, ["# unavailable"], "{name}");
            }
            assert_eq!((counted(house), proved(house)), ((0, 0), 0), "{name}");
            let pages = house.visitor(Door::Pages).post_form("/verify/phone", &[("phone", PHONE), ("code", &code)]);
            assert_eq!(pages.reply.status, 503, "{name}");
            assert!(!pages.reply.body.contains(&code), "{name}");
        }
        twilio.mood(Mood::Fine);
        verify(house, PHONE, &code).done();
    });
}

#[test]
fn a_wait_from_before_the_failure_stays_what_it_was() {
    on_every_database("", |house, twilio| {
        carol(house);
        let code = sent(house, twilio, PHONE);
        for _ in 0..3 {
            verify(house, PHONE, WRONG).refused(&["code invalid_code"]);
            house.later(MINUTE);
        }
        twilio.mood(Mood::Says(refusal("500 Internal Server Error", 20500)));
        for _ in 0..3 {
            assert_eq!(verify(house, PHONE, &code).reply.status, 503);
        }
        assert_eq!(counted(house), (3, 3));
        twilio.mood(Mood::Fine);
        verify(house, PHONE, WRONG).refused(&["code invalid_code"]);
        assert_eq!(verify(house, PHONE, &code).retry_after(), Some(8), "the fourth in a row");
        house.later(Duration::from_secs(8));
        verify(house, PHONE, &code).done();
    });
}

#[test]
fn a_reset_is_kept_for_when_the_service_is_back() {
    on_every_database("", |house, twilio| {
        carol(house);
        house.later(MINUTE);
        ask_reset(house, PHONE);
        let code = sent(house, twilio, PHONE);
        twilio.mood(Mood::Says(refusal("503 Service Unavailable", 0)));
        assert_eq!(reset(house, PHONE, &code, NEW).reply.status, 503);
        twilio.mood(Mood::Fine);
        reset(house, PHONE, &code, NEW).done();
    });
}

#[test]
fn a_silent_service_holds_up_only_those_who_ask_it() {
    for database in databases() {
        let twilio = Twilio::start();
        let patience = Duration::from_secs(2);
        let client = twilio.client();
        let remote = Remote(client.with_timeout(patience), Duration::ZERO);
        let house = house_with(database, "", remote);
        carol(&house);
        let code = sent(&house, &twilio, PHONE);
        twilio.mood(Mood::Says(String::new()));
        std::thread::scope(|scope| {
            let asking = scope.spawn(|| verify(&house, PHONE, &code));
            while twilio.checks() == 0 {
                std::thread::yield_now();
            }
            // More than there are database threads and connections, while one waits: all at once, and in no time.
            let begun = Instant::now();
            for _ in 0..40 {
                assert_eq!(house.visitor(Door::Bearer).get("/readyz").status, 200);
            }
            assert!(!asking.is_finished() || begun.elapsed() >= patience, "they went past the one that waits");
            let outcome = asking.join().unwrap();
            assert_eq!(outcome.reply.status, 503);
        });
        assert_eq!(counted(&house), (0, 0));
    }
}

#[test]
fn asking_for_a_code_never_waits_for_the_service_and_it_comes_when_the_service_is_back() {
    for database in databases() {
        let twilio = Twilio::start();
        let house = house_with(database, "", Remote(twilio.client().with_timeout(MINUTE), Duration::ZERO));
        twilio.mood(Mood::Says(String::new()));
        // Were it asked in the request, this would last a minute and end in 503.
        carol(&house);
        while twilio.starts() == 0 {
            std::thread::yield_now();
        }
        assert_eq!(house.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL"), 1);
        verify(&house, PHONE, WRONG).refused(&["code invalid_code"]);
        assert_eq!(twilio.checks(), 0, "there is nothing to ask about yet");
    }
}

#[test]
fn a_code_that_cannot_be_sent_is_tried_again_and_then_right() {
    on_every_database("", |house, twilio| {
        twilio.mood(Mood::Says(refusal("503 Service Unavailable", 0)));
        carol(house);
        while house.count("SELECT count(*) FROM outbox WHERE last_error IS NOT NULL") == 0 {
            std::thread::yield_now();
        }
        twilio.mood(Mood::Fine);
        house.later(MINUTE);
        verify(house, PHONE, &sent(house, twilio, PHONE)).done();
        assert_eq!(house.count("SELECT count(*) FROM outbox WHERE letter IS NOT NULL"), 0);
    });
}

#[test]
fn a_number_the_service_will_not_send_to_is_given_up() {
    on_every_database("", |house, twilio| {
        twilio.mood(Mood::Says(refusal("400 Bad Request", 60200)));
        carol(house);
        settled(house);
        assert_eq!(house.count("SELECT count(*) FROM outbox WHERE last_error LIKE '%60200%'"), 1);
        assert_eq!(twilio.starts(), 1);
    });
}

#[test]
fn a_code_that_was_replaced_while_it_waited_is_not_sent_any_more() {
    on_every_database("", |house, twilio| {
        twilio.mood(Mood::Says(refusal("503 Service Unavailable", 0)));
        carol(house);
        let until = |sql: &str| {
            while house.count(&format!("SELECT count(*) FROM outbox WHERE {sql}")) == 0 {
                std::thread::yield_now();
            }
        };
        until("last_error IS NOT NULL");
        house.later(MINUTE);
        super::resend(house, PHONE);
        house.later(MINUTE);
        until("dead_at IS NOT NULL");
        until("dead_at IS NULL AND last_error IS NOT NULL");
        let starts = twilio.starts();
        twilio.mood(Mood::Fine);
        house.later(MINUTE);
        verify(house, PHONE, &sent(house, twilio, PHONE)).done();
        assert_eq!(twilio.starts(), starts + 1);
        assert_eq!(
            house.count("SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL AND last_error LIKE '%replaced%'"),
            1
        );
    });
}
