//! What is wrong with a template, at its file and line. Turns the parser's words into ours.

use crate::settings::Mistake;
use std::path::PathBuf;
use tera::ErrorKind;

/// Where a template stands, for whoever mends it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// What people call it: its name below the directory.
    pub name: String,
    /// The file; none for what is built in.
    pub file: Option<PathBuf>,
    /// Its first line in that file, from 1.
    pub line: usize,
}

/// Every fault in `error`. `place` finds a template by the name it was parsed under.
pub(crate) fn faults(error: &tera::Error, place: &dyn Fn(&str) -> Option<Place>) -> Vec<Mistake> {
    let one = |name: &str, line: Option<usize>, problem: &str| vec![fault(place(name), name, line, problem)];
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            one(report.filename(), Some(report.span().start_line), report.message())
        }
        ErrorKind::CircularExtend { tpl, .. } => one(tpl, None, "extends itself, perhaps by way of others"),
        ErrorKind::CircularInclude { tpl, .. } => one(tpl, None, "includes itself, perhaps by way of others"),
        ErrorKind::MissingParent { current, parent } => {
            one(current, None, &format!("extends {parent}, which there is not"))
        }
        ErrorKind::Msg(text) => {
            let told = reports(text);
            if told.is_empty() {
                // The parser names no place, but perhaps a template.
                let named = text.split('`').skip(1).step_by(2).find_map(|name| Some((name, place(name)?.file?)));
                return named.map_or_else(|| one("", None, text), |(name, _)| one(name, None, text));
            }
            told.into_iter().map(|(name, line, problem)| fault(place(name), name, Some(line), problem)).collect()
        }
        other => one("", None, &other.to_string()),
    }
}

/// The reports within a text: each is `error: PROBLEM`, then `--> NAME:LINE:COLUMN` and the line itself.
fn reports(text: &str) -> Vec<(&str, usize, &str)> {
    let mut found = Vec::new();
    let mut problem = None;
    for line in text.lines() {
        if let Some(told) = line.strip_prefix("error: ") {
            problem = Some(told);
        } else if let (Some(told), Some(at)) = (problem, line.trim_start().strip_prefix("--> ")) {
            let mut parts = at.rsplitn(3, ':');
            let (_, line, name) = (parts.next(), parts.next(), parts.next());
            if let (Some(name), Some(Ok(line))) = (name, line.map(str::parse)) {
                found.push((name, line, told));
            }
            problem = None;
        }
    }
    found
}

fn fault(place: Option<Place>, name: &str, line: Option<usize>, problem: &str) -> Mistake {
    let problem = problem.trim().trim_end_matches('.');
    match place {
        Some(Place { name, file: Some(file), line: first }) => {
            let remedy = format!(
                "docs/templates.md says what it is given; what is built in is shown by: countersign templates export {name} --to DIR"
            );
            let line = line.map(|line| first + line.saturating_sub(1));
            Mistake { file: Some(file), line, ..Mistake::new("", problem, remedy) }
        }
        // A built-in template is whole by itself: what it builds on is not what it was.
        Some(Place { name, .. }) => {
            let at = line.map(|line| format!(", line {line}")).unwrap_or_default();
            let remedy = "What it extends, includes or uses must keep the blocks and components of the built-in one.";
            Mistake::new("templates.directory", format!("breaks the built-in {name}{at}: {problem}"), remedy)
        }
        None if name.is_empty() => Mistake::new("templates.directory", format!("cannot be used: {problem}"), ""),
        None => Mistake::new("templates.directory", format!("lacks {name}: {problem}"), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::reports;

    #[test]
    fn every_report_in_a_text_is_found_with_its_line() {
        let text = "error: Unknown filter `uper`\n  --> login.html:12:4\n   |\n12 | {{ a | uper }}\n   |    ^^^^\n\n\
                    error: Unknown template `x`\n --> partials/a.html:3:1\n  |\n";
        let found = [("login.html", 12, "Unknown filter `uper`"), ("partials/a.html", 3, "Unknown template `x`")];
        assert_eq!(reports(text), found);
    }
}
