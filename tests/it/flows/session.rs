//! Sessions: how they begin, what carries them, and that they end.

mod times;

use crate::flows::register::rows;
use crate::house::{House, on_every_database, through_every_door};
use crate::people::{PASSWORD, alice, bob};
use crate::visitor::{Door, Visitor};
use countersign::accounts::Actor;
use diesel::prelude::*;
use serde_json::json;

/// Signs alice in.
pub fn enter(visitor: &Visitor<'_>) {
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
}

fn cookie(visitor: &Visitor<'_>) -> String {
    visitor.cookies.lock().unwrap()["countersign"].clone()
}

fn plant(visitor: &Visitor<'_>, cookie: &str) {
    visitor.cookies.lock().unwrap().insert("countersign".into(), cookie.into());
}

/// Bytes of a column, as hexadecimal digits.
fn hex(house: &House, column: &str, table: &str) -> String {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        value: String,
    }
    let digits = match house.database {
        crate::house::Database::Sqlite => format!("hex({column})"),
        crate::house::Database::Postgres => format!("encode({column}, 'hex')"),
    };
    let sql = format!("SELECT {digits} AS value FROM {table} WHERE {column} IS NOT NULL");
    house.work(|_, cx| cx.db.read(|conn| Ok(diesel::sql_query(sql).get_result::<Row>(conn)?.value)))
}

#[test]
fn each_login_begins_a_session_of_its_own() {
    through_every_door("", |house, first| {
        alice(house);
        let visitors = [house.visitor(first.door), house.visitor(first.door)];
        visitors.iter().for_each(enter);
        assert_eq!(rows(house)[1], 2);
        if first.door == Door::Bearer {
            let [a, b] = visitors.each_ref().map(|visitor| visitor.tokens.lock().unwrap().clone().unwrap());
            assert!(a.0 != b.0 && a.1 != b.1);
        } else {
            assert_ne!(cookie(&visitors[0]), cookie(&visitors[1]));
        }
    });
}

#[test]
fn a_cookie_planted_before_login_is_not_adopted() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let mallory = house.visitor(Door::Cookie);
        mallory.login(&[("identifier", "bob"), ("password", PASSWORD)]).done();
        let live = cookie(&mallory);
        let ended = house.visitor(Door::Cookie);
        enter(&ended);
        let over = cookie(&ended);
        ended.logout().done();
        for planted in [over.as_str(), live.as_str(), "nonsense", ""] {
            let victim = house.visitor(Door::Cookie);
            plant(&victim, planted);
            enter(&victim);
            assert_ne!(cookie(&victim), planted);
            assert_eq!(victim.username().as_deref(), Some("alice"));
            let attacker = house.visitor(Door::Cookie);
            plant(&attacker, planted);
            assert_ne!(attacker.username().as_deref(), Some("alice"), "{planted}");
        }
        let victim = house.visitor(Door::Pages);
        plant(&victim, &over);
        enter(&victim);
        assert_ne!(cookie(&victim), over);
        ended.cookies.lock().unwrap().clear();
        plant(&ended, &over);
        assert_eq!(ended.me(), None);
    });
}

#[test]
fn a_new_login_in_the_same_browser_ends_the_session_before_it() {
    on_every_database("", |house| {
        alice(house);
        let browser = house.visitor(Door::Cookie);
        enter(&browser);
        let before = cookie(&browser);
        enter(&browser);
        assert_ne!(cookie(&browser), before);
        assert_eq!(rows(house)[1], 1);
        let copy = house.visitor(Door::Cookie);
        plant(&copy, &before);
        assert_eq!(copy.me(), None);

        let fields = [("username", "carol"), ("password", PASSWORD)];
        browser.register(&fields).done();
        assert_eq!(browser.username().as_deref(), Some("carol"));
        assert_eq!(rows(house)[1], 1, "a registration is a login too");
        browser.login(&[("identifier", "alice"), ("password", "wrong, all of it")]).refused(&["# invalid_credentials"]);
        assert_eq!(browser.username().as_deref(), Some("carol"), "a refused login ends nothing");
    });
}

#[test]
fn shut_out_or_deleted_is_out_at_the_next_request() {
    through_every_door("", |house, first| {
        let user = alice(house);
        enter(first);
        house.sql("UPDATE users SET is_active = FALSE");
        assert_eq!(first.me(), None);
        assert_eq!(first.get("/account").status, 303);
        assert_eq!(first.logout().reply.status, if first.door == Door::Pages { 303 } else { 401 });
        house.sql("UPDATE users SET is_active = TRUE");

        let visitor = house.visitor(first.door);
        enter(&visitor);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, false));
        assert_eq!(visitor.me(), None);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, true));
        assert_eq!(visitor.me(), None, "and stays out");

        let visitor = house.visitor(first.door);
        enter(&visitor);
        let password = secrecy::SecretString::from("another one, and long");
        house.work(|accounts, cx| accounts.set_password(cx, &user, &password));
        assert_eq!(visitor.me(), None, "a password set from the shell ends sessions");

        let visitor = house.visitor(first.door);
        visitor.login(&[("identifier", "alice"), ("password", "another one, and long")]).done();
        house.work(|accounts, cx| accounts.delete_user(cx, Actor::Shell, user.id));
        assert_eq!(visitor.me(), None);
        assert_eq!(rows(house), [0, 0, 0]);
    });
}

#[test]
fn where_there_is_a_token_the_cookie_is_not_asked() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let both = house.visitor(Door::Cookie);
        enter(&both);
        let bearer = house.visitor(Door::Bearer);
        bearer.login(&[("identifier", "bob"), ("password", PASSWORD)]).done();
        let pair = bearer.tokens.lock().unwrap().clone().unwrap();
        *both.tokens.lock().unwrap() = Some(pair.clone());
        assert_eq!(both.username().as_deref(), Some("bob"));
        *both.tokens.lock().unwrap() = Some(("nonsense".into(), String::new()));
        assert_eq!(both.me(), None, "a bad token is not made good by a cookie");
        both.tokens.lock().unwrap().take();
        for header in ["Basic YWxpY2U6eA==", "Token x", ""] {
            let reply = both.send("GET", "/api/v1/me", &[("authorization", header)], b"");
            assert_eq!(reply.json()["username"], "alice", "{header:?} is for somebody else, so the cookie counts");
        }
        for header in ["Bearer", "Bearer ", "bearer x"] {
            let reply = both.send("GET", "/api/v1/me", &[("authorization", header)], b"");
            assert_eq!((reply.status, &reply.json()["code"]), (401, &json!("unauthenticated")), "{header:?}");
            assert!(reply.header("www-authenticate").is_some());
        }
        let (access, refresh) = pair;
        for (header, status) in [
            (format!("bearer {access}"), 200),
            (format!("BEARER {access}"), 200),
            (format!("Basic {access}"), 401),
            (access.clone(), 401),
            (format!("Bearer {refresh}"), 401),
            (format!("Bearer {access}x"), 401),
        ] {
            let reply = house.visitor(Door::Bearer).send("GET", "/api/v1/me", &[("authorization", &header)], b"");
            assert_eq!(reply.status, status, "{header}");
        }
    });
}

#[test]
fn a_cookie_session_is_no_bearer_and_the_other_way_round() {
    on_every_database("", |house| {
        alice(house);
        let browser = house.visitor(Door::Cookie);
        enter(&browser);
        let value = cookie(&browser);
        let reply = house.visitor(Door::Bearer).send(
            "GET",
            "/api/v1/me",
            &[("authorization", &format!("Bearer {value}"))],
            b"",
        );
        assert_eq!(reply.status, 401);
        let bearer = house.visitor(Door::Bearer);
        enter(&bearer);
        let (access, refresh) = bearer.tokens.lock().unwrap().clone().unwrap();
        for token in [access, refresh] {
            let thief = house.visitor(Door::Cookie);
            plant(&thief, &token);
            assert_eq!(thief.me(), None);
        }
    });
}

#[test]
fn what_the_database_keeps_lets_nobody_in() {
    use base64::Engine as _;
    on_every_database("", |house| {
        alice(house);
        let browser = house.visitor(Door::Cookie);
        enter(&browser);
        let bearer = house.visitor(Door::Bearer);
        enter(&bearer);
        let (_, refresh) = bearer.tokens.lock().unwrap().clone().unwrap();
        let real = cookie(&browser);
        let dump = [hex(house, "key_hash", "sessions"), hex(house, "token_hash", "refresh_tokens")];
        for hex in &dump {
            assert_eq!(hex.len(), 64);
            let bytes: Vec<u8> = (0..32).map(|n| u8::from_str_radix(&hex[2 * n..2 * n + 2], 16).unwrap()).collect();
            let encoded = base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(&bytes);
            assert!(!real.contains(&encoded) && !refresh.contains(&encoded), "it is not the secret itself");
            // As the cookie is written, signature and all, only with the dumped value in place of the key.
            let forged = [encoded.clone(), hex.clone(), signed(&encoded), signed(hex)];
            for value in &forged {
                let thief = house.visitor(Door::Cookie);
                plant(&thief, value);
                assert_eq!(thief.me(), None);
                let body = json!({"refresh_token": value});
                house.visitor(Door::Bearer).submit_json("token/refresh", &body).refused(&["# invalid_token"]);
            }
        }
        let thief = house.visitor(Door::Cookie);
        plant(&thief, &real);
        assert!(thief.me().is_some(), "the real one would do, so the test looks at the right thing");
        bearer.submit_json("token/refresh", &json!({"refresh_token": refresh})).done();
    });
}

/// A value signed as the program signs its session cookie: the key of that signature is no secret.
fn signed(value: &str) -> String {
    use actix_web::cookie::{Cookie, CookieJar, Key};
    let mut jar = CookieJar::new();
    jar.signed_mut(&Key::from(&[0; 64])).add(Cookie::new("countersign", value.to_owned()));
    jar.get("countersign").unwrap().encoded().to_string().split_once('=').unwrap().1.to_owned()
}
