//! `docs/mistakes.md`: every mistake in it is made, and `check` says what the document says.

use super::KEY;
use crate::commands::Shell;

struct Mistake {
    title: String,
    settings: String,
    /// A file of words: where it is, and its text.
    words: Option<(String, String)>,
    /// A variable of the environment.
    variable: Option<(String, String)>,
    told: Vec<String>,
}

fn document() -> &'static str {
    include_str!("../../../docs/mistakes.md")
}

/// What stands between the first fence of this language and its end.
fn block<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    text.split_once(&format!("```{language}\n"))?.1.split_once("```").map(|(block, _)| block)
}

fn mistakes() -> Vec<Mistake> {
    let sections = document().split("\n### ").skip(1);
    let read = |section: &str| Mistake {
        title: section.lines().next().unwrap().to_owned(),
        settings: block(section, "toml").expect("the file").to_owned(),
        words: block(section, "ftl").map(|text| {
            let path = text.lines().next().and_then(|line| line.strip_prefix("# ")).expect("where it is");
            (path.to_owned(), text.to_owned())
        }),
        variable: block(section, "env")
            .map(|text| text.trim().split_once('=').expect("NAME=value"))
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
        told: block(section, "text").expect("what is told").lines().map(str::to_owned).collect(),
    };
    sections.map(read).collect()
}

/// The findings among what was printed, each with its further lines.
fn findings(out: &str) -> Vec<String> {
    let mut kept = Vec::new();
    let mut keeps = false;
    // How quick this machine is, no document can know.
    let here = |line: &&str| *line != "This machine";
    let before = out.lines().take_while(here);
    let after = out.lines().skip_while(here).skip_while(|line| !line.is_empty());
    for line in before.chain(after) {
        let begins = ["  error: ", "  warning: ", "  advice: "].iter().any(|level| line.starts_with(level));
        keeps = begins || (keeps && line.starts_with("    "));
        // Which words a language lacks is another matter with every new version.
        if keeps && !line.starts_with("    For example: ") {
            kept.push(line[2..].to_owned());
        }
    }
    kept
}

#[test]
fn every_mistake_of_the_document_is_told_as_the_document_tells_it() {
    let all = mistakes();
    assert!(all.len() >= 25, "the document was not read: {}", all.len());
    for Mistake { title, settings, words, variable, told } in &all {
        let mut shell = Shell::new();
        if let Some((name, value)) = variable {
            shell = shell.with(name, value);
        }
        if let Some((path, text)) = words {
            std::fs::create_dir_all(shell.directory.join(path).parent().unwrap()).unwrap();
            shell.write(path, text);
        }
        for (name, text) in [
            ("settings.toml", settings.as_str()),
            ("keys", KEY),
            ("smtp", "smtps://club:W8q-vJ2r_Xk5@mail.example.org:465"),
        ] {
            shell.write(name, text);
            shell.keep_private(name);
        }
        let ran = shell.run(&["check"]);
        assert_eq!(&findings(&ran.out), told, "{title}: {}", ran.out);
        let error = told.iter().any(|line| line.starts_with("error: "));
        assert_eq!(ran.code, i32::from(error), "{title}");
        assert!(told.iter().any(|line| line.starts_with("  ")), "{title} has a remedy");
        let place = match (variable, words) {
            (Some((name, _)), _) => format!(": ${name}: "),
            (_, Some((path, _))) if error => format!("/{path}:"),
            _ => ": settings.toml:".to_owned(),
        };
        assert!(told[0].contains(&place), "{title} has a place");
    }
}

#[test]
fn the_table_names_every_mistake_once() {
    let rows: Vec<&str> = document().lines().filter(|line| line.starts_with("| [")).collect();
    let named: Vec<&str> = rows.iter().map(|row| row[3..].split_once(']').unwrap().0).collect();
    let titles: Vec<String> = mistakes().into_iter().map(|mistake| mistake.title).collect();
    assert_eq!(named, titles);
    for (row, title) in rows.iter().zip(&titles) {
        let anchor: String = title
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        assert!(row.contains(&format!("](#{anchor})")), "{row}");
    }
}
