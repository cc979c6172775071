//! A long story of one account: each step leaves its kind in the log, and no secret of it.

use crate::house::{House, through_every_door};
use crate::mail::Received;
use crate::people::{PASSWORD, WRONG};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::delivery::MessageKind::{ChangeEmail, LoginCode, ResetPassword, VerifyEmail};
use std::time::Duration;

const OLD: &str = "carol@example.org";
const NEW: &str = "carol@example.net";
const SECOND_PASSWORD: &str = "seven herons on the weir";
const THIRD_PASSWORD: &str = "an otter under the bridge";
/// Of the right length and letters, and as good as never right.
const WRONG_CODE: &str = "BBBBBBBB";

/// What must not be in the log.
struct Secrets(Vec<String>);

impl Secrets {
    /// The code and the secret of the link.
    fn of_letter(&mut self, letter: &Received) -> String {
        let code = letter.code.clone().unwrap();
        self.0.push(code.clone());
        self.0.extend(letter.link.as_ref().map(|link| link.rsplit('/').next().unwrap().to_owned()));
        code
    }

    /// The cookies and tokens.
    fn of_visitor(&mut self, visitor: &Visitor<'_>) {
        self.0.extend(visitor.cookies.lock().unwrap().values().cloned());
        if let Some((access, refresh)) = &*visitor.tokens.lock().unwrap() {
            self.0.extend([access.clone(), refresh.clone()]);
        }
    }
}

fn set_new_password(visitor: &Visitor<'_>, code: &str) -> Outcome {
    let all = [
        ("identifier", OLD),
        ("code", code),
        ("new_password", SECOND_PASSWORD),
        ("new_password_confirm", SECOND_PASSWORD),
    ];
    match visitor.door {
        Door::Pages => visitor.post_form("/password/reset/done", &all),
        _ => visitor.submit("password/reset/confirm", &all[..3]),
    }
}

fn noted(house: &House, condition: &str) -> i64 {
    house.count(&format!("SELECT count(*) FROM account_events WHERE {condition}"))
}

/// How many events have this anywhere in them.
fn holding(house: &House, text: &str) -> i64 {
    let text = text.to_lowercase();
    let columns = ["kind", "ip", "user_agent", "CAST(detail AS text)"];
    let any: Vec<String> = columns.iter().map(|column| format!("lower({column}) LIKE '%{text}%'")).collect();
    noted(house, &any.join(" OR "))
}

#[test]
fn each_step_leaves_its_kind_and_no_secret() {
    let settings = "[verification]\nemail = \"optional\"\n[login]\nby_code = true";
    through_every_door(settings, |house, visitor| {
        let door = visitor.door;
        let mut secrets =
            Secrets([PASSWORD, WRONG, SECOND_PASSWORD, THIRD_PASSWORD, WRONG_CODE].map(String::from).into());
        let wait = || house.later(Duration::from_secs(61));

        visitor.register(&[("username", "carol"), ("email", OLD), ("password", PASSWORD)]).done();
        let code = secrets.of_letter(&house.received(VerifyEmail, OLD, 0));
        visitor.submit("verify/email", &[("code", WRONG_CODE)]).refused(&["code invalid_code"]);
        wait();
        visitor.submit("verify/email", &[("code", &code)]).done();
        secrets.of_visitor(visitor);

        let stranger = house.visitor(door);
        for name in ["carol", "nobody"] {
            stranger.login(&[("identifier", name), ("password", WRONG)]).refused(&["# invalid_credentials"]);
        }
        wait();
        stranger.submit("password/reset", &[("identifier", OLD)]).done();
        let code = secrets.of_letter(&house.received(ResetPassword, OLD, 0));
        set_new_password(&stranger, WRONG_CODE).refused(&["code invalid_code"]);
        wait();
        set_new_password(&stranger, &code).done();
        assert_eq!(visitor.me(), None);

        let again = house.visitor(door);
        again.login(&[("identifier", "carol"), ("password", SECOND_PASSWORD)]).done();
        secrets.of_visitor(&again);
        again
            .own("email", "email", &[("new_email", NEW), ("password", WRONG)])
            .refused(&["password invalid_credentials"]);
        again.own("email", "email", &[("new_email", NEW), ("password", SECOND_PASSWORD)]).done();
        let code = secrets.of_letter(&house.received(ChangeEmail, NEW, 0));
        again.own("email/confirm", "email/confirm", &[("code", &code)]).done();

        wait();
        let coded = house.visitor(door);
        coded.submit("login/code", &[("identifier", NEW)]).done();
        let code = secrets.of_letter(&house.received(LoginCode, NEW, 0));
        coded.submit("login/code/confirm", &[("identifier", NEW), ("code", &code)]).done();
        secrets.of_visitor(&coded);
        let mut change = vec![("current_password", SECOND_PASSWORD), ("new_password", THIRD_PASSWORD)];
        if door == Door::Pages {
            change.push(("new_password_confirm", THIRD_PASSWORD));
        }
        coded.own("password", "password", &change).done();
        secrets.of_visitor(&coded);
        coded.logout().done();

        for (kind, times) in [
            ("registered", 1),
            ("code_requested", 4),
            ("code_refused", 2),
            ("email_verified", 1),
            ("login_failed", 1),
            ("password_reset", 1),
            ("reauthentication_failed", 1),
            ("email_changed", 1),
            ("password_changed", 1),
            ("logout", 1),
            // Registering signs in too.
            ("login", 3),
        ] {
            assert_eq!(noted(house, &format!("kind = '{kind}' AND user_id IS NOT NULL")), times, "{kind}");
        }
        assert_eq!(noted(house, "kind = 'login_failed' AND user_id IS NULL"), 1, "about nobody, noted all the same");
        assert!(holding(house, "purpose") >= 6 && holding(house, "127.0.0.1") > 10, "the search finds what is there");
        assert!(secrets.0.len() >= 5 + 4 * 2 + 3, "{}", secrets.0.len());
        for secret in &secrets.0 {
            assert!(secret.len() >= 8, "{secret}");
            assert_eq!(holding(house, secret), 0, "{secret} is in the log");
        }
    });
}
