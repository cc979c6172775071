//! Times and rates as people write them: `12h`, `1d12h`, `30/m`; knows nothing of which key they are for.

use std::fmt;
use std::time::Duration;

use super::types::Rate;

/// The units, largest first, in seconds.
const UNITS: [(char, u64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

/// Reads `10s`, `5m`, `12h`, `14d` or several together, the larger first, as in `1h30m`.
/// `None` when it is not written so, or is longer than can be counted.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    let mut seconds: u64 = 0;
    let mut units = UNITS.iter();
    let mut rest = text;
    loop {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let count: u64 = rest[..end].parse().ok()?;
        let unit = rest[end..].chars().next()?;
        // Going on in the same list refuses a unit twice, and a larger one after a smaller.
        let (_, worth) = units.find(|(letter, _)| *letter == unit)?;
        seconds = seconds.checked_add(count.checked_mul(*worth)?)?;
        rest = &rest[end + unit.len_utf8()..];
        if rest.is_empty() {
            return Some(Duration::from_secs(seconds));
        }
    }
}

/// Reads `30/m`: a count of at least 1 in one second, minute, hour or day.
pub(super) fn rate(text: &str) -> Option<Rate> {
    let (count, unit) = text.split_once('/')?;
    if !count.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let count = count.parse().ok().filter(|count| *count > 0)?;
    let (_, seconds) = UNITS.iter().find(|(letter, _)| unit.chars().eq([*letter]))?;
    Some(Rate { count, per: Duration::from_secs(*seconds) })
}

/// As `rate` reads it.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = UNITS.iter().find(|(_, seconds)| *seconds == self.per.as_secs()).map_or('s', |(letter, _)| *letter);
        write!(f, "{}/{unit}", self.count)
    }
}

/// Writes a time as [`duration`] reads it.
pub(super) fn written(seconds: u64) -> String {
    let mut rest = seconds;
    let mut text = String::new();
    for (letter, worth) in UNITS {
        if rest / worth > 0 {
            text.extend([(rest / worth).to_string(), letter.to_string()]);
        }
        rest %= worth;
    }
    if text.is_empty() { "0s".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written_alike() {
        for (text, seconds) in [("0s", 0), ("90s", 90), ("1h30m", 5400), ("14d", 1_209_600), ("1d2h3m4s", 93_784)] {
            assert_eq!(duration(text), Some(Duration::from_secs(seconds)), "{text}");
            assert_eq!(duration(&written(seconds)), Some(Duration::from_secs(seconds)), "{text}");
        }
        assert_eq!(written(5400), "1h30m");
    }

    #[test]
    fn anything_else_is_no_time() {
        for text in [
            "",
            "s",
            "5",
            "5 m",
            "-5m",
            "+5m",
            "5M",
            "30m1h",
            "1h1h",
            "1.5h",
            "5ms",
            "٣m",
            "5mé",
            "99999999999999999999s",
            "18446744073709551615d",
        ] {
            assert_eq!(duration(text), None, "{text}");
        }
    }

    #[test]
    fn a_rate_is_a_count_and_one_unit() {
        assert_eq!(rate("30/m"), Some(Rate { count: 30, per: Duration::from_mins(1) }));
        assert_eq!(rate("1/d").map(|rate| rate.per.as_secs()), Some(86_400));
        for text in ["", "30", "/m", "0/m", "-1/m", "+1/m", "30/", "30/mm", "30/w", "30/5m", "4294967296/s"] {
            assert_eq!(rate(text), None, "{text}");
        }
    }
}
