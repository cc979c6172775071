//! Words of one's own, in files beside the templates: they win one by one, and what is wrong with them is told.

use super::{TONGUE, directory, house};
use crate::house::Database;
use crate::visitor::{Door, Visitor};
use countersign::ambient::{SystemClock, SystemRandom};
use countersign::app::App;
use countersign::languages::Languages;
use countersign::settings::{Mistakes, Settings};
use countersign::templates::Shelf;
use std::sync::Arc;

/// What is said of a directory with these files: each line without the directory.
fn refused(files: &[(&str, &str)]) -> Vec<String> {
    let directory = directory(files);
    let Mistakes(found) = Languages::of(&Shelf::new(Some(directory.clone()), false), "en", &["en".into()]).unwrap_err();
    let told = found.iter().map(|m| m.to_string().replace(&format!("{}/", directory.display()), "")).collect();
    std::fs::remove_dir_all(directory).unwrap();
    told
}

#[test]
fn a_message_of_ones_own_wins_over_the_built_in_one_and_over_no_other() {
    let own = directory(&[("locales/en/ours.ftl", "language-name = Plain English\n"), TONGUE]);
    let house = house(Database::Sqlite, &own, r#"["en", "he"]"#);
    let visitor = Visitor::new(&house, Door::Pages);
    let page = visitor.get("/login");
    assert!(
        page.body.contains(">Plain English</button>") && page.body.contains("aria-label=\"Language\""),
        "{}",
        page.body
    );
    // What the other language does not say is said in the default one.
    let page = visitor.send("GET", "/api/v1/forms/register", &[("accept-language", "he")], b"");
    assert!(page.json()["title"].as_str().is_some_and(|title| !title.is_empty()));
}

#[test]
fn what_is_wrong_with_a_file_of_words_is_told_with_file_and_line() {
    let all = [
        (
            "locales/en/common.ftl",
            "# mine\n\nlanguage-nam = English\n",
            "common.ftl:3: `language-nam` is said nowhere",
            "Did you mean `language-name`?",
        ),
        ("locales/en/x.ftl", "language-name = { $who }\n", "x.ftl:1: `language-name` is not given $who", ""),
        (
            "locales/en/x.ftl",
            "\nforms-too-short = { $cont } signs\n",
            "x.ftl:2: `forms-too-short` is not given $cont",
            "Did you mean `count`?",
        ),
        (
            "locales/en/x.ftl",
            "language-name = { language-nam }\n",
            "x.ftl:1: `language-name` is made of `language-nam`",
            "",
        ),
        (
            "locales/en/x.ftl",
            "language-choice = A\nlanguage-name = { $who\n",
            "x.ftl:3: Expected a token starting with",
            "",
        ),
        ("locales/not a tag/x.ftl", "language-name = A\n", "x.ftl: `not a tag` is no language", "locales/pt-BR"),
        ("locales/en.ftl", "language-name = A\n", "en.ftl: takes the place of no built-in template", ""),
    ];
    for (name, text, problem, remedy) in all {
        let told = refused(&[(name, text)]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains(problem) && told[0].contains(remedy), "{told:?}");
    }
}

#[test]
fn a_language_without_words_stops_the_start_and_the_known_ones_are_told() {
    let refused = |settings: &str| {
        let loaded = Settings::from_toml(settings, &std::env::temp_dir());
        let built = loaded.and_then(|loaded| App::build(&loaded, Arc::new(SystemClock), Arc::new(SystemRandom)));
        built.unwrap_err().to_string()
    };
    let told = refused("[languages]\nenabled = [\"en\", \"enn\"]");
    assert!(
        told.contains("languages.enabled") && told.contains("enn") && told.contains("Did you mean `en`?"),
        "{told}"
    );
    let told = refused("[languages]\nenabled = []");
    assert!(told.contains("is empty"), "{told}");
    let told = refused("[languages]\ndefault = \"de\"\nenabled = [\"en\"]");
    assert!(told.contains("is none of languages.enabled"), "{told}");
}
