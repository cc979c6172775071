//! Texts meant to do something: in a page they are text, in a query they are values, and nothing breaks of them.

use crate::house::{House, on_every_database, through_every_door};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Outcome};

fn hostile() -> Vec<String> {
    let mut all: Vec<String> = [
        "\"><script>alert(1)</script>",
        "'><img src=x onerror=alert(1)>",
        "<script>alert(1)</script>@example.org",
        "' OR '1'='1",
        "'; DROP TABLE users; --",
        "\" onfocus=\"alert(1)\" autofocus=\"",
        "%",
        "_",
        "%@%",
        "al_ce",
        "alic%",
        "{{7*7}}",
        "{% include \"error.html\" %}",
        "{{ asset }}",
        "${7*7}",
        "\u{202e}ecila",
        "ali\u{200b}ce",
        "alice\u{0}",
        "\u{0}",
        "alice\r\nSet-Cookie: evil=1",
        "alice@example.org\nBcc: eve@example.org",
        "alice@example.org,eve@example.org",
        "\u{feff}alice",
        "\u{fdfa}",
        "\u{1f600}",
        "+49\u{0}1512",
        "../../etc/passwd",
        "&lt;script&gt;",
    ]
    .map(str::to_owned)
    .to_vec();
    all.extend(["a".repeat(10_000), "\u{0301}".repeat(5_000), "<".repeat(10_000), format!("+{}", "4".repeat(10_000))]);
    all
}

/// Nothing of the text stands in the page as anything but text, and nothing broke.
#[track_caller]
fn is_harmless(outcome: &Outcome, value: &str) {
    let reply = &outcome.reply;
    assert!(reply.status < 500, "{value:?}: {reply:?}");
    assert!(reply.header("set-cookie").is_none_or(|cookie| !cookie.contains("evil")), "{value:?}");
    if reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
        for raw in ["<script", "<img", "onfocus=\"", "onerror=alert(1)>"] {
            assert!(!reply.body.contains(raw), "{value:?}: {}", reply.body);
        }
        assert!(!reply.body.contains("Our fault"), "{value:?}");
    }
}

#[test]
fn no_text_in_any_field_of_a_registration_does_anything() {
    through_every_door("", |house, visitor| {
        for value in hostile() {
            for field in ["username", "email", "phone", "password", "password_confirm", "next", &value] {
                let mut fields = vec![("username", "@"), ("password", "7"), ("password_confirm", "8")];
                fields.retain(|(name, _)| *name != field);
                fields.push((field, &value));
                is_harmless(&visitor.submit("register", &fields), &value);
            }
        }
        assert_eq!(house.count("SELECT count(*) FROM users"), 0);
    });
}

#[test]
fn no_text_in_any_field_of_a_login_finds_an_account() {
    through_every_door("limits.login_failures_per_account = 1000", |house, visitor| {
        alice(house);
        for value in hostile() {
            for field in ["identifier", "username", "email", "phone"] {
                let outcome = visitor.login(&[(field, value.as_str()), ("password", PASSWORD)]);
                is_harmless(&outcome, &value);
                outcome.refused(&["# invalid_credentials"]);
            }
            is_harmless(&visitor.login(&[("identifier", "alice"), ("password", &value)]), &value);
            let outcome = visitor.login(&[("identifier", "alice"), ("remember_me", &value), ("password", "x")]);
            is_harmless(&outcome, &value);
            assert!(!outcome.is_done(), "{value:?}");
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
    });
}

#[test]
fn a_refused_form_shows_the_text_as_it_was_typed() {
    let house = House::build(crate::house::Database::Sqlite, "");
    for (typed, shown) in [
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#x27;"),
        ("{{7*7}}", "{{7*7}}"),
        ("{% raw %}", "{% raw %}"),
        ("\u{202e}ecila", "\u{202e}ecila"),
    ] {
        for (path, field) in [("/login", "identifier"), ("/register", "username"), ("/register", "email")] {
            let page = house.visitor(Door::Pages).post_form(path, &[(field, typed)]).reply.body;
            let page = page.replace("&#39;", "&#x27;");
            assert!(page.contains(&format!("value=\"{shown}\"")), "{path} {field} {typed}: {page}");
        }
    }
}

#[test]
fn an_account_with_hostile_names_is_shown_as_text() {
    on_every_database("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Pages);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        for column in ["first_name", "last_name", "username", "email"] {
            house.sql(&format!("UPDATE users SET {column} = '<script>alert(1)</script>\"{{{{7*7}}}}'"));
            let page = visitor.get("/account");
            assert_eq!(page.status, 200, "{column}");
            assert!(!page.body.contains("<script"), "{column}: {}", page.body);
            assert!(page.body.contains("{{7*7}}"), "{column}: {}", page.body);
        }
    });
}

#[test]
fn letters_that_sql_knows_are_letters_in_an_address() {
    through_every_door("", |house, visitor| {
        let address = "o'hara_%--@example.org";
        visitor.register(&[("email", address), ("password", PASSWORD)]).done();
        assert_eq!(visitor.me().unwrap()["email"], address);
        for near in ["o'haraX%--@example.org", "o'hara_zz--@example.org"] {
            let outcome = house.visitor(visitor.door).login(&[("identifier", near), ("password", PASSWORD)]);
            outcome.refused(&["# invalid_credentials"]);
        }
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
    });
}
