//! Languages of one's own: whether one that is offered has all its words, and one that has words is offered.

use super::notes::Notes;
use crate::app::App;
use crate::languages::Languages;
use crate::settings::Level;

const ENABLED: &str = "languages.enabled";
/// So many ids are named.
const EXAMPLES: usize = 3;

pub(super) fn judge(app: &App, notes: &mut Notes<'_>) {
    let languages = app.languages();
    let default = &app.settings().languages.default;
    for (index, tag) in languages.enabled().iter().enumerate() {
        let lacking = languages.lacking(tag);
        if lacking.is_empty() {
            continue;
        }
        let most = if lacking.len() * 2 > languages.count() { "most" } else { "some" };
        let otherwise = if tag == default { "en" } else { default };
        let problem = format!("lacks {most} of its words: what it does not say is said in \"{otherwise}\"");
        let remedy = format!(
            "locales/en has every id there is; write what is missing into a file of locales/{tag}, or take \"{tag}\" out."
        );
        let mistake = notes.sources.at(ENABLED, Some(index), problem, remedy).of(Level::Warning);
        let count = lacking.len() as u64;
        notes.push_of(mistake, count, lacking.into_iter().take(EXAMPLES).collect());
    }
    let built_in = Languages::built_in().map(|all| all.known()).unwrap_or_default();
    for tag in languages.known() {
        if !built_in.contains(&tag) && !languages.enabled().contains(&tag) {
            let problem = format!("has words in \"{tag}\", in which nobody is spoken to");
            let remedy = format!("Add \"{tag}\" to languages.enabled, or remove the folder locales/{tag}.");
            notes.advice("templates.directory", problem, remedy);
        }
    }
}
