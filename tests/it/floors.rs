//! The house as it is drawn: who may name whom, which words stand in which room, how large a room may be. Read from
//! the source itself.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The rooms of each floor, lowest first.
const FLOORS: [&[&str]; 13] = [
    &["phrase"],
    &["error", "metrics", "ambient", "settings"],
    &["registry", "identifiers", "passwords", "templates"],
    &["languages"],
    &["db", "delivery"],
    &["forms", "context", "redis"],
    &["tokens", "moving"],
    &["backends", "limits", "otp"],
    &["accounts"],
    &["app"],
    &["web", "postman", "check"],
    &["api", "views"],
    &["server", "cli", "main", "lib"],
];

/// What a room may name on its own floor, and of that only these.
const NEIGHBOURS: [(&str, &str, &[&str]); 4] = [
    ("views", "api", &["as_file", "document", "user_json", "wait_in_words"]),
    ("settings", "ambient", &["Random", "SystemRandom", "random_bytes"]),
    ("main", "cli", &["run"]),
    ("cli", "server", &["", "serve", "reload_on_hang_up"]),
];

struct Source {
    /// From `src/` on, with `/`.
    path: String,
    room: String,
    /// Without comments, literals' contents and what is compiled for tests only.
    code: String,
    /// As it is.
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    files(&root().join("src"), &mut found);
    found.sort();
    assert!(found.len() > 50, "the source is not where it was");
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(root().join("src")).unwrap().to_str().unwrap().replace('\\', "/");
        let room = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        Source { path, room, code: code_of(&text), text }
    };
    found.into_iter().map(read).collect()
}

fn rooms() -> BTreeSet<String> {
    sources().into_iter().map(|source| source.room).collect()
}

/// The text without comments, without what stands in quotes, and without modules that only tests compile.
fn code_of(text: &str) -> String {
    let plain = without_comments_and_quotes(text);
    let mut code = String::new();
    let mut rest = plain.as_str();
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        code.push_str(before);
        let Some(open) = after.find('{') else { return code };
        let mut depth = 0;
        let end = after[open..].char_indices().find_map(|(at, c)| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            (depth == 0).then_some(open + at + 1)
        });
        rest = end.map_or("", |end| &after[end..]);
    }
    code + rest
}

fn without_comments_and_quotes(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let raw_hashes = rest.iter().skip(1).take_while(|c| **c == '#').count();
        match rest {
            ['/', '/', ..] => at += rest.iter().take_while(|c| **c != '\n').count(),
            ['r', ..] if rest.get(1 + raw_hashes) == Some(&'"') && !out.ends_with(char::is_alphanumeric) => {
                let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', raw_hashes)).collect();
                let body: String = rest[raw_hashes + 2..].iter().collect();
                let length = body.split(&end).next().unwrap().chars().count();
                at += raw_hashes + 2 + length + end.len();
                out.push_str("\"\"");
            }
            ['"', ..] => {
                let mut end = 1;
                while rest[end] != '"' {
                    end += if rest[end] == '\\' { 2 } else { 1 };
                }
                at += end + 1;
                out.push_str("\"\"");
            }
            // A character, not a lifetime.
            ['\'', '\\', _, tail @ ..] => at += 4 + tail.iter().take_while(|c| **c != '\'').count(),
            ['\'', _, '\'', ..] => at += 3,
            [first, ..] => {
                out.push(*first);
                at += 1;
            }
            [] => {}
        }
    }
    out
}

/// Every other room that a source names, and what in it: `crate::room::Thing`, also from a list in braces.
fn named(source: &Source, rooms: &BTreeSet<String>) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let up = depth_of_supers(source);
    let roots = ["crate::", "countersign::", "$crate::"].map(str::to_owned).into_iter().chain([up]);
    for root in roots {
        for (at, _) in source.code.match_indices(&root) {
            if source.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            for path in spread(&source.code[at + root.len()..]) {
                let mut parts = path.split("::");
                let room = parts.next().unwrap_or_default().to_owned();
                let thing = parts.next().unwrap_or_default().to_owned();
                if room != source.room && rooms.contains(&room) {
                    found.insert((room, thing));
                }
            }
        }
    }
    found
}

/// As many `super::` as lead out of the room.
fn depth_of_supers(source: &Source) -> String {
    let parts = source.path.split('/').count();
    let own = if source.path.ends_with("/mod.rs") { parts - 1 } else { parts };
    "super::".repeat(own)
}

/// `a::{b, c::d}` as `a::b`, `a::c::d`; what follows the path is left.
fn spread(text: &str) -> Vec<String> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(text.len());
    let stem = text[..end].to_owned();
    if !text[end..].starts_with('{') {
        return vec![stem];
    }
    let mut depth = 0;
    let mut items = vec![String::new()];
    for c in text[end..].chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            _ if depth == 0 => break,
            '{' if depth == 1 => {}
            ',' if depth == 1 => items.push(String::new()),
            c if c.is_whitespace() => {}
            c => items.last_mut().unwrap().push(c),
        }
    }
    items
        .iter()
        .filter(|item| !item.is_empty())
        .flat_map(|item| spread(item))
        .map(|item| format!("{stem}{item}"))
        .collect()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

#[test]
fn every_room_stands_on_a_floor_and_every_floor_has_its_rooms() {
    let drawn: BTreeSet<String> = FLOORS.iter().flat_map(|floor| floor.iter()).map(|room| (*room).to_owned()).collect();
    assert_eq!(rooms(), drawn);
}

#[test]
fn a_room_names_only_what_is_below_it() {
    let rooms = rooms();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in sources() {
        for (room, thing) in named(&source, &rooms) {
            seen += 1;
            let neighbour = |(from, to, things): &(&str, &str, &[&str])| {
                *from == source.room && *to == room && things.contains(&thing.as_str())
            };
            let below = floor(&room) < floor(&source.room);
            if !below && !NEIGHBOURS.iter().any(neighbour) {
                wrong.push(format!("src/{} names {room}::{thing}", source.path));
            }
        }
    }
    assert!(seen > 100, "the reading finds too little: {seen}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn words_stand_only_in_the_rooms_that_may_say_them() {
    let upper = ["app", "web", "postman", "api", "views", "server", "cli"];
    let said = |words: &[&str], allowed: &dyn Fn(&Source) -> bool| -> Vec<String> {
        let all = sources();
        let mut wrong = Vec::new();
        for source in all.iter().filter(|source| !allowed(source)) {
            wrong.extend(
                words.iter().filter(|word| source.code.contains(**word)).map(|word| format!("{}: {word}", source.path)),
            );
        }
        wrong
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(said(&["actix"], &|source| upper.contains(&source.room.as_str())), none);
    // `settings` has a schema of its own, that of its file.
    assert_eq!(said(&["schema::"], &|source| source.room == "db" || source.room == "settings"), none);
    assert_eq!(said(&["diesel"], &|source| source.room == "db"), none);
    assert_eq!(
        said(&["std::env", "env::var"], &|source| matches!(source.room.as_str(), "cli" | "settings" | "main")),
        none
    );
    let ambient =
        ["Timestamp::now", "SystemTime::now", "Zoned::now", "getrandom", "OsRng", "thread_rng", "new_v4", "now_v7"];
    assert_eq!(said(&ambient, &|source| source.room == "ambient"), none);
    assert_eq!(said(&["unsafe {", "unsafe fn", "unsafe impl", "allow(unsafe"], &|_| false), none);
    assert_eq!(said(&[".unwrap()", ".expect("], &|source| source.room == "ambient"), none);
    assert_eq!(said(&["println!", "print!(", "dbg!("], &|source| source.room == "cli"), none);
    assert_eq!(said(&["todo!(", "unimplemented!("], &|_| false), none);
}

#[test]
fn what_a_room_excuses_is_only_what_it_must() {
    let all = sources();
    let ambient = all.iter().find(|source| source.room == "ambient").unwrap();
    assert_eq!(ambient.code.matches(".expect(").count() + ambient.code.matches(".unwrap()").count(), 1);
    for root in ["main.rs", "lib.rs"] {
        let source = all.iter().find(|source| source.path == root).unwrap();
        assert!(source.code.contains("#![forbid(unsafe_code)]"), "{root}");
    }
}

#[test]
fn no_file_is_a_hall() {
    for source in sources().iter().filter(|source| source.path != "db/schema.rs") {
        let lines = source.text.lines().count();
        assert!(lines <= 300, "src/{} has {lines} lines", source.path);
    }
}

#[test]
fn every_module_begins_with_what_it_is_for() {
    for source in sources() {
        let says = source.text.starts_with("//! ") || source.path == "lib.rs" && source.text.starts_with("#![doc");
        assert!(says, "src/{} begins without `//!`", source.path);
    }
}

#[test]
fn the_plan_of_the_house_names_every_room() {
    let plan = std::fs::read_to_string(root().join("docs/ARCHITECTURE.md")).expect("docs/ARCHITECTURE.md");
    let lacking: Vec<String> = rooms()
        .into_iter()
        .filter(|room| room != "lib")
        .filter(|room| !["/", ".rs", "`"].iter().any(|end| plan.contains(&format!("{room}{end}"))))
        .collect();
    assert!(lacking.is_empty(), "docs/ARCHITECTURE.md does not name {lacking:?}");
}

#[test]
fn the_reading_sees_through_braces_quotes_and_comments() {
    let text = "use crate::{error::{Code, Error}, db};\n// crate::views::x\nlet s = \"crate::api::y\"; let c = '\"';\n\
                let t = super::super::web::z();\n#[cfg(test)]\nmod tests { fn f() { crate::server::g() } }\nfn h() {}";
    let source = Source { path: "room/file.rs".into(), room: "room".into(), code: code_of(text), text: text.into() };
    let rooms = ["error", "db", "views", "api", "web", "server"].map(str::to_owned).into();
    let found: Vec<String> =
        named(&source, &rooms).into_iter().map(|(room, thing)| format!("{room}.{thing}")).collect();
    assert_eq!(found, ["db.", "error.Code", "error.Error", "web.z"]);
    assert!(source.code.ends_with("fn h() {}"));
}
