//! A small bar chart as its template draws it: where each bar stands and how high it is, in whole units. Knows no numbers
//! of any kind.

use crate::phrase::Phrase;
use serde_json::{Value, json};

/// How wide one step is, and how much of that its bar.
const STEP: i64 = 10;
const BAR: i64 = 8;
/// How high the highest bar is.
const HEIGHT: i64 = 64;
/// What is not nothing can be seen.
const LEAST: i64 = 2;

/// What happened in one step: when that was, how often it went well, and how often badly, which stands on top.
#[derive(Clone, Debug)]
pub struct Bar {
    /// In words.
    pub when: String,
    /// How often.
    pub good: i64,
    /// How often the other thing.
    pub bad: i64,
}

/// The chart. `name` is unique on its page; `title` and what the two things are called are ids of words. Where there is one
/// thing only, the other has no name.
pub fn chart(
    name: &str,
    title: &'static str,
    (good, bad): (Option<&'static str>, Option<&'static str>),
    bars: &[Bar],
) -> Value {
    let most = bars.iter().map(|bar| bar.good + bar.bad).max().unwrap_or_default();
    let height = |count: i64| if count == 0 { 0 } else { (count * HEIGHT / most.max(1)).max(LEAST) };
    let drawn = bars.iter().zip(0..).map(|(bar, at)| {
        let (low, high) = (height(bar.good), height(bar.bad));
        let low = low.min(HEIGHT - high);
        json!({
            "x": at * STEP + (STEP - BAR) / 2,
            "good": {"y": HEIGHT - low, "height": low},
            "bad": {"y": HEIGHT - low - high, "height": high},
        })
    });
    let highest = bars.iter().find(|bar| most > 0 && bar.good + bar.bad == most);
    json!({
        "name": name,
        "title": Phrase::new(title),
        "labels": {"good": good.map(Phrase::new), "bad": bad.map(Phrase::new)},
        "total": bars.iter().map(|bar| bar.good).sum::<i64>(),
        "total_bad": bars.iter().map(|bar| bar.bad).sum::<i64>(),
        "most": highest.map(|bar| json!({"count": most, "when": bar.when})),
        "width": STEP * i64::try_from(bars.len()).unwrap_or_default(),
        "bar": BAR,
        "height": HEIGHT,
        "bars": drawn.collect::<Vec<_>>(),
        "rows": bars.iter().map(|bar| json!({"when": bar.when, "good": bar.good, "bad": bar.bad})).collect::<Vec<_>>(),
        "first": bars.first().map(|bar| &bar.when),
        "last": bars.last().map(|bar| &bar.when),
    })
}

#[cfg(test)]
mod tests {
    use super::{Bar, chart};

    fn bars(counts: &[(i64, i64)]) -> Vec<Bar> {
        counts.iter().map(|(good, bad)| Bar { when: format!("{good}/{bad}"), good: *good, bad: *bad }).collect()
    }

    #[test]
    fn the_highest_bar_fills_the_chart_and_the_least_can_be_seen() {
        let all =
            chart("a", "A", (Some("good"), Some("bad")), &bars(&[(0, 0), (1, 0), (500, 500), (0, 1_000), (999, 1)]));
        let heights: Vec<(i64, i64)> = all["bars"]
            .as_array()
            .unwrap()
            .iter()
            .map(|bar| (bar["good"]["height"].as_i64().unwrap(), bar["bad"]["height"].as_i64().unwrap()))
            .collect();
        assert_eq!(heights, [(0, 0), (2, 0), (32, 32), (0, 64), (62, 2)]);
        assert_eq!((all["total"].as_i64(), all["total_bad"].as_i64()), (Some(1_500), Some(1_501)));
        assert_eq!(all["most"]["when"], "500/500");
    }

    #[test]
    fn where_nothing_happened_there_are_no_bars() {
        let all = chart("a", "A", (Some("good"), None), &bars(&[(0, 0), (0, 0)]));
        assert!(all["most"].is_null() && all["bars"][1]["good"]["height"] == 0);
        assert_eq!(chart("a", "A", (Some("good"), None), &[])["width"], 0);
    }
}
