//! The arithmetic of one limit, by a table and by properties over many made-up histories.

use countersign::db::Time;
use countersign::limits::Window;
use jiff::Timestamp;
use std::time::Duration;

fn at(micros: u64) -> Time {
    let start: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
    Time::from(start).after(Duration::from_micros(micros))
}

fn seconds(n: u64) -> u64 {
    n * 1_000_000
}

/// Numbers without any pattern that matters, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

#[test]
fn a_window_by_the_table() {
    // Uses of a limit of 3 in 60 s: at which second, and whether it fits.
    let cases: &[(&str, &[(u64, bool)])] = &[
        ("three at once fit, a fourth does not", &[(0, true), (0, true), (0, true), (0, false)]),
        ("full until the end of the window", &[(0, true), (0, true), (0, true), (59, false)]),
        ("what was refused is not counted", &[(0, true), (0, true), (0, true), (1, false), (2, false), (80, true)]),
        (
            "the window before fades",
            &[(0, true), (0, true), (0, true), (60, false), (79, false), (81, true), (82, false)],
        ),
        ("faded by two thirds", &[(0, true), (0, true), (0, true), (101, true), (101, true), (101, false)]),
        (
            "two windows later all is forgotten",
            &[(0, true), (0, true), (0, true), (120, true), (120, true), (120, true)],
        ),
        ("a window begins with a use, not with the minute", &[(59, true), (60, true), (61, true), (62, false)]),
    ];
    for (name, uses) in cases {
        let mut window = Window::new(at(seconds(uses[0].0)));
        for (second, fits) in *uses {
            let taken = window.take(3, Duration::from_secs(60), at(seconds(*second)));
            assert_eq!(taken.is_ok(), *fits, "{name}: second {second}: {window:?}");
        }
    }
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut window = Window::new(at(0));
    for _ in 0..3 {
        window.take(3, Duration::from_secs(60), at(0)).unwrap();
    }
    let before = window;
    assert!(window.take(3, Duration::from_secs(60), at(seconds(7))).is_err());
    assert_eq!(window, before);
}

#[test]
fn a_clock_set_back_shuts_nobody_out_and_lets_no_more_than_the_rate_in() {
    let per = Duration::from_secs(60);
    let mut window = Window::new(at(seconds(3600)));
    for _ in 0..3 {
        window.take(3, per, at(seconds(3600))).unwrap();
    }
    let fits = (0..10).filter(|_| window.take(3, per, at(0)).is_ok()).count();
    assert_eq!(fits, 3);
    let wait = window.take(3, per, at(0)).unwrap_err();
    assert!(wait <= per * 2, "{wait:?}");
}

/// Every history of uses: no span of `per` from a standing start holds more than `count`, none at all twice as many.
#[test]
fn no_history_gets_more_than_the_rate_out_of_it() {
    let mut numbers = Numbers(1);
    for round in 0..2_000 {
        let count = u32::try_from(1 + numbers.below(40)).unwrap();
        let per = Duration::from_secs([1, 60, 3600, 86_400][usize::try_from(numbers.below(4)).unwrap()]);
        let whole = u64::try_from(per.as_micros()).unwrap();
        let mut now = 0;
        let mut window = Window::new(at(0));
        let mut uses: Vec<u64> = Vec::new();
        for _ in 0..200 {
            if window.take(count, per, at(now)).is_ok() {
                uses.push(now);
            }
            now += match numbers.below(6) {
                0 => 0,
                1 => 1,
                2 => whole - 1,
                3 => whole,
                _ => numbers.below(whole / 4),
            };
        }
        let limit = usize::try_from(count).unwrap();
        for (n, first) in uses.iter().enumerate() {
            let within = uses.iter().filter(|used| (*first..first + whole).contains(*used)).count();
            let standing = n == 0 || first - uses[n - 1] >= 2 * whole;
            let most = if standing { limit } else { 2 * limit - 1 };
            assert!(within <= most, "round {round}: {within} uses of {count} in {per:?}, from use {n} on");
        }
    }
}

/// Whoever waits as long as was said gets in: to the microsecond, and as the header says it, in whole seconds.
#[test]
fn the_wait_that_is_told_is_enough() {
    let mut numbers = Numbers(2);
    let mut refused = 0;
    for round in 0..2_000 {
        let count = u32::try_from(1 + numbers.below(120)).unwrap();
        let per = Duration::from_secs([1, 60, 3600, 86_400][usize::try_from(numbers.below(4)).unwrap()]);
        let whole = u64::try_from(per.as_micros()).unwrap();
        let mut now = 0;
        let mut window = Window::new(at(0));
        for _ in 0..300 {
            if let Err(wait) = window.take(count, per, at(now)) {
                refused += 1;
                assert!(wait <= per * 2, "round {round}: {wait:?} for {count} in {per:?}");
                let header = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
                let mut after = window;
                let told = after.take(count, per, at(now + header * 1_000_000));
                assert_eq!(told, Ok(()), "round {round}: {count} in {per:?}: after {header} s of {wait:?}: {window:?}");
                let exact = u64::try_from(wait.as_nanos().div_ceil(1000)).unwrap();
                let mut after = window;
                let told = after.take(count, per, at(now + exact));
                assert_eq!(told, Ok(()), "round {round}: {count} in {per:?}: after {wait:?}: {window:?}");
            }
            // On whole seconds mostly, where rounding would show.
            let steps = whole / 1_000_000;
            now += if numbers.below(4) == 0 {
                numbers.below(whole / 8)
            } else {
                numbers.below(steps / 20 + 2) * 1_000_000
            };
        }
    }
    assert!(refused > 10_000, "{refused}");
}

/// And one microsecond before, nobody would have got in for the asking: the wait is no longer than it has to be.
#[test]
fn the_wait_that_is_told_is_no_longer_than_it_has_to_be() {
    let per = Duration::from_secs(60);
    for count in [1, 2, 3, 5, 30, 100] {
        let mut window = Window::new(at(0));
        for _ in 0..count {
            window.take(count, per, at(0)).unwrap();
        }
        let wait = window.take(count, per, at(0)).unwrap_err();
        let before = u64::try_from(wait.as_micros()).unwrap() - 2;
        assert!(window.take(count, per, at(before)).is_err(), "{count}: {wait:?}");
    }
}
