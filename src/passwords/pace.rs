//! How long refusals take, and how long they should: the same whatever hash an account has; knows nothing of passwords.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How many durations of a kind are remembered.
const REMEMBERED: usize = 64;
/// How many kinds are told apart. A database has a handful.
const KINDS: usize = 32;

/// What hashes of each kind took lately. Kinds are texts such as `pbkdf2_sha256$600000`.
#[derive(Default)]
pub(super) struct Pace(Mutex<BTreeMap<String, VecDeque<Duration>>>);

impl Pace {
    /// Remembers what one hash took.
    pub(super) fn remember(&self, kind: &str, took: Duration) {
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !kinds.contains_key(kind) && kinds.len() == KINDS {
            return;
        }
        let durations = kinds.entry(kind.to_owned()).or_default();
        if durations.len() == REMEMBERED {
            durations.pop_front();
        }
        durations.push_back(took);
    }

    /// Whether this kind was ever measured.
    pub(super) fn knows(&self, kind: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains_key(kind)
    }

    /// How long a refusal that took `took` with a hash of this kind has still to last, so that it looks like one of the dearest kind: each time
    /// like another of those remembered, so that they scatter alike.
    pub(super) fn lacking(&self, kind: &str, took: Duration) -> Duration {
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((dearest, durations)) = kinds.iter_mut().max_by_key(|(_, durations)| median(durations)) else {
            return Duration::ZERO;
        };
        if dearest == kind {
            return Duration::ZERO;
        }
        let Some(one) = durations.pop_front() else { return Duration::ZERO };
        durations.push_back(one);
        one.saturating_sub(took)
    }
}

fn median(durations: &VecDeque<Duration>) -> Option<Duration> {
    let mut sorted: Vec<_> = durations.iter().copied().collect();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::Pace;
    use std::time::Duration;

    const fn ms(n: u64) -> Duration {
        Duration::from_millis(n)
    }

    #[test]
    fn every_refusal_lasts_as_long_as_one_of_the_dearest_kind() {
        let pace = Pace::default();
        assert_eq!(pace.lacking("bcrypt", ms(5)), ms(0), "nothing was measured");
        for took in [100, 110, 90] {
            pace.remember("bcrypt", ms(took));
        }
        pace.remember("pbkdf2", ms(20));
        assert_eq!(pace.lacking("bcrypt", ms(100)), ms(0), "the dearest itself never idles");
        let idled: Vec<_> = (0..3).map(|_| pace.lacking("pbkdf2", ms(20))).collect();
        assert_eq!(idled, [ms(80), ms(90), ms(70)], "scattered as the dearest scatters");
        pace.remember("scrypt", ms(300));
        assert_eq!(pace.lacking("bcrypt", ms(100)), ms(200), "a dearer kind sets the pace from then on");
        assert_eq!(pace.lacking("pbkdf2", ms(400)), ms(0), "what took longer is not made shorter");
    }
}
