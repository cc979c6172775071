//! How long a phone verifier takes to answer, and how long an answer without it should: the same. Knows no code.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many durations are remembered.
const REMEMBERED: usize = 32;
/// So long after it last failed to answer, and has not answered since, a service is taken to be away.
const AWAY: Duration = Duration::from_mins(1);

/// What the service took lately.
#[derive(Debug, Default)]
pub(super) struct Pace(Mutex<Lately>);

#[derive(Debug, Default)]
struct Lately {
    answers: VecDeque<Duration>,
    /// When it failed last, and how long that took; nothing once it has answered again.
    failure: Option<(Instant, Duration)>,
}

impl Pace {
    /// Remembers that the service took so long to answer, or not to.
    pub(super) fn remember(&self, took: Duration, answered: bool, now: Instant) {
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !answered {
            lately.failure = Some((now, took));
            return;
        }
        lately.failure = None;
        if lately.answers.len() == REMEMBERED {
            lately.answers.pop_front();
        }
        lately.answers.push_back(took);
    }

    /// How long a wrong code takes, with or without the service: as long as its slowest answer of late, and no less
    /// than usual.
    pub(super) fn wrong(&self, usual: Duration) -> Duration {
        let lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lately.answers.iter().copied().max().unwrap_or_default().max(usual)
    }

    /// How long it takes to find out that the service is away, while it is.
    pub(super) fn away(&self, now: Instant) -> Option<Duration> {
        let lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lately.failure.filter(|(at, _)| now.saturating_duration_since(*at) < AWAY).map(|(_, took)| took)
    }
}

#[cfg(test)]
mod tests {
    use super::{AWAY, Pace, REMEMBERED};
    use std::time::{Duration, Instant};

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn a_wrong_code_takes_as_long_as_the_slowest_answer_of_late_and_no_less_than_usual() {
        let (pace, now) = (Pace::default(), Instant::now());
        assert_eq!(pace.wrong(MS(500)), MS(500));
        pace.remember(MS(120), true, now);
        assert_eq!(pace.wrong(MS(500)), MS(500));
        pace.remember(MS(900), true, now);
        assert_eq!(pace.wrong(MS(500)), MS(900));
        for _ in 0..REMEMBERED {
            pace.remember(MS(130), true, now);
        }
        assert_eq!(pace.wrong(MS(100)), MS(130), "what was long ago is forgotten");
    }

    #[test]
    fn a_service_is_away_from_a_failure_until_an_answer_or_for_a_minute() {
        let (pace, now) = (Pace::default(), Instant::now());
        assert_eq!(pace.away(now), None);
        pace.remember(MS(5_000), false, now);
        assert_eq!(pace.away(now + AWAY / 2), Some(MS(5_000)));
        assert_eq!(pace.away(now + AWAY), None);
        assert_eq!(pace.wrong(MS(500)), MS(500), "a failure is no answer");
        pace.remember(MS(100), true, now);
        assert_eq!(pace.away(now), None);
    }
}
