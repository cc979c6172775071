//! Which language is spoken: the account's, the cookie's, the browser's, the default; and how it is chosen.

use super::{TONGUE, directory, house};
use crate::house::{Database, House, databases};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Reply, Visitor};

const SETTINGS: &str =
    "[languages]\nenabled = [\"en\", \"de\"]\n[verification]\nemail = \"optional\"\nphone = \"optional\"";

fn language(reply: &Reply) -> &str {
    let language = reply.header("content-language").unwrap();
    if reply.header("content-type").unwrap().starts_with("text/html") {
        assert!(reply.body.contains(&format!("<html lang=\"{language}\" dir=")), "{}", reply.body);
    }
    assert_eq!(reply.header("vary"), Some("Accept-Language, Cookie"));
    language
}

fn asked(visitor: &Visitor<'_>, accept: &str) -> String {
    let page = visitor.send("GET", "/login", &[("accept-language", accept)], b"");
    let call = visitor.send("GET", "/api/v1/forms/login", &[("accept-language", accept)], b"");
    assert_eq!(language(&page), language(&call));
    language(&page).to_owned()
}

#[test]
fn the_browser_is_answered_in_the_language_it_asks_for() {
    let own = directory(&[TONGUE]);
    let house = house(crate::house::Database::Sqlite, &own, r#"["en", "he"]"#);
    let visitor = Visitor::new(&house, Door::Pages);
    for (accept, answered) in [
        ("he", "he"),
        ("he-IL, en;q=0.5", "he"),
        ("fr, he;q=0.2", "he"),
        ("en, he;q=0.9", "en"),
        ("fr", "en"),
        ("*", "en"),
    ] {
        assert_eq!(asked(&visitor, accept), answered, "{accept}");
    }
    assert_eq!(language(&visitor.get("/login")), "en");
    let page = visitor.send("GET", "/login", &[("accept-language", "he")], b"");
    assert!(page.body.contains("<html lang=\"he\" dir=\"rtl\">"), "{}", page.body);
    // A refusal is said in it as well, by either door.
    for path in ["/nothing", "/api/v1/nothing"] {
        assert_eq!(language(&visitor.send("GET", path, &[("accept-language", "he")], b"")), "he", "{path}");
    }
}

#[test]
fn a_language_is_chosen_by_a_button_and_kept_in_a_cookie() {
    let own = directory(&[TONGUE]);
    let house = house(crate::house::Database::Sqlite, &own, r#"["en", "he"]"#);
    let visitor = Visitor::new(&house, Door::Pages);
    let page = visitor.get("/login?next=%2Faccount%2Fprofile");
    assert!(page.body.contains(r#"value="he" lang="he" dir="rtl">עברית</button>"#), "{}", page.body);
    assert!(page.body.contains(r#"<input type="hidden" name="next" value="/login?next=%2Faccount%2Fprofile">"#));
    let chosen = visitor.post_form("/language", &[("language", "he"), ("next", "/login?next=%2Faccount%2Fprofile")]);
    assert_eq!((chosen.reply.status, chosen.reply.header("location")), (303, Some("/login?next=%2Faccount%2Fprofile")));
    assert_eq!(language(&visitor.get("/login")), "he");
    // The cookie says more than the browser does.
    assert_eq!(asked(&visitor, "en"), "he");
    let cookie = chosen.reply.cookies().find(|cookie| cookie.starts_with("countersign_language=he")).unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(cookie.contains(part), "{cookie}");
    }
    for elsewhere in ["//evil", "https://evil.example", ""] {
        let chosen = visitor.post_form("/language", &[("language", "en"), ("next", elsewhere)]);
        assert_eq!(chosen.reply.header("location"), Some("/"), "{elsewhere}");
    }
}

#[test]
fn a_choice_beside_a_refusal_leads_to_a_page_whatever_was_refused() {
    let house = House::build(Database::Sqlite, SETTINGS);
    alice(&house);
    let visitor = house.visitor(Door::Pages);
    let back = |page: &str| {
        let (_, rest) = page.split_once(r#"action="/language""#).unwrap();
        let (_, rest) = rest.split_once(r#"name="next" value=""#).unwrap();
        rest.split_once('"').unwrap().0.replace("&amp;", "&")
    };
    // Where a form was refused one comes back to it, and still goes on from there to where one wanted to go.
    let refused = visitor.post_form("/login", &[("identifier", "alice"), ("next", "/account/events")]);
    assert_eq!(back(&refused.reply.body), "/login?next=%2Faccount%2Fevents");
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    let nothing: &[(&str, &str)] = &[("nothing", "1")];
    for (path, above) in [
        ("/language", "/"),
        ("/verify/email/resend", "/verify/email"),
        ("/verify/phone/resend", "/verify/phone"),
        ("/account/email/resend", "/account/email"),
        ("/account/email/cancel", "/account/email"),
        ("/account/delete/cancel", "/account/delete"),
        ("/account/sessions", "/account/sessions"),
        ("/account/profile", "/account/profile"),
        ("/account/email/confirm", "/account/email/confirm"),
        ("/logout", "/"),
    ] {
        // Refused as from another site, and by the wrong method: both are pages with a choice.
        let foreign = [("sec-fetch-site", "cross-site"), ("content-type", "application/x-www-form-urlencoded")];
        let refused = visitor.send("POST", path, &foreign, b"");
        assert_eq!((refused.status, &*back(&refused.body)), (403, above), "{path}");
        let wrong = visitor.send("DELETE", path, &[], b"");
        assert_eq!((wrong.status, &*back(&wrong.body)), (405, above), "{path}");
        let page = visitor.get(above);
        assert!(matches!(page.status, 200 | 303), "{above}: {}", page.status);
        if path != "/logout" {
            let refused = visitor.post_form(path, nothing).reply;
            assert!(refused.status == 303 || back(&refused.body) == above, "{path}: {}", refused.body);
        }
    }
}

#[test]
fn a_language_that_is_not_offered_is_refused_and_a_foreign_page_chooses_none() {
    let own = directory(&[TONGUE]);
    let house = house(crate::house::Database::Sqlite, &own, r#"["en"]"#);
    let visitor = Visitor::new(&house, Door::Pages);
    assert!(!visitor.get("/login").body.contains("/language"), "with one language there is nothing to choose");
    for language in ["he", "xx", "", "../en"] {
        let refused = visitor.post_form("/language", &[("language", language), ("next", "/login")]);
        assert_eq!(refused.reply.status, 422, "{language}");
        assert!(visitor.cookies.lock().unwrap().is_empty(), "{language}");
    }
    let foreign = visitor.send(
        "POST",
        "/language",
        &[("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")],
        b"language=en",
    );
    assert_eq!((foreign.status, foreign.cookies().count()), (403, 0));
    assert_eq!(visitor.get("/language").status, 405);
}

#[test]
fn an_account_is_spoken_to_in_its_own_language_wherever_it_is_used() {
    for database in databases() {
        let own = directory(&[TONGUE]);
        let house = house(database, &own, r#"["en", "he"]"#);
        for door in Door::ALL {
            let visitor = Visitor::new(&house, door);
            let name = format!("someone_{door:?}").to_lowercase();
            visitor.headers.lock().unwrap().push(("accept-language".into(), "he".into()));
            visitor.register(&[("username", &name), ("password", PASSWORD)]).done();
            let kept =
                house.count(&format!("SELECT count(*) FROM users WHERE username = '{name}' AND language = 'he'"));
            assert_eq!(kept, 1, "registered in the language of the request");
            assert!(visitor.me().unwrap().get("language").is_none(), "no member of `user`");
            visitor.headers.lock().unwrap().clear();
            let page = visitor.send("GET", "/api/v1/me/nothing", &[], b"");
            // Nobody was asked who this is, so the browser decides.
            assert_eq!(page.status, 404);
            let refused = visitor.call("PATCH", "/api/v1/me", &serde_json::json!({"nothing": 1}));
            assert_eq!(language(&refused.reply), "he");
        }
        alice(&house);
        let visitor = Visitor::new(&house, Door::Pages);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        assert_eq!(language(&visitor.get("/account")), "en");
        visitor.post_form("/language", &[("language", "he"), ("next", "/account")]).done();
        assert_eq!(house.count("SELECT count(*) FROM users WHERE username = 'alice' AND language = 'he'"), 1);
        let elsewhere = Visitor::new(&house, Door::Cookie);
        elsewhere.headers.lock().unwrap().push(("accept-language".into(), "en".into()));
        elsewhere.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        assert_eq!(language(&elsewhere.get("/account")), "he", "in any browser");
    }
}
