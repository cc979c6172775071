//! Codes at one instant with each other, and with a new password.

use super::{EMAIL, ON, alice_with, code, confirm, left};
use crate::house::on_every_database;
use crate::visitor::Door;
use countersign::delivery::MessageKind::{LoginCode, ResetPassword};
use std::time::Duration;

#[test]
fn of_fifty_right_codes_at_one_instant_one_signs_in() {
    on_every_database(ON, |house| {
        alice_with(house, true, false);
        let code = code(&house.visitor(Door::Bearer), EMAIL, EMAIL, 0);
        let link = house.received(LoginCode, EMAIL, 0).link.unwrap();
        let entered = std::thread::scope(|scope| {
            let tries: Vec<_> = (0..50)
                .map(|nth| {
                    let (code, link) = (&code, &link);
                    scope.spawn(move || match nth % 5 {
                        0 => house.visitor(Door::Pages).post_form(link, &[]),
                        _ => confirm(&house.visitor(Door::ALL[nth % 3]), EMAIL, code),
                    })
                })
                .collect();
            let done: Vec<_> = tries.into_iter().map(|tried| tried.join().unwrap()).collect();
            let refused = done.iter().filter(|outcome| !outcome.is_done());
            assert!(refused.clone().all(|outcome| outcome.reply.status == 422), "{done:?}");
            assert!(refused.clone().all(|outcome| outcome.reply.cookies().count() == 0));
            done.len() - refused.count()
        });
        assert_eq!((entered, left(house)[0]), (1, 1));
        assert_eq!(house.count("SELECT count(*) FROM one_time_passwords"), 0);
    });
}

#[test]
fn a_code_that_races_with_a_reset_leaves_no_session_behind() {
    const ROUNDS: usize = 12;
    on_every_database(&format!("{ON}\n[otp]\nmax_per_hour = 1000\nmax_per_day = 1000"), |house| {
        alice_with(house, true, false);
        for round in 0..ROUNDS {
            let stranger = house.visitor(Door::Bearer);
            let code = code(&stranger, EMAIL, EMAIL, round);
            house.later(Duration::from_secs(60));
            stranger.submit("password/reset", &[("identifier", EMAIL)]).done();
            let reset = house.received(ResetPassword, EMAIL, round).code.unwrap();
            house.later(Duration::from_secs(60));
            let new = format!("the moles dig in evening {round}");
            let (entered, was_reset) = std::thread::scope(|scope| {
                let door = house.visitor(Door::Bearer);
                let all = [("identifier", EMAIL), ("code", reset.as_str()), ("new_password", new.as_str())];
                let resets = scope.spawn(move || door.submit("password/reset/confirm", &all));
                let tries: Vec<_> = (0..4)
                    .map(|nth| {
                        let code = &code;
                        scope.spawn(move || {
                            // Spread over the time that the new password takes to be hashed and stored.
                            let visitor = house.visitor(Door::Bearer);
                            (0..nth * 2 + round % 4).for_each(|_| drop(visitor.get("/healthz")));
                            confirm(&visitor, EMAIL, code)
                        })
                    })
                    .collect();
                let tries: Vec<_> = tries.into_iter().map(|tried| tried.join().unwrap()).collect();
                (tries, resets.join().unwrap())
            });
            assert_eq!(was_reset.reply.status, 204, "{was_reset:?}");
            assert!(entered.iter().filter(|outcome| outcome.is_done()).count() <= 1);
            // A code that is dead already is a try of none, so nothing is throttled.
            assert!(entered.iter().all(|outcome| matches!(outcome.reply.status, 200 | 422)), "{entered:?}");
            assert_eq!(left(house)[0], 0, "a session outlived the reset: {entered:?}");
        }
    });
}
