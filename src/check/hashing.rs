//! How long a password hash takes on this machine, and which cost would suit it. Computes a few.

use super::finding::{About, Finding};
use super::notes::Notes;
use crate::app::App;
use crate::passwords::Hasher;
use crate::settings::Level;
use std::time::{Duration, Instant};

/// So long people hardly notice, and whoever stole the hashes does.
const AIM: Duration = Duration::from_millis(300);
/// Quicker than this, guessing is cheap.
const QUICK: Duration = Duration::from_millis(50);
/// Slower than this, people wait, and few can sign in at once.
const SLOW: Duration = Duration::from_secs(2);
/// The costs that may be advised.
const COSTS: (u32, u32) = (10, 16);
/// Of so many hashes the quickest counts: the others waited for something.
const TRIES: u32 = 3;

/// What there is to say of the hasher in use, once a few of its hashes were timed. Takes up to some seconds.
#[must_use]
pub fn hashing(app: &App, hasher: &dyn Hasher) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::Machine);
    judge(app, quickest(hasher), &mut notes);
    notes.found
}

fn quickest(hasher: &dyn Hasher) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..TRIES {
        let begun = Instant::now();
        hasher.spend("");
        best = best.min(begun.elapsed());
        // Nothing to tell, or something so slow that once is enough.
        if (QUICK..=SLOW).contains(&best) || best > SLOW * 2 {
            break;
        }
    }
    best
}

fn judge(app: &App, took: Duration, notes: &mut Notes<'_>) {
    let passwords = &app.settings().passwords;
    let bcrypt = passwords.hasher == "bcrypt";
    let key = if bcrypt { "passwords.bcrypt_cost" } else { "passwords.hasher" };
    let ms = took.as_millis();
    if took > SLOW {
        let logins = f64::from(u32::try_from(passwords.max_concurrent_hashes).unwrap_or(u32::MAX)) / took.as_secs_f64();
        let problem = format!(
            "makes every sign-in take {ms} ms on this machine, and lets about {logins:.1} people a second sign in"
        );
        let remedy = if bcrypt {
            suits(passwords.bcrypt_cost, took)
        } else {
            "A machine with quicker cores helps, or bcrypt with a lower cost.".into()
        };
        notes.note(Level::Warning, key, None, problem, remedy);
    } else if took < QUICK && bcrypt && passwords.bcrypt_cost >= COSTS.0 {
        let problem = format!(
            "takes {ms} ms on this machine: whoever steals the hashes tries {} passwords a second with each core",
            1000 / ms.max(1)
        );
        notes.note(Level::Advice, key, None, problem, suits(passwords.bcrypt_cost, took));
    }
}

/// Each step doubles the time.
fn suits(cost: u32, took: Duration) -> String {
    let (mut cost, mut took) = (cost, took);
    while took > AIM && cost > COSTS.0 {
        (cost, took) = (cost - 1, took / 2);
    }
    while took * 2 <= AIM && cost < COSTS.1 {
        (cost, took) = (cost + 1, took * 2);
    }
    format!("Here {cost} would suit, with about {} ms.", took.as_millis())
}

#[cfg(test)]
mod tests {
    use super::suits;
    use std::time::Duration;

    #[test]
    fn the_cost_that_suits_takes_at_most_what_people_hardly_notice() {
        for (cost, ms, suiting) in [
            (12, 200, "Here 12 would suit, with about 200 ms."),
            (10, 20, "Here 13 would suit, with about 160 ms."),
            (16, 4000, "Here 12 would suit, with about 250 ms."),
            (10, 2000, "Here 10 would suit, with about 2000 ms."),
        ] {
            assert_eq!(suits(cost, Duration::from_millis(ms)), suiting);
        }
    }
}
