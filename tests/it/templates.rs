//! The templates and what is in them: every one draws, nothing comes from elsewhere, and every refusal has its words.

mod own;

use countersign::error::Code;
use countersign::languages::{Languages, in_english};
use countersign::templates::Words;
use countersign::views::Engine;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use tera::Context;

fn files(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// The pages: what stands beside the partials and the frame.
fn pages() -> Vec<String> {
    // Those for staff are drawn where they are tested, with what the program gives them.
    let all = files("templates").into_iter().filter(|(path, _)| {
        !["/partials/", "/messages/", "/templates/admin/"].iter().any(|folder| path.contains(folder))
    });
    let names = all.map(|(path, _)| Path::new(&path).file_name().unwrap().to_str().unwrap().to_owned());
    names.filter(|name| name != "layout.html").collect()
}

fn field(kind: &str, errors: Value) -> Value {
    json!({
        "name": format!("a_{kind}"), "id": format!("id_a_{kind}"), "label": "A <label>", "type": kind,
        "value": "a \"value\" <b>", "checked": true, "required": true, "autocomplete": "username",
        "inputmode": "numeric", "help": "Some & help", "errors": errors,
        "choices": [{"value": "red", "label": "Red"}, {"value": "blue", "label": "blue <1>"}],
        "opens": if kind == "email" { "A <group>" } else { "" }, "closes": kind == "email",
    })
}

/// What single pages show.
fn view(full: bool) -> Value {
    let todo = json!({"title": "Some <thing>", "text": "And & why", "href": "/verify/email", "action": "Do it"});
    let event = json!({"words": "Signed <in>", "at": "2026-11-22T10:00:00Z", "at_words": "22 November", "ago": "just now",
        "device": "Firefox <on> Linux", "ip": "::1"});
    let session = json!({"id": "0190", "device": "Firefox <on> Linux", "ip": "::1", "app": full, "begun": "2026-11-22T10:00:00Z",
        "begun_words": "22 November", "used": "2026-11-22T10:00:00Z", "used_words": "just now", "current": !full});
    let some = |value: Value| if full { json!([value]) } else { json!([]) };
    let prose = json!([{"code": full, "text": "<words>"}]);
    let member = json!({"name": "a_<member>", "place": if full { "query" } else { "" }, "type": "string", "required": full,
        "to": if full { json!("Code") } else { Value::Null }, "words": prose.clone(), "rules": some(json!("1 to 9 <characters>"))});
    let variants = some(json!({"fields": [member.clone()], "any": [["a", "<b>"]]}));
    let answer = json!({"status": "200", "to": if full { json!("Code") } else { Value::Null }, "list": full, "words": prose.clone(),
        "codes": some(json!({"code": "invalid", "words": "Not <this>"})), "headers": some(json!("Link")), "example": "{<}"});
    let call = json!({"id": "login", "method": "POST", "path": "/api/v1/login", "summary": "Sign <in>", "words": prose.clone(),
        "who": if full { "account" } else { "either" }, "parameters": some(member.clone()), "body": full, "body_required": !full,
        "variants": variants.clone(), "curl": "curl <x>", "answers": some(answer.clone()), "refusals": some(answer)});
    let group = json!({"name": "A <group>", "words": prose.clone(), "calls": [call]});
    let schema = json!({"name": "Code", "words": prose, "choices": some(json!("invalid")), "variants": variants, "example": "{}"});
    json!({
        "groups": some(group), "schemas": some(schema),
        "todo": some(todo), "pending_email": if full { json!("<b>@example.org") } else { Value::Null }, "pending_phone": null,
        "has_password": full, "places": 2, "sessions": json!([session]), "events": some(event), "others": full, "latest": full,
        "older": if full { json!("/account/sessions?cursor=x&limit=1") } else { Value::Null },
    })
}

/// The built-in words.
pub fn words() -> Words {
    Languages::built_in().unwrap().for_templates()
}

/// Everything a page is given, with something in every place or with as little as there can be.
fn sample(full: bool) -> Context {
    let mistake = json!([{"code": "invalid", "detail": "Not <this>."}]);
    let kinds = ["text", "email", "tel", "url", "number", "date", "textarea", "select", "checkbox", "password"];
    let fields: Vec<Value> =
        kinds.iter().map(|kind| field(kind, if full { mistake.clone() } else { json!([]) })).collect();
    let account = json!({
        "id": "0190", "username": "alice", "email": if full { json!("a@example.org") } else { Value::Null },
        "email_verified": if full { json!(true) } else { Value::Null }, "email_verified_at": null,
        "phone": if full { json!("+491512") } else { Value::Null }, "phone_verified": if full { json!(false) } else { Value::Null },
        "phone_verified_at": null, "first_name": if full { "<Alice>" } else { "" }, "last_name": "", "profile": {},
        "is_staff": full, "date_joined": "2026-11-22T10:00:00Z", "date_joined_words": "22 November 2026",
        "last_login": if full { json!("2026-11-22T10:00:00Z") } else { Value::Null },
        "last_login_words": if full { json!("22 November 2026") } else { Value::Null },
    });
    let mut cx = Context::new();
    cx.insert("lang", "en");
    cx.insert("dir", "ltr");
    let languages = json!([
        {"tag": "en", "name": "English", "direction": "ltr"}, {"tag": "ar", "name": "<العربية>", "direction": "rtl"},
    ]);
    cx.insert("languages", &if full { languages } else { json!([]) });
    cx.insert("here", "/account?a=1&b=2");
    cx.insert("title", "A <title>");
    cx.insert("site_host", "accounts.example.org");
    cx.insert("asset", &json!({"style": "/static/style.css?v=1", "favicon": "/static/favicon.svg?v=1", "inbox": "/static/inbox.js?v=1"}));
    cx.insert("account", &account);
    cx.insert("next", if full { "/account?a=1&b=2" } else { "" });
    cx.insert("next_query", if full { "?next=%2Faccount" } else { "" });
    cx.insert("registration_open", &full);
    cx.insert("phones", &full);
    cx.insert("notice", &if full { json!("Some <notice>") } else { Value::Null });
    cx.insert("by_code", &full);
    let errors = if full { mistake } else { json!([]) };
    let also = if full { json!({"action": "/also", "submit": "Go <there>"}) } else { Value::Null };
    cx.insert(
        "form",
        &json!({"name": "login", "action": "/login", "submit": "Go", "also": also, "errors": errors, "fields": fields}),
    );
    let id = if full { "00ff" } else { "" };
    cx.insert("intro", if full { "An <intro>" } else { "" });
    let other = json!({"name": "Another", "action": "/other", "submit": "Go", "errors": [], "fields": []});
    cx.insert("view", &view(full));
    let nav = json!([{"href": "/account", "label": "Overview", "current": true}, {"href": "/a", "label": "<A>", "current": false}]);
    cx.insert("nav", &if full { nav } else { json!([]) });
    cx.insert("other", &if full { other } else { Value::Null });
    let address = json!({
        "at": "/account/email", "label": "Email", "value": if full { json!("a@<b>.org") } else { Value::Null },
        "verified": false, "prove": "/verify/email", "verify": "Verify it", "remove": "Remove it",
        "pending": if full { json!("b@<b>.org") } else { Value::Null },
    });
    cx.insert("address", &address);
    cx.insert("back", &json!({"href": "/login", "text": "Back"}));
    let message = json!({
        "id": 1, "to": "a@example.org", "subject": "A <subject>", "text": "<b>", "kind": "verify_email",
        "look": if full { json!("/dev/inbox/1") } else { Value::Null }, "open": !full, "code": if full { json!("BCDFGHJK") } else { Value::Null },
        "link": if full { json!("/verify/email/1/2") } else { Value::Null },
        "at": "2026-11-22T10:00:00Z", "at_words": "22 November 2026",
    });
    cx.insert("newest", &1);
    cx.insert("messages", &if full { json!([message]) } else { json!([]) });
    cx.insert("error", &json!({"status": 500, "title": "A <title>", "detail": "Not <this>.", "request_id": id}));
    cx
}

#[test]
fn every_page_draws_whatever_it_is_given() {
    let engine = Engine::new(&words()).unwrap();
    assert!(pages().len() >= 4, "{:?}", pages());
    for name in pages() {
        for full in [true, false] {
            let html = engine.draw(&name, &sample(full)).unwrap_or_else(|cause| panic!("{name}: {cause}"));
            assert!(html.starts_with("<!doctype html>"), "{name}");
            assert!(html.trim_end().ends_with("</html>"), "{name}");
            for raw in [
                "<label> ",
                "<title> <",
                "<b>",
                "<1>",
                "<this>",
                "<notice>",
                "<there>",
                "<Alice>",
                "{{",
                "{%",
                "undefined",
            ] {
                assert!(!html.contains(raw), "{name} has {raw}: {html}");
            }
            for (tag, least) in [("<main", 1), ("<h1", 1), ("<title", 1)] {
                assert_eq!(html.matches(tag).count(), least, "{name}: {tag}");
            }
            let ids: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name} has an id twice: {ids:?}");
        }
    }
}

#[test]
fn a_page_that_is_not_given_what_it_asks_for_is_not_drawn() {
    let engine = Engine::new(&words()).unwrap();
    for name in pages() {
        assert!(engine.draw(&name, &Context::new()).is_err(), "{name} draws without anything");
    }
    assert!(engine.draw("nothing.html", &sample(true)).is_err());
}

#[test]
fn every_mistake_is_tied_to_its_field_and_no_password_is_shown() {
    let engine = Engine::new(&words()).unwrap();
    for name in ["login.html", "register.html"] {
        let html = engine.draw(name, &sample(true)).unwrap();
        for kind in ["text", "email", "textarea", "select", "checkbox", "password"] {
            let control = html.split('<').find(|tag| tag.contains(&format!("name=\"a_{kind}\""))).unwrap();
            let tied = format!("aria-describedby=\"id_a_{kind}_help id_a_{kind}_errors\"");
            assert!(control.contains(&tied), "{name} {kind}: {control}");
            assert!(control.contains("aria-invalid=\"true\""), "{name} {kind}: {control}");
            assert!(html.contains(&format!("for=\"id_a_{kind}\"")), "{name} {kind} has a label");
            if kind == "password" {
                assert!(!control.contains("value="), "{control}");
            }
        }
    }
}

#[test]
fn every_code_has_a_slug_and_words_of_its_own() {
    let mut slugs = BTreeSet::new();
    let mut words = BTreeSet::new();
    for code in Code::ALL {
        let slug = code.slug();
        assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c == '_') && !slug.is_empty(), "{slug}");
        assert!(slugs.insert(slug), "{slug} stands twice");
        let said = in_english(&code.words());
        assert!(said.ends_with('.') && said.starts_with(char::is_uppercase), "{slug}: {said}");
        assert!(words.insert(said), "{slug}: its words are another's");
        assert_eq!(code.to_string(), slug);
    }
    // Those the contract names.
    let promised = "required blank invalid too_short too_long taken mismatch unknown_field password_too_short \
        password_too_common password_numeric password_similar no_identifier malformed invalid_token method_not_allowed \
        too_large unsupported_media_type invalid_credentials invalid_code throttled already_verified same_value \
        unverified registration_closed cross_origin unauthenticated forbidden not_found overloaded unavailable internal";
    assert_eq!(slugs, promised.split_whitespace().collect());
}

#[test]
fn nothing_on_a_page_comes_from_elsewhere_or_runs() {
    for (path, text) in files("templates").into_iter().chain(files("static")) {
        // The name of the SVG namespace is a name, not an address.
        let text = text.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").to_lowercase();
        let original = text.len();
        for foreign in ["http:", "https:", "\"//", "'//", "url(//", "@import", "data:text"] {
            assert!(!text.contains(foreign), "{path} has {foreign}");
        }
        // The development inbox has the only script there is, and it is a file of ours.
        let text = text.replace("<script src=\"{{ asset.inbox }}\" defer></script>", "");
        assert_eq!(text.len() < original, path.ends_with("dev_inbox.html"), "{path}");
        for running in ["<script", "javascript:", "<iframe", "<object", "<embed", "<base", "http-equiv"] {
            assert!(!text.contains(running), "{path} has {running}");
        }
        // A mail has no stylesheet to refer to; what it may hold is looked at where mails are.
        if path.contains("templates") && !path.contains("messages") {
            assert!(!text.contains("<style") && !text.contains(" style="), "{path} has a style inline");
            assert!(!text.contains("| safe") && !text.contains("|safe"), "{path} has an unescaped value");
            let handlers = text.split_whitespace().filter(|word| word.starts_with("on") && word.contains("=\""));
            assert_eq!(handlers.collect::<Vec<_>>(), Vec::<&str>::new(), "{path}");
        }
    }
}
