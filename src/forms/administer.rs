//! What those who administer narrow lists down by. Pure.

use super::field::Field;
use super::filters::Filters;
use crate::phrase::Phrase;

/// The overview: how far back.
#[must_use]
pub fn overview() -> Filters {
    let spans = [
        ("24h", Phrase::new("admin-overview-span-day")),
        ("7d", Phrase::new("admin-overview-span-week")),
        ("30d", Phrase::new("admin-overview-span-month")),
    ];
    Filters { fields: vec![Filters::one_of("span", Phrase::new("admin-overview-span"), spans)] }
}

/// Messages: how it stands with them.
#[must_use]
pub fn messages() -> Filters {
    let states = [
        ("waiting", Phrase::new("admin-messages-waiting")),
        ("failed", Phrase::new("admin-messages-failed")),
        ("dead", Phrase::new("admin-messages-dead")),
        ("sent", Phrase::new("admin-messages-sent")),
    ];
    Filters { fields: vec![Filters::one_of("state", Phrase::new("admin-rows-state"), states)] }
}

/// One-time passwords: what for, and by which way.
#[must_use]
pub fn tokens() -> Filters {
    let purposes = [
        ("verify", Phrase::new("admin-tokens-verify")),
        ("reset", Phrase::new("admin-tokens-reset")),
        ("login", Phrase::new("admin-tokens-login")),
        ("change", Phrase::new("admin-tokens-change")),
    ];
    let channels = [("email", Phrase::new("admin-tokens-email")), ("phone", Phrase::new("admin-tokens-phone"))];
    Filters {
        fields: vec![
            Filters::one_of("purpose", Phrase::new("admin-tokens-purpose"), purposes),
            Filters::one_of("channel", Phrase::new("admin-tokens-channel"), channels),
        ],
    }
}

/// Events: what, to whom, from where, when. `kinds` are those there are, each a name and its words.
#[must_use]
pub fn events(kinds: impl IntoIterator<Item = (&'static str, Phrase)>) -> Filters {
    let fields: Vec<Field> = vec![
        Filters::one_of("kind", Phrase::new("admin-events-what"), kinds),
        Filters::text("account", Phrase::new("admin-rows-account")),
        Filters::text("network", Phrase::new("admin-events-network")),
        Filters::day("since", Phrase::new("admin-events-since")),
        Filters::day("until", Phrase::new("admin-events-until")),
    ];
    Filters { fields }
}
