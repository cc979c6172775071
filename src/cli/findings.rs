//! What an import has to tell: into the report, at once and whole; onto the screen, as a summary.

use super::output::{Failure, say};
use crate::accounts::Import;
use crate::error::{Error, Result};
use crate::moving::{Finding, Rule};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// So many are shown on the screen; JSON has a few more.
const SHOWN: usize = 20;
const IN_JSON: usize = 100;

/// What was found so far.
pub struct Findings {
    report: Option<(PathBuf, File)>,
    dry_run: bool,
    first: Vec<Finding>,
    counts: BTreeMap<Rule, u64>,
    batch: Vec<Finding>,
}

impl Findings {
    /// Nothing yet. A report that is there is added to: it may tell of accounts that came in before the import was broken off.
    pub fn new(report: Option<&Path>, dry_run: bool) -> std::result::Result<Self, Failure> {
        let open = |path: &Path| {
            let mut options = std::fs::OpenOptions::new();
            options.create(true).append(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let file = options.open(path).map_err(|cause| {
                Failure::refused(format!("The report {} cannot be written: {cause}.", path.display()))
            })?;
            Ok::<_, Failure>((path.to_owned(), file))
        };
        let report = report.map(open).transpose()?;
        Ok(Self { report, dry_run, first: Vec::new(), counts: BTreeMap::new(), batch: Vec::new() })
    }

    /// A batch begins: what was told of one that did not happen is forgotten.
    pub fn begin_batch(&mut self) {
        self.batch.clear();
    }

    /// Writes down what was found, before it happens.
    ///
    /// # Errors
    /// When the report cannot be written: then it does not happen.
    pub fn tell(&mut self, found: &[Finding]) -> Result<()> {
        if let Some((path, file)) = &mut self.report {
            let mut text = Vec::new();
            for finding in found {
                let mut line = serde_json::to_value(finding).map_err(Error::internal)?;
                line["dry_run"] = self.dry_run.into();
                serde_json::to_writer(&mut text, &line).map_err(Error::internal)?;
                text.push(b'\n');
            }
            let unwritten =
                |cause| Error::internal(format!("the report {} cannot be written: {cause}", path.display()));
            file.write_all(&text).map_err(unwritten)?;
        }
        self.batch = found.to_vec();
        Ok(())
    }

    /// The batch has happened.
    pub fn keep_batch(&mut self) {
        for finding in self.batch.drain(..) {
            *self.counts.entry(finding.rule).or_default() += 1;
            if self.first.len() < IN_JSON {
                self.first.push(finding);
            }
        }
    }

    /// Says how it went.
    pub fn summary(&self, import: &Import, as_json: bool, about: Value) -> std::result::Result<(), Failure> {
        let tally = import.tally;
        let total: u64 = self.counts.values().sum();
        if as_json {
            let mut all = about;
            all["dry_run"] = self.dry_run.into();
            all["read"] = tally.read.into();
            all["imported"] = tally.imported.into();
            all["already_there"] = tally.already.into();
            all["renamed"] = tally.renamed.into();
            all["left_out"] = tally.left_out.into();
            all["superusers"] = tally.superusers.into();
            all["findings_total"] = total.into();
            let counts: serde_json::Map<_, _> =
                self.counts.iter().map(|(rule, count)| (rule.slug().to_owned(), json!(count))).collect();
            all["rules"] = Value::Object(counts);
            all["findings"] = json!(self.first);
            return say(&format!("{all:#}"));
        }
        let text = |name: &str| about[name].as_str().unwrap_or_default().to_owned();
        let table = if about["table"].is_null() { String::new() } else { format!(", table {}", text("table")) };
        say(&format!("Recognised: {}{table}.", text("recognised")))?;
        let (came, left) = if self.dry_run { ("would come in", "would be left out") } else { ("came in", "left out") };
        say(&format!(
            "{} accounts read: {} {came}, {} of them under another username; {} were in already; {} {left}.",
            tally.read, tally.imported, tally.renamed, tally.already, tally.left_out
        ))?;
        if tally.superusers > 0 {
            say(&format!("{} of those that {came} may do everything: see countersign user list.", tally.superusers))?;
        }
        let left: Vec<&str> =
            about["columns_left"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if !left.is_empty() {
            say(&format!("Columns not taken along: {}.", left.join(", ")))?;
        }
        for finding in self.first.iter().take(SHOWN) {
            say(&line(finding))?;
        }
        let more = total.saturating_sub(SHOWN as u64);
        match &self.report {
            Some((path, _)) if total > 0 => say(&format!("All {total} are in {}.", path.display()))?,
            None if more > 0 => say(&format!("And {more} more: --report FILE writes all of them down."))?,
            _ => {}
        }
        if self.dry_run { say("This was a dry run: nothing was changed.") } else { Ok(()) }
    }
}

/// What comes from elsewhere is shown without control characters: a terminal obeys some.
fn line(finding: &Finding) -> String {
    let value = finding.value.as_deref().map_or_else(String::new, |value| format!(" {value:?}"));
    let became = finding.became.as_deref().map_or_else(String::new, |value| format!(" {value:?}"));
    let tame = |text: &str| text.replace(char::is_control, "\u{fffd}");
    format!(
        "* {} {}: {}{value}: {}{became} ({}). {} {}",
        tame(&finding.table),
        tame(&finding.key),
        finding.field,
        finding.outcome.words(),
        finding.rule.slug(),
        tame(&finding.detail),
        finding.remedy
    )
}
