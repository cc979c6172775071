//! Links between the documents, and the list of chapters.

use super::{pages, root};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The text without what stands in blocks and between backticks: no link is one there.
fn prose(page: &str) -> String {
    let mut inside = false;
    let mut prose = String::new();
    for line in page.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if !inside {
            prose.extend(line.split('`').step_by(2));
            prose.push('\n');
        }
    }
    prose
}

/// Where the links of a page lead.
fn targets(page: &str) -> Vec<String> {
    let prose = prose(page);
    prose.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target.to_owned()).collect()
}

/// The anchors of a page, as its readers' programs make them of headings.
fn anchors(page: &str) -> BTreeSet<String> {
    let mut inside = false;
    let mut all = BTreeSet::new();
    for line in page.lines() {
        inside ^= line.starts_with("```");
        let Some(heading) = line.strip_prefix('#').filter(|_| !inside) else { continue };
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        all.insert(kept.map(|c| if c == ' ' { '-' } else { c }).collect());
    }
    all
}

#[test]
fn every_link_leads_somewhere() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, page) in pages() {
        for target in targets(&page) {
            if target.starts_with("http://") || target.starts_with("https://") {
                continue;
            }
            seen += 1;
            let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let there: PathBuf = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let found = match std::fs::read_to_string(&there) {
                Ok(text) => anchor.is_empty() || anchors(&text).contains(anchor),
                Err(_) => there.exists(),
            };
            if !found {
                wrong.push(format!("{}: {target}", path.strip_prefix(root()).unwrap().display()));
            }
        }
    }
    assert!(seen > 30, "the links were not found: {seen}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_list_of_chapters_has_every_page_once() {
    let listed = targets(&std::fs::read_to_string(root().join("docs/SUMMARY.md")).unwrap());
    let set: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    assert_eq!(set.len(), listed.len(), "a page is listed twice");
    let pages = pages();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let there: BTreeSet<String> = pages.iter().map(|(path, _)| name(path)).collect();
    let there: BTreeSet<&str> =
        there.iter().map(String::as_str).filter(|name| !matches!(*name, "SUMMARY.md" | "README.md")).collect();
    assert_eq!(set, there);
}
