//! The wait after the n-th wrong code, from the first to the cap, at every door that takes a code.

use super::{EMAIL, OPTIONAL, PHONE, WRONG, ask_reset, carol, resend, reset, verify};
use crate::house::{House, on_every_database};
use crate::visitor::Outcome;
use countersign::delivery::MessageKind::{self, ResetPassword, VerifyEmail, VerifyPhone};
use std::time::Duration;

/// Codes live long and attempts are many, so that only the waits are seen.
const PATIENT: &str = "[otp]\nmax_attempts = 100\nresend_interval = \"1s\"\nmax_per_hour = 1000\nmax_per_day = 10000";

/// A door that takes a code: how to ask, how to try, and the message it comes in.
struct CodeDoor {
    name: &'static str,
    ask: fn(&House),
    try_code: fn(&House, &str) -> Outcome,
    kind: MessageKind,
    to: &'static str,
}

fn doors() -> [CodeDoor; 4] {
    [
        CodeDoor {
            name: "verify email",
            ask: |house| drop(resend(house, "email", EMAIL).done()),
            try_code: |house, code| verify(house, "email", EMAIL, code),
            kind: VerifyEmail,
            to: EMAIL,
        },
        CodeDoor {
            name: "verify phone",
            ask: |house| drop(resend(house, "phone", PHONE).done()),
            try_code: |house, code| verify(house, "phone", PHONE, code),
            kind: VerifyPhone,
            to: PHONE,
        },
        CodeDoor {
            name: "reset by email",
            ask: |house| drop(ask_reset(house, EMAIL).done()),
            try_code: |house, code| reset(house, EMAIL, code),
            kind: ResetPassword,
            to: EMAIL,
        },
        CodeDoor {
            name: "reset by phone",
            ask: |house| drop(ask_reset(house, PHONE).done()),
            try_code: |house, code| reset(house, PHONE, code),
            kind: ResetPassword,
            to: PHONE,
        },
    ]
}

/// 2^(n-1) seconds, at most `cap`.
fn wait(n: u32, cap: u64) -> u64 {
    1_u64.checked_shl(n - 1).unwrap_or(u64::MAX).min(cap)
}

#[test]
fn the_wait_doubles_from_one_second_to_max_wait_and_stays_there() {
    for (max_wait, cap, tries) in [("1h", 3600, 15), ("10s", 10, 8), ("1s", 1, 4), ("100s", 100, 10)] {
        let settings = format!("{OPTIONAL}\n{PATIENT}\nmax_wait = \"{max_wait}\"");
        on_every_database(&settings, |house| {
            for door in doors() {
                let house = House::build(house.database, &settings);
                carol(&house);
                house.later(Duration::from_secs(60));
                (door.ask)(&house);
                for n in 1..=tries {
                    (door.try_code)(&house, WRONG).refused(&["code invalid_code"]);
                    let wait = wait(n, cap);
                    for (later, left) in [(0, wait), (wait * 1_000_000 - 1, 1)] {
                        house.later(Duration::from_micros(later));
                        let throttled = (door.try_code)(&house, WRONG);
                        let told = (throttled.reply.status, throttled.retry_after());
                        assert_eq!(told, (429, Some(left)), "{} after {n} wrong codes", door.name);
                        throttled.refused(&["# throttled"]);
                    }
                    house.later(Duration::from_micros(1));
                }
                // Right at the end of the longest wait a right one is right, and the count begins anew.
                let nth = usize::from(matches!(door.kind, VerifyEmail | VerifyPhone)) + 1;
                (door.ask)(&house);
                let code = house.received(door.kind, door.to, nth).code.unwrap();
                (door.try_code)(&house, &code).done();
                if door.kind == ResetPassword {
                    house.later(Duration::from_secs(3600));
                    (door.ask)(&house);
                    (door.try_code)(&house, WRONG).refused(&["code invalid_code"]);
                    assert_eq!((door.try_code)(&house, WRONG).retry_after(), Some(1));
                }
            }
        });
    }
}

#[test]
fn the_count_and_the_wait_outlive_the_process() {
    on_every_database(&format!("{OPTIONAL}\n{PATIENT}"), |house| {
        carol(house);
        for n in 1..=12 {
            // Another process each time.
            let next = house.twin(&house.url, &format!("{OPTIONAL}\n{PATIENT}"));
            verify(&next, "email", EMAIL, WRONG).refused(&["code invalid_code"]);
            let after = house.twin(&house.url, &format!("{OPTIONAL}\n{PATIENT}"));
            assert_eq!(verify(&after, "email", EMAIL, WRONG).retry_after(), Some(wait(n, 3600)));
            house.later(Duration::from_secs(wait(n, 3600)));
        }
    });
}

#[test]
fn every_address_and_purpose_has_a_wait_of_its_own() {
    on_every_database(OPTIONAL, |house| {
        carol(house);
        house.later(Duration::from_secs(60));
        ask_reset(house, PHONE).done();
        verify(house, "email", EMAIL, WRONG).refused(&["code invalid_code"]);
        assert_eq!(verify(house, "email", EMAIL, WRONG).reply.status, 429);
        for _ in 0..2 {
            // No code to reset by email is open, so nothing counts there.
            reset(house, EMAIL, WRONG).refused(&["code invalid_code"]);
        }
        reset(house, PHONE, WRONG).refused(&["code invalid_code"]);
        assert_eq!(reset(house, PHONE, WRONG).reply.status, 429);
        let code = house.received(VerifyPhone, PHONE, 0).code.unwrap();
        verify(house, "phone", PHONE, &code).done();
    });
}
