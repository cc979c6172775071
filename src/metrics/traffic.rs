//! Requests by the template of their path, their method and the class of their status. Never by anything that somebody
//! sent: the number of series is that of the routes.

use super::Page;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The upper ends of the buckets, in seconds.
const BOUNDS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
/// Methods by name; every other is one together.
const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/// Classes of statuses by name.
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

#[derive(Debug, Default)]
struct Series {
    /// Of each class.
    classes: [u64; CLASSES.len()],
    /// Those that took no longer than each bound.
    within: [u64; BOUNDS.len()],
    /// Seconds of all together.
    seconds: f64,
}

/// Requests answered since the start.
#[derive(Debug, Default)]
pub struct Traffic(Mutex<BTreeMap<(String, &'static str), Series>>);

impl Traffic {
    /// A request was answered. `route` is the template of its path, none where there is no such path.
    pub fn note(&self, route: Option<String>, method: &str, status: u16, took: Duration) {
        let method = METHODS.into_iter().find(|known| *known == method).unwrap_or("other");
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let series = all.entry((route.unwrap_or_else(|| "none".into()), method)).or_default();
        let class = usize::from(status / 100).clamp(1, CLASSES.len()) - 1;
        series.classes[class] += 1;
        series.seconds += took.as_secs_f64();
        for (bound, within) in BOUNDS.iter().zip(&mut series.within) {
            *within += u64::from(took.as_secs_f64() <= *bound);
        }
    }

    /// Tells of all requests.
    pub fn tell(&self, page: &mut Page) {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        page.family("http_requests_total", "Requests answered, by template of the path.", "counter");
        for ((route, method), series) in all.iter() {
            for (class, count) in CLASSES.iter().zip(series.classes).filter(|(_, count)| *count > 0) {
                let labels = [("route", route.as_str()), ("method", method), ("status", class)];
                page.sample("http_requests_total", &labels, &count);
            }
        }
        page.family("http_request_duration_seconds", "How long answers took.", "histogram");
        for ((route, method), series) in all.iter() {
            let labels = [("route", route.as_str()), ("method", method)];
            let count: u64 = series.classes.iter().sum();
            for (bound, within) in BOUNDS.iter().zip(series.within) {
                let bound = bound.to_string();
                let labels = [labels[0], labels[1], ("le", bound.as_str())];
                page.sample("http_request_duration_seconds_bucket", &labels, &within);
            }
            page.sample("http_request_duration_seconds_bucket", &[labels[0], labels[1], ("le", "+Inf")], &count);
            page.sample("http_request_duration_seconds_sum", &labels, &series.seconds);
            page.sample("http_request_duration_seconds_count", &labels, &count);
        }
    }
}
