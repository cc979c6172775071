//! What `check` and `doctor` found, in words for the person at the shell or as JSON for programs, and the exit code.

use super::output::{Failure, say};
use crate::check::{About, Finding};
use crate::settings::Level;

/// Prints what was found. An error among it makes the command fail; warnings and advice do not. `more` is said at the end.
pub fn tell(mut found: Vec<Finding>, json: bool, more: &str) -> Result<(), Failure> {
    Finding::sort(&mut found);
    let count = |level| found.iter().filter(|one| one.level() == level).count();
    if json {
        say(&serde_json::to_string_pretty(&found).map_err(|cause| Failure::refused(cause.to_string()))?)?;
    } else {
        let mut heading: Option<About> = None;
        for one in &found {
            if heading != Some(one.about) {
                let space = if heading.is_some() { "\n" } else { "" };
                say(&format!("{space}{}", one.about.heading()))?;
                heading = Some(one.about);
            }
            say(&words(one))?;
        }
        let space = if found.is_empty() { "" } else { "\n" };
        say(&format!("{space}{}", sum(&count)))?;
        if !more.is_empty() {
            say(more)?;
        }
    }
    if count(Level::Error) == 0 { Ok(()) } else { Err(Failure::refused("")) }
}

/// Where it is and what is wrong, then what would work, then whom it concerns.
fn words(one: &Finding) -> String {
    let mut lines = vec![format!("  {}: {}", one.level().as_str(), one.mistake.told())];
    if !one.mistake.remedy.is_empty() {
        lines.push(format!("    {}", one.mistake.remedy));
    }
    if !one.examples.is_empty() {
        let all = one.examples.len() as u64 == one.count.unwrap_or_default();
        let word = if all { "Namely" } else { "For example" };
        lines.push(format!("    {word}: {}", one.examples.join(", ")));
    }
    // What servers and people have written goes to a terminal, which obeys some characters.
    lines.join("\n").replace(|c: char| c.is_control() && c != '\n', "\u{fffd}")
}

fn sum(count: &dyn Fn(Level) -> usize) -> String {
    let part = |level, one: &str, many: &str| match count(level) {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let parts = [
        part(Level::Error, "error", "errors"),
        part(Level::Warning, "warning", "warnings"),
        part(Level::Advice, "piece of advice", "pieces of advice"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "Everything is in order.".to_owned() } else { format!("{}.", parts.join(", ")) }
}
