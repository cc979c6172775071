//! Templates of one's own: which win, what is wrong with them, and that what is changed is seen at once where only this
//! machine looks.

use crate::house::{Database, House, fresh_directory};
use crate::people::PASSWORD;
use crate::visitor::Door;
use countersign::delivery::MessageKind::VerifyEmail;
use countersign::settings::Mistakes;
use countersign::templates::{Engine, Shelf};
use std::path::{Path, PathBuf};

/// A directory with these files.
fn directory(files: &[(&str, &str)]) -> PathBuf {
    let directory = fresh_directory();
    for (name, text) in files {
        let path = directory.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    directory
}

fn house(directory: &Path, more: &str) -> House {
    let settings = format!("{more}\n[templates]\ndirectory = \"{}\"", directory.display());
    House::build(Database::Sqlite, &settings)
}

/// What is said of a directory with these files: each line without the directory.
fn refused(files: &[(&str, &str)]) -> Vec<String> {
    let directory = directory(files);
    let Mistakes(found) = Engine::of(&Shelf::new(Some(directory.clone()), false), &super::words()).unwrap_err();
    let mut told: Vec<String> =
        found.iter().map(|m| m.to_string().replace(&format!("{}/", directory.display()), "")).collect();
    told.sort();
    std::fs::remove_dir_all(directory).unwrap();
    told
}

const GREETING: &str = "{% extends \"layout.html\" %}{% block main %}<h1>Good day</h1>{% endblock main %}";

#[test]
fn a_file_wins_over_the_built_in_template_of_its_name_and_over_no_other() {
    let frame = "{% extends \"partials/frame.html\" %}";
    let own = "<!doctype html><html lang=\"{{ lang }}\"><head><title>{% block title %}{{ title }}{% endblock title %}</title>\
               {% block head %}{% endblock head %}</head><body>{% block width %}{% endblock width %}Our frame\
               {% block main %}{% endblock main %}</body></html>";
    let directory =
        directory(&[("layout.html", frame), ("partials/frame.html", own), ("login.html", GREETING), (".git/x", "{%")]);
    let house = house(&directory, "");
    let visitor = house.visitor(Door::Pages);
    let login = visitor.get("/login").body;
    assert!(login.contains("Our frame") && login.contains("<h1>Good day</h1>") && !login.contains("<form"), "{login}");
    let register = visitor.get("/register").body;
    assert!(register.contains("Our frame") && register.contains("<form"), "{register}");
}

#[test]
fn every_block_of_the_frame_can_be_filled_alone() {
    for (block, words) in [("title", "T9"), ("head", "H9"), ("header", "B9"), ("main", "M9"), ("footer", "F9")] {
        let page = format!("{{% extends \"layout.html\" %}}{{% block {block} %}}{words}{{% endblock {block} %}}");
        let directory = directory(&[("login.html", &page)]);
        let shown = house(&directory, "").visitor(Door::Pages).get("/login").body;
        assert_eq!(shown.matches(words).count(), 1, "{block}: {shown}");
        assert_eq!(shown.matches("</main>").count(), 1, "{block}: {shown}");
    }
}

#[test]
fn what_is_broken_is_told_with_its_file_and_line_all_at_once() {
    let told = refused(&[
        ("login.html", "{% extends \"layout.html\" %}\n\n{% block main %}\n{{ title | uper }}\n{% endblock main %}"),
        ("register.html", "{% extends \"layout.html\" %}\n{% block mian %}x{% endblock mian %}"),
        ("done.html", "a\n{{ title\n"),
        ("gone.html", "{% extends \"nothing.html\" %}"),
    ]);
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told[0].starts_with("done.html:") && told[0].contains("templates export done.html"), "{}", told[0]);
    assert!(told[1].starts_with("gone.html: extends nothing.html, which there is not"), "{}", told[1]);
    assert!(told[2].starts_with("login.html:4: Unknown filter `uper`"), "{}", told[2]);
    assert!(told[3].starts_with("register.html:2: Block `mian` is not defined"), "{}", told[3]);
}

#[test]
fn a_frame_without_the_blocks_that_pages_fill_is_told_to_break_them() {
    let told = refused(&[("layout.html", "<main>{% block main %}{% endblock main %}</main>")]);
    assert!(told.iter().all(|one| one.starts_with("templates.directory breaks the built-in ")), "{told:#?}");
    assert!(told.iter().any(|one| one.contains("dev_inbox.html") && one.contains("`head`")), "{told:#?}");
}

#[test]
fn a_file_that_takes_no_place_is_a_mistake_that_names_those_there_are() {
    let told = refused(&[("logn.html", ""), ("messages/de.toml", ""), ("notes/partials/x.html", "")]);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].starts_with("logn.html: takes the place of no built-in template. Known: `account.html`, "));
    assert!(told[0].contains("Did you mean `login.html`?") && told[0].contains("partials/"), "{}", told[0]);
    assert!(told[1].starts_with("messages/de.toml: ") && told[1].contains("takes the place of no built-in template"));
    assert!(
        refused(&[("partials/x.html", "{% component field(a) %}{% endcomponent field %}")])[0].contains("partials/")
    );
}

#[test]
fn what_is_changed_is_seen_at_the_next_draw_and_a_mistake_stands_on_the_page() {
    let directory = directory(&[("login.html", GREETING)]);
    let house = house(&directory, "");
    let visitor = house.visitor(Door::Pages);
    let change = |text: &str| std::fs::write(directory.join("login.html"), text).unwrap();
    let place = format!("{}:2: ", directory.join("login.html").display()).replace('/', "&#x2F;");
    change(&GREETING.replace("day", "eve"));
    assert!(visitor.get("/login").body.contains("Good eve"));
    for (broken, words) in [
        ("{% extends \"layout.html\" %}\n{% block main %}{{ nmae }}{% endblock main %}", "Variable `nmae`"),
        (
            "{% extends \"layout.html\" %}\n{% block main %}{{ title | uper }}{% endblock main %}",
            "Unknown filter `uper`",
        ),
    ] {
        change(broken);
        let page = visitor.get("/login");
        let body = page.body.replace("&#x60;", "`");
        assert_eq!(page.status, 500);
        assert!(body.contains(words) && (body.contains(&place) || body.contains("login.html:2: ")), "{body}");
        assert!(body.contains("<h1>Our fault</h1>"), "{body}");
    }
    std::fs::remove_file(directory.join("login.html")).unwrap();
    assert!(visitor.get("/login").body.contains("<form"));
}

#[test]
fn elsewhere_files_are_read_once_and_a_mistake_is_for_the_log_alone() {
    let directory = directory(&[("login.html", GREETING), ("register.html", &GREETING.replace("day", "{{ nmae }}"))]);
    let house = house(&directory, "public_url = \"https://accounts.example.org\"");
    let visitor = house.visitor(Door::Pages);
    std::fs::write(directory.join("login.html"), "{%").unwrap();
    assert!(visitor.get("/login").body.contains("Good day"));
    let page = visitor.get("/register");
    assert_eq!(page.status, 500);
    assert!(!page.body.contains("nmae") && !page.body.contains("register.html"), "{}", page.body);
}

#[test]
fn the_document_names_every_template_and_all_that_pages_are_given() {
    let text = include_str!("../../../docs/templates.md");
    // Files of words are told of in a document of their own.
    for name in Shelf::originals().keys().filter(|name| !name.starts_with("locales/")) {
        assert!(text.contains(&format!("`{name}`")), "docs/templates.md does not name {name}");
    }
    // A page that asks for what there is not is told what there is.
    let directory = directory(&[("login.html", &GREETING.replace("day", "{{ nmae }}"))]);
    let page = house(&directory, "").visitor(Door::Pages).get("/login").body;
    let (_, given) = page.split_once("Available variables: ").unwrap();
    let given: Vec<&str> = given.split('.').next().unwrap().split(", ").collect();
    assert!(given.len() > 15, "{given:?}");
    for name in given {
        assert!(text.contains(&format!("`{name}")), "docs/templates.md does not say what {name} is");
    }
}

#[test]
fn a_refusal_has_a_page_even_where_the_page_about_refusals_is_broken() {
    let broken = GREETING.replace("day", "{{ nmae }}");
    for (more, told) in [("", true), ("public_url = \"https://accounts.example.org\"", false)] {
        let house = house(&directory(&[("error.html", &broken)]), more);
        let page = house.visitor(Door::Pages).get("/nowhere");
        assert_eq!(page.status, 404);
        assert!(page.body.contains("<h1>Page not found</h1>"), "{}", page.body);
        assert_eq!(page.body.contains("nmae"), told, "{}", page.body);
    }
}

#[test]
fn words_of_ones_own_stand_in_the_next_message_and_the_others_stay() {
    let own = "message-verify_email-subject = Ahoy from { $host }\n";
    let directory = directory(&[("locales/en/ours.ftl", own)]);
    let house = house(&directory, "[verification]\nemail = \"optional\"");
    let sample = || house.app.delivery().stationery().sample("verify_email").unwrap().unwrap().email.unwrap();
    assert_eq!(sample().subject, "Ahoy from 127.0.0.1");
    assert!(sample().text.contains("Enter this code"), "what is left out is as built in");
    std::fs::write(directory.join("locales/en/ours.ftl"), own.replace("Ahoy", "Moin")).unwrap();
    assert_eq!(sample().subject, "Moin from 127.0.0.1");
    // Broken, a message waits until it is mended.
    std::fs::write(directory.join("locales/en/ours.ftl"), own.replace("host", "hots")).unwrap();
    let visitor = house.visitor(Door::Bearer);
    visitor.register(&[("email", "ada@example.org"), ("password", PASSWORD)]).done();
    crate::mailing::until("it was tried", || {
        house.count("SELECT count(*) FROM outbox WHERE last_error IS NOT NULL") == 1
    });
    std::fs::write(directory.join("locales/en/ours.ftl"), own).unwrap();
    house.later(std::time::Duration::from_secs(10));
    assert!(house.received(VerifyEmail, "ada@example.org", 0).code.is_some());
}

#[test]
fn words_that_cannot_be_filled_in_or_that_nobody_asks_for_stop_the_start() {
    use countersign::ambient::{SystemClock, SystemRandom};
    use countersign::{app::App, settings::Settings};
    for (text, line, words) in [
        ("# mine\n\nmessage-verify_email-lead = { $hots }", 3, "Did you mean `host`?"),
        ("message-verify_email-lead = { $host", 1, "A message is `id = words`"),
        ("\nmessage-verify_email-laed = x", 2, "Did you mean `message-verify_email-lead`?"),
    ] {
        let directory = directory(&[("mine/locales/en/ours.ftl", text)]);
        let loaded = Settings::from_toml("[templates]\ndirectory = \"mine\"", &directory).unwrap();
        let built = App::build(&loaded, std::sync::Arc::new(SystemClock), std::sync::Arc::new(SystemRandom));
        let Err(Mistakes(found)) = built else { panic!("{text} was taken") };
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].file.as_ref().unwrap().ends_with("locales/en/ours.ftl"), "{found:#?}");
        assert_eq!(found[0].line, Some(line), "{found:#?}");
        assert!(found[0].to_string().contains(words), "{words}: {}", found[0]);
    }
}
