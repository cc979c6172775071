//! Registration, sign-in by password or code, tokens, sign-out.

use super::endpoint::{Endpoint, post};
use crate::api::openapi::{Operation, Tag, Who, example_of, of_fields, of_registration, one_of_these};
use crate::api::{login, login_by_code, logout, refresh, register};
use crate::app::App;
use crate::error::Code;
use crate::forms::{Field, Kind, LoginForm, RegistrationForm, login_by_code as code_forms};
use crate::languages::in_english;
use crate::phrase::Phrase;
use crate::web::by_code;
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) fn table(app: &App) -> Vec<Endpoint> {
    let in_use = Arc::clone(&app.accounts().register_form);
    let named = app.accounts().register_forms().map(|form| {
        let id = format!("register_{}", form.name());
        (format!("/register/{}", form.name()), registration(app, &id, form.as_ref()))
    });
    let mut all = vec![
        post("/register", register::submit, registration(app, "register", in_use.as_ref())),
        post("/register/{name}", register::submit_named, registration(app, "register", in_use.as_ref()))
            .standing_for(named.collect()),
        post("/login", login::submit, login(&app.accounts().login_form)),
        post("/logout", logout::submit, logout()),
        post("/token/refresh", refresh::submit, refresh()),
    ];
    all.extend(codes().map(|endpoint| endpoint.only(by_code)));
    all
}

/// A sign-in that can be carried as a cookie.
fn with_cookie(operation: Operation) -> Operation {
    let words = "Carry the session as a cookie: the answer has no tokens then. For pages of this site.";
    operation.query("session", words, &json!({"type": "string", "enum": ["cookie"]}))
}

pub(super) fn gives_session(operation: Operation, status: u16, words: &str) -> Operation {
    with_cookie(operation)
        .gives(status, words, "SignedIn")
        .with_header("Set-Cookie", "With `session=cookie`: the session, and the mark of a known browser.")
}

fn registration(app: &App, id: &str, form: &dyn RegistrationForm) -> Operation {
    let settings = app.settings();
    let quiet = settings.registration.prevent_enumeration;
    let fields = form.fields();
    let intro = in_english(&form.intro());
    let name = format!("Registration_{}", form.name().replace(|c: char| !c.is_ascii_alphanumeric(), "_"));
    let mut all = Operation::new(id, Tag::Entrance, in_english(&form.title()))
        .saying(if intro.is_empty() { "Makes an account.".to_owned() } else { intro })
        .takes_schema(name, of_registration(fields), example_of(fields), true)
        .refuses(&[Code::NoIdentifier, Code::Taken, Code::Mismatch, Code::TooShort, Code::TooLong])
        .refuses(&[Code::PasswordTooShort, Code::PasswordTooCommon, Code::PasswordNumeric, Code::PasswordSimilar])
        .refuses(&[Code::Throttled, Code::RegistrationClosed]);
    all = gives_session(all, 201, "The account. It is signed in, unless the settings say otherwise.");
    if quiet {
        all = all.gives(202, "A message is on its way: the same for addresses that are known.", "Detail");
    }
    all
}

fn login(form: &LoginForm) -> Operation {
    let operation = Operation::new("login", Tag::Entrance, "Sign in")
        .saying("With one `identifier` of any kind, or with one or more of the kinds by name, which must be of one account.")
        .takes_schema("Login", login_schema(form), example_of(form.fields()), true)
        .refuses(&[Code::NoIdentifier, Code::InvalidCredentials, Code::Unverified, Code::Throttled]);
    gives_session(operation, 200, "Signed in.")
}

/// Either `identifier`, or at least one of those by name.
pub(super) fn login_schema(form: &LoginForm) -> Value {
    let password = Field::new("password", Phrase::new("field-password"), Kind::Password).required();
    let remember_me = Field::new("remember_me", Phrase::new("field-remember-me"), Kind::Checkbox);
    let any = Field::new("identifier", Phrase::new("field-identifier"), Kind::AnyIdentifier).required();
    let mut by_name: Vec<Field> = Vec::new();
    for kind in form.kinds() {
        // Any text may be tried as an identifier; one that cannot be any is nobody's.
        by_name.push(Field { kind: Kind::AnyIdentifier, ..Field::identifier(*kind) });
    }
    let names: Vec<String> = by_name.iter().map(|field| field.name.clone().into_owned()).collect();
    // What an application asks for beside them.
    let beside = form.fields().iter().filter(|field| field.profile_type().is_some()).cloned();
    let rest: Vec<Field> = [password, remember_me].into_iter().chain(beside).collect();
    by_name.extend(rest.iter().cloned());
    let mut by_name = of_fields(&by_name);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    by_name["anyOf"] = one_of_these(&names)["anyOf"].clone();
    let any: Vec<Field> = std::iter::once(any).chain(rest).collect();
    json!({"oneOf": [of_fields(&any), by_name]})
}

fn logout() -> Operation {
    Operation::new("logout", Tag::Entrance, "Sign out")
        .saying("Ends this session; its access and refresh tokens are worth nothing from this moment on.")
        .by(Who::Account)
        .gives_other(204, "Signed out.", None)
}

fn refresh() -> Operation {
    let token = Field::new("refresh_token", Phrase::verbatim("Refresh token"), Kind::AnyIdentifier).required();
    let example = json!({"refresh_token": "yUu3Vt0nW0aVd1M2bQ"});
    Operation::new("refreshToken", Tag::Entrance, "A new pair of tokens")
        .saying("A refresh token is good once; presented again, it ends its session.")
        .takes_schema("Refresh", of_fields(&[token]), Some(example), true)
        .gives(200, "A new pair.", "Tokens")
        .refuses(&[Code::InvalidToken, Code::Throttled])
}

fn codes() -> [Endpoint; 2] {
    let request = Operation::new("requestLoginCode", Tag::Entrance, "Ask for a code to sign in with")
        .saying("It goes to a verified address. The answer is the same whether or not there is such an account.")
        .takes("LoginCode", &code_forms::request(true).fields)
        .gives(202, "If there is such an account, a message is on its way.", "Detail")
        .refuses(&[Code::Throttled]);
    let confirm = Operation::new("loginByCode", Tag::Entrance, "Sign in with a code")
        .takes("LoginByCode", &code_forms::confirm(true, true).fields)
        .refuses(&[Code::InvalidCode, Code::Unverified, Code::Throttled]);
    [
        post("/login/code", login_by_code::request, request),
        post("/login/code/confirm", login_by_code::confirm, gives_session(confirm, 200, "Signed in.")),
    ]
}
