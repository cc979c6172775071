//! Draws pages: the context every template gets, a form with its values and mistakes, an error. Never gives a template
//! a password.

pub use super::draw_form::{form, other, with_also};

use super::nav::nav;
use super::{Engine, OnlyPosted, account, admin, files, next};
use crate::accounts::SignedIn;
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::languages::{FIRST, in_english};
use crate::phrase::Phrase;
use crate::settings::Mistakes;
use crate::web::{language, offered, request_id, retry_after, status, under};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, http::StatusCode, http::header, web};
use serde_json::{Value, json};
use std::borrow::Cow;
use tera::Context;

/// What is on a page, beside what every page has.
#[derive(Clone, Debug, Default)]
pub struct Content<'a> {
    /// The heading.
    pub title: Phrase,
    /// What has just happened, above the heading, or empty.
    pub notice: Phrase,
    /// A line under the heading, or empty.
    pub intro: Phrase,
    /// Who is signed in.
    pub who: Option<&'a SignedIn>,
    /// Where to go afterwards, or empty.
    pub next: &'a str,
    /// The form, drawn by [`form`].
    pub form: Value,
    /// A second form below it, drawn by [`other`].
    pub other: Value,
    /// How it stands with an address, for the page about it.
    pub address: Value,
    /// Where else to go.
    pub back: Option<Back>,
    /// The messages of the development inbox.
    pub messages: Vec<Value>,
    /// The number of the newest message there ever was.
    pub newest: u64,
    /// The refusal, for the error page.
    pub error: Value,
    /// What this page alone shows.
    pub view: Value,
}

/// A link to somewhere else.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Back {
    href: Cow<'static, str>,
    text: Phrase,
}

impl Back {
    /// A link to `href` that says `text`.
    #[must_use]
    pub fn new(href: impl Into<Cow<'static, str>>, text: Phrase) -> Self {
        Self { href: href.into(), text }
    }
}

/// Draws the template `name`.
///
/// # Errors
/// When a template asks for what the page did not give.
pub fn page(request: &HttpRequest, name: &str, content: &Content<'_>) -> Result<String> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("a page without the program"))?;
    let refreshed = app.languages().refresh();
    let drawn = refreshed.and_then(|()| app.engine().try_draw(name, &context(app, &Asked::by(request, app), content)));
    let drawn = drawn.map(|page| under(&app.settings().public_url.path, page));
    drawn.map_err(|mistakes| broken_template(request, app, &mistakes))
}

/// The refusal for a broken template.
pub(super) fn broken_template(request: &HttpRequest, app: &App, mistakes: &Mistakes) -> Error {
    let words = mistakes.to_string();
    if app.engine().again() {
        request.extensions_mut().insert(BrokenTemplate(words.clone()));
    }
    Error::internal(words)
}

/// What is wrong with a template, kept with the request for the page about it. Only where whoever sees the page is
/// whoever writes it.
struct BrokenTemplate(String);

/// What of a request every page depends on.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The path.
    pub path: String,
    /// The path and the query, as far as one may come back to it; else the nearest page that one may.
    pub here: String,
    /// Whether something was sent. What came along to be gone to afterwards is not part of the path then.
    pub sent: bool,
    /// The language of the page.
    pub language: String,
}

impl Asked {
    /// As a request asks.
    pub(super) fn by(request: &HttpRequest, app: &App) -> Self {
        let prefix = &app.settings().public_url.path;
        let path = request.path().strip_prefix(prefix.as_str()).unwrap_or(request.path()).to_owned();
        let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
        let here = if request.app_data::<OnlyPosted>().is_some() {
            let above = path.rsplit_once('/').map_or("", |(above, _)| above);
            format!("{prefix}{}", if above.is_empty() { "/" } else { above })
        } else {
            next::path_of_this_site(target).unwrap_or("/").to_owned()
        };
        // Whoever develops reads English: the command line speaks nothing else either.
        let develops = path.starts_with("/dev/");
        let language = if develops { FIRST.to_owned() } else { language(request, app.settings()) };
        Self { path, here, sent: !request.method().is_safe(), language }
    }
}

/// Everything a template is given.
pub(super) fn context(app: &App, asked: &Asked, content: &Content<'_>) -> Context {
    let public = &app.settings().public_url;
    let own = app.languages().language(&asked.language);
    let say = |phrase: &Phrase| app.languages().say(&asked.language, phrase);
    let say_all = |value: &Value| app.languages().say_all(&asked.language, value.clone());
    let mut cx = Context::new();
    cx.insert("lang", &own.tag);
    cx.insert("dir", &own.direction);
    cx.insert("languages", &offered(app));
    let onward = if asked.sent && !asked.here.contains('?') { next::query(content.next) } else { String::new() };
    cx.insert("here", &format!("{}{onward}", asked.here));
    cx.insert("title", &say(&content.title));
    cx.insert("intro", &say(&content.intro));
    cx.insert("site_host", public.origin.split_once("//").map_or(public.host.as_str(), |(_, host)| host));
    cx.insert("asset", &files::addresses());
    cx.insert("account", &content.who.map(|who| account::drawn(who, &say)));
    cx.insert("next", content.next);
    cx.insert("next_query", &next::query(content.next));
    cx.insert("registration_open", &app.settings().registration.open);
    cx.insert("phones", &app.settings().phone_authentication_active);
    cx.insert("by_code", &app.settings().login.by_code);
    cx.insert("notice", &say(&content.notice));
    cx.insert("form", &say_all(&content.form));
    cx.insert("other", &say_all(&content.other));
    cx.insert("address", &say_all(&content.address));
    cx.insert("back", &say_all(&json!(content.back)));
    cx.insert("messages", &content.messages);
    cx.insert("newest", &content.newest);
    cx.insert("error", &say_all(&content.error));
    cx.insert("view", &say_all(&content.view));
    cx.insert("admin", &say_all(&json!(admin::nav(&app.settings().admin, &asked.path))));
    cx.insert("nav", &say_all(&nav(&asked.path, app.settings().phone_authentication_active, content.who).into()));
    cx
}

/// A page as a reply.
///
/// # Errors
/// As [`page`].
pub fn reply(request: &HttpRequest, status: StatusCode, name: &str, content: &Content<'_>) -> Result<HttpResponse> {
    let html = page(request, name, content)?;
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html))
}

/// 303 to a path of this site, which need not be one of ours: where we are mounted under a path, the others are somebody
/// else's, and it is told apart by being given whole.
#[must_use]
pub fn onward(app: &App, to: &str) -> HttpResponse {
    let site = &app.settings().public_url;
    if site.path.is_empty() { see_other(to) } else { see_other(&format!("{}{to}", site.origin)) }
}

/// 303 to a path of ours.
#[must_use]
pub fn see_other(to: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish()
}

/// 422 for a link that is spent, expired or replaced: what it was good for cannot be tried again, only asked for anew.
///
/// # Errors
/// As [`page`].
pub fn gone_link(request: &HttpRequest, anew: &'static str) -> Result<HttpResponse> {
    let content = Content {
        title: Phrase::new("gone-title"),
        intro: Phrase::new("gone-intro"),
        back: Some(Back::new(anew, Phrase::new("gone-again"))),
        ..Content::default()
    };
    reply(request, StatusCode::UNPROCESSABLE_ENTITY, "gone.html", &content)
}

/// The page about a refusal. Falls back to plain words when even that cannot be drawn.
#[must_use]
pub fn error_page(request: &HttpRequest, error: &Error) -> String {
    let status = status(error);
    let title = match error.code() {
        Code::NotFound => "refused-not-found",
        Code::MethodNotAllowed => "refused-method",
        Code::CrossOrigin => "refused-cross-origin",
        Code::Forbidden | Code::RegistrationClosed => "refused-forbidden",
        Code::Overloaded | Code::Unavailable | Code::Throttled => "refused-for-now",
        Code::Internal => "refused-internal",
        _ => "refused",
    };
    let id = if status.is_server_error() { request_id(request) } else { String::new() };
    let broken = || request.extensions().get::<BrokenTemplate>().map(|broken| broken.0.clone());
    let mut about =
        json!({"status": status.as_u16(), "title": Phrase::new(title), "detail": words(error), "request_id": id});
    let content = |about: &Value| Content { title: Phrase::new(title), error: about.clone(), ..Content::default() };
    if broken().is_none() {
        match page(request, "error.html", &content(&about)) {
            Ok(html) => return html,
            Err(cause) => tracing::error!(%cause, request = %request_id(request), "the page about a refusal failed"),
        }
    }
    // The templates at hand are what is broken, so it is told by the built-in ones.
    if let Some(words) = broken() {
        about["detail"] = json!(words);
    }
    let app = request.app_data::<web::Data<App>>();
    let drawn = app.and_then(|app| {
        Engine::new(&app.languages().for_templates())
            .ok()?
            .draw("error.html", &context(app, &Asked::by(request, app), &content(&about)))
            .ok()
            .map(|page| under(&app.settings().public_url.path, page))
    });
    drawn.unwrap_or_else(|| format!("{}. {}", in_english(&Phrase::new(title)), in_english(&error.code().words())))
}

pub(super) fn words(error: &Error) -> Phrase {
    match retry_after(error) {
        Some(seconds) if matches!(error, Error::Throttled { .. }) => {
            Phrase::new("error-wait").with("wait", crate::api::wait_in_words(seconds))
        }
        _ => error.code().words(),
    }
}
