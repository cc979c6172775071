//! Whoever asks learns nothing of who is there: known and unknown addresses, side by side, through the same requests.

use super::{NEW, OPTIONAL, WRONG, stranger};
use crate::house::{House, on_every_database};
use crate::people::person;
use countersign::accounts::Actor;
use serde_json::{Value, json};
use std::time::Duration;

const STEPS: usize = 120;

/// What a stranger does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Ask,
    Guess,
    Blank,
    Later(u64),
}

/// A script of deeds, the same for the same seed.
fn script(seed: u64) -> Vec<Deed> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = move |most: u64| {
        // xorshift64*
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % most
    };
    let deed = |_| match next(10) {
        0 | 1 => Deed::Ask,
        2 => Deed::Blank,
        3..=6 => Deed::Guess,
        7 => Deed::Later(1_000_000),
        8 => Deed::Later(next(90_000_000)),
        _ => Deed::Later(next(3) * 1_800_000_000),
    };
    (0..STEPS).map(deed).collect()
}

/// Everything a stranger sees of one deed.
type Seen = (u16, Option<u64>, String, Vec<(String, String)>);

/// What is seen of a script, of requests about `who`.
fn seen(house: &House, script: &[Deed], door: &str, who: &str) -> Vec<Seen> {
    let mut all = Vec::new();
    for deed in script {
        let (path, body): (String, Value) = match (deed, door) {
            (Deed::Later(micros), _) => {
                house.later(Duration::from_micros(*micros));
                continue;
            }
            (Deed::Ask, "login") => ("login/code".into(), json!({"identifier": who})),
            (Deed::Ask, "reset") => ("password/reset".into(), json!({"identifier": who})),
            (Deed::Ask, kind) => (format!("verify/{kind}/resend"), json!({kind: who})),
            (guess, door) => {
                let code = if matches!(guess, Deed::Blank) { "" } else { WRONG };
                match door {
                    "login" => ("login/code/confirm".into(), json!({"identifier": who, "code": code})),
                    "reset" => {
                        ("password/reset/confirm".into(), json!({"identifier": who, "code": code, "new_password": NEW}))
                    }
                    kind => (format!("verify/{kind}"), json!({kind: who, "code": code})),
                }
            }
        };
        let outcome = stranger(house, &path, &body);
        let headers = outcome.reply.headers.iter().filter(|(name, _)| name != "date" && name != "x-request-id");
        let mut headers: Vec<_> = headers.cloned().collect();
        headers.sort();
        all.push((outcome.reply.status, outcome.retry_after(), outcome.reply.body.clone(), headers));
    }
    all
}

/// What an account behind an address may be like: which addresses are proved, and whether it is active.
const LIKES: [(bool, bool, bool); 4] =
    [(false, false, true), (true, true, true), (false, true, true), (false, false, false)];

/// The doors, each as often as there are ways to call an account at it.
const DOORS: [&str; 8] = ["email", "phone", "reset", "reset", "reset", "login", "login", "login"];

/// Accounts of every sort, each for one door, so that nothing is held by what was sent through another; and how a
/// stranger calls them.
fn people(house: &House) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for (sort, (email_proved, phone_proved, active)) in LIKES.into_iter().enumerate() {
        for (way, door) in DOORS.into_iter().enumerate() {
            let (name, phone) = (format!("user{sort}{way}"), format!("+49151234567{sort}{way}"));
            let email = format!("{name}@example.org");
            let user = person(house, Some(&name), Some(&email), Some(&phone));
            house.work(|accounts, cx| {
                accounts.verify_by_hand(cx, Actor::Shell, user.id, email_proved, phone_proved)?;
                accounts.set_active(cx, Actor::Shell, user.id, active)
            });
            all.push((door, [&email, &phone, &email, &phone, &name, &email, &phone, &name][way].clone()));
        }
    }
    person(house, Some("nowhere"), None, None);
    all.push(("reset", "nowhere".into()));
    person(house, Some("nowhere.either"), None, None);
    all.push(("login", "nowhere.either".into()));
    all
}

#[test]
fn no_sequence_of_requests_tells_a_known_address_from_an_unknown_one() {
    let settings = format!("{OPTIONAL}\n[login]\nby_code = true");
    on_every_database(&settings, |known_house| {
        let unknown_house = House::build(known_house.database, &settings);
        for (seed, (door, who)) in people(known_house).into_iter().enumerate() {
            let script = script(seed as u64);
            let known = seen(known_house, &script, door, &who);
            let unknown = seen(&unknown_house, &script, door, &who);
            for (step, (known, unknown)) in known.iter().zip(&unknown).enumerate() {
                assert_eq!(known, unknown, "{door} {who}, reply {step} of {script:?}");
            }
            let statuses: Vec<u16> = known.iter().map(|seen| seen.0).collect();
            assert!([202, 422, 429].iter().all(|status| statuses.contains(status)), "{statuses:?}");
        }
    });
}

#[test]
fn an_unknown_address_has_the_whole_curve_of_a_known_one() {
    let settings = format!("{OPTIONAL}\n[login]\nby_code = true\n[otp]\nmax_attempts = 100");
    on_every_database(&settings, |house| {
        person(house, Some("ann"), Some("ann@example.org"), Some("+4915123456781"));
        for (name, phone) in [("eve", "+4915123456782"), ("finn", "+4915123456783")] {
            let user = person(house, Some(name), Some(&format!("{name}@example.org")), Some(phone));
            house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, user.id, true, true));
        }
        let mut script = vec![Deed::Ask];
        for n in 0..14 {
            script.extend([Deed::Guess, Deed::Guess, Deed::Later(1_000_000 * (1 << n.min(12)))]);
        }
        let pairs = [
            ("email", "ann@example.org", "nobody@example.org"),
            ("phone", "+4915123456781", "+4915123456799"),
            ("reset", "ann@example.org", "zoe@example.org"),
            ("reset", "+4915123456781", "+4915123456798"),
            ("login", "eve@example.org", "adam@example.org"),
            ("login", "+4915123456782", "+4915123456797"),
            ("login", "finn", "adam"),
        ];
        for (door, known, unknown) in pairs {
            let known = seen(house, &script, door, known);
            let unknown = seen(house, &script, door, unknown);
            assert_eq!(known, unknown, "{door}");
            let waits: Vec<u64> = known.iter().filter_map(|seen| seen.1).collect();
            assert_eq!(waits[..12], (0..12).map(|n| 1 << n).collect::<Vec<u64>>(), "{door}");
            house.later(Duration::from_hours(48));
        }
    });
}
