//! The language of a request: that of the account, else of the cookie, else what the browser asks for, else the default.
//! And the one place where a reply's phrases become words of it.

use super::cookies::same_site;
use super::session;
use crate::accounts::SignedIn;
use crate::app::App;
use crate::languages::{Language, nearest, wanted};
use crate::phrase::Phrase;
use crate::settings::Settings;
use actix_web::body::BoxBody;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde_json::Value;

/// Browsers keep no cookie longer than 400 days.
const COOKIE_DAYS: i64 = 400;

/// Left with a request: the language of who is signed in, if they have chosen one.
#[derive(Clone)]
struct OfAccount(Option<String>);

/// Left with a request: the language of its reply.
struct Spoken(String);

/// Left with a reply: what its body says, in no language yet.
struct Unsaid(Value);

/// The name of the cookie that keeps a browser's language.
#[must_use]
pub fn language_name(settings: &Settings) -> String {
    format!("{}_language", settings.sessions.cookie_name)
}

/// The language of a reply to this request, one of `languages.enabled`; the reply will say that it is in it.
#[must_use]
pub fn language(request: &HttpRequest, settings: &Settings) -> String {
    let own = request.extensions().get::<OfAccount>().map(|own| own.0.clone());
    let own = own.unwrap_or_else(|| session::of_cookie(request).and_then(|who| who.user.language));
    let chosen = own.and_then(|own| nearest(&own, &settings.languages.enabled).map(str::to_owned));
    let chosen = chosen.unwrap_or_else(|| language_of_client(request, settings));
    request.extensions_mut().insert(Spoken(chosen.clone()));
    chosen
}

/// The language of whoever asks, whether or not they are signed in.
#[must_use]
pub(super) fn language_of_client(request: &HttpRequest, settings: &Settings) -> String {
    let offered = &settings.languages.enabled;
    let of_cookie = request.cookie(&language_name(settings));
    let of_cookie = of_cookie.as_ref().and_then(|cookie| offered.iter().find(|own| *own == cookie.value()));
    if let Some(own) = of_cookie {
        return own.clone();
    }
    let accept = request.headers().get_all(header::ACCEPT_LANGUAGE).filter_map(|value| value.to_str().ok());
    let accept = accept.collect::<Vec<_>>().join(",");
    wanted(&accept, offered).unwrap_or(&settings.languages.default).to_owned()
}

/// Notes whose request it is, for its language.
pub(super) fn note_account(request: &HttpRequest, who: &SignedIn) {
    request.extensions_mut().insert(OfAccount(who.user.language.clone()));
}

/// The same for a language that has just been chosen.
pub fn note_choice(request: &HttpRequest, settings: &Settings, tag: &str, reply: &mut HttpResponse) {
    request.extensions_mut().insert(OfAccount(Some(tag.to_owned())));
    let mut cookie = Cookie::new(language_name(settings), tag.to_owned());
    cookie.set_http_only(true);
    cookie.set_secure(settings.sessions.cookie_secure);
    cookie.set_same_site(same_site(settings));
    cookie.set_path("/");
    cookie.set_max_age(Duration::days(COOKIE_DAYS));
    // Fails only on a name or value that no header can hold; both are of our own making.
    let _ = reply.add_cookie(&cookie);
}

/// The languages offered, as people choose them.
#[must_use]
pub fn offered(app: &App) -> Vec<Language> {
    let languages = app.languages();
    languages.enabled().iter().map(|tag| languages.language(tag)).collect()
}

/// A phrase in the language of this request.
#[must_use]
pub fn say(request: &HttpRequest, app: &App, phrase: &Phrase) -> String {
    app.languages().say(&language(request, app.settings()), phrase)
}

/// A reply whose body is `value`, with every phrase in it in the language of the request.
#[must_use]
pub fn unsaid(status: StatusCode, content_type: &str, value: Value) -> HttpResponse {
    let mut reply = HttpResponse::build(status).content_type(content_type).finish();
    reply.extensions_mut().insert(Unsaid(value));
    reply
}

/// Puts what a reply has to say into words, and says in which language they are.
pub(super) fn put_into_words(app: &App, mut reply: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    if reply.response().extensions().contains::<Unsaid>() {
        let language = language(reply.request(), app.settings());
        let (request, response) = reply.into_parts();
        return ServiceResponse::new(request, put_into_words_of(app, response, &language));
    }
    let spoken = reply.request().extensions().get::<Spoken>().map(|spoken| spoken.0.clone());
    if let Some(spoken) = spoken {
        say_which(&spoken, reply.headers_mut());
    }
    reply
}

/// The same in this language.
pub(super) fn put_into_words_of(app: &App, mut reply: HttpResponse, language: &str) -> HttpResponse {
    let unsaid = reply.extensions_mut().remove::<Unsaid>();
    say_which(language, reply.headers_mut());
    match unsaid {
        Some(Unsaid(value)) => reply.set_body(BoxBody::new(app.languages().say_all(language, value).to_string())),
        None => reply,
    }
}

fn say_which(language: &str, headers: &mut HeaderMap) {
    for (name, value) in [(header::CONTENT_LANGUAGE, language), (header::VARY, "Accept-Language, Cookie")] {
        let name: HeaderName = name;
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.append(name, value);
        }
    }
}
