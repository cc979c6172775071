//! Draws pages: the context every template gets, a form with its values and mistakes, an error. Never gives a template
//! a password.

use super::nav::nav;
use super::{Engine, account, admin, files, next};
use crate::accounts::SignedIn;
use crate::app::App;
use crate::db::Time;
use crate::error::{Code, Error, FieldError, FormErrors, Result};
use crate::forms::{Choice, Field, Input, Kind, Words};
use crate::settings::Mistakes;
use crate::web::{request_id, retry_after, status};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, http::StatusCode, http::header, web};
use serde_json::{Value, json};
use std::borrow::Cow;
use tera::Context;

/// What is on a page, beside what every page has.
#[derive(Clone, Debug, Default)]
pub struct Content<'a> {
    /// The heading.
    pub title: &'a str,
    /// What has just happened, above the heading, or empty.
    pub notice: &'a str,
    /// A line under the heading, or empty.
    pub intro: &'a str,
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
    text: &'static str,
}

impl Back {
    /// A link to `href` that says `text`.
    #[must_use]
    pub fn new(href: impl Into<Cow<'static, str>>, text: &'static str) -> Self {
        Self { href: href.into(), text }
    }
}

/// Draws the template `name`.
///
/// # Errors
/// When a template asks for what the page did not give.
pub fn page(request: &HttpRequest, name: &str, content: &Content<'_>) -> Result<String> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("a page without the program"))?;
    let drawn = app.engine().try_draw(name, &context(app, request.path(), content));
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

/// Everything a template is given.
pub(super) fn context(app: &App, path: &str, content: &Content<'_>) -> Context {
    let public = &app.settings().public_url;
    let mut cx = Context::new();
    cx.insert("lang", "en");
    cx.insert("dir", "ltr");
    cx.insert("title", content.title);
    cx.insert("intro", content.intro);
    cx.insert("site_host", public.origin.split_once("//").map_or(public.host.as_str(), |(_, host)| host));
    cx.insert("asset", &files::addresses());
    cx.insert("account", &content.who.map(account::drawn));
    cx.insert("next", content.next);
    cx.insert("next_query", &next::query(content.next));
    cx.insert("registration_open", &app.settings().registration.open);
    cx.insert("phones", &app.settings().phone_authentication_active);
    cx.insert("by_code", &app.settings().login.by_code);
    cx.insert("notice", content.notice);
    cx.insert("form", &content.form);
    cx.insert("other", &content.other);
    cx.insert("address", &content.address);
    cx.insert("back", &content.back);
    cx.insert("messages", &content.messages);
    cx.insert("newest", &content.newest);
    cx.insert("error", &content.error);
    cx.insert("view", &content.view);
    cx.insert("admin", &admin::nav(&app.settings().admin, path));
    cx.insert("nav", &nav(path, app.settings().phone_authentication_active, content.who));
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

/// 303 to a path of this site.
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
        title: "This link no longer works",
        intro: "A link is good once and for a short while, and only the newest one. Perhaps it did its work already.",
        back: Some(Back::new(anew, "Ask for another")),
        ..Content::default()
    };
    reply(request, StatusCode::UNPROCESSABLE_ENTITY, "gone.html", &content)
}

/// A form as its template wants it, with what was sent and what is wrong with it.
#[must_use]
pub fn form(
    name: &str,
    action: &str,
    submit: &str,
    fields: &[Field],
    input: Option<&Input>,
    error: Option<&Error>,
) -> Value {
    let none = FormErrors::default();
    let (errors, mut whole) = match error {
        Some(Error::Invalid(errors)) => (errors, Vec::new()),
        Some(other) => (&none, vec![json!({"code": other.code().slug(), "detail": words(other)})]),
        None => (&none, Vec::new()),
    };
    let beside_a_field = |e: &FieldError| fields.iter().any(|field| stands_beside(e, field, fields));
    for e in errors.0.iter().filter(|e| !beside_a_field(e)) {
        whole.push(json!({"code": e.code.slug(), "detail": e.detail}));
    }
    let group = |at: usize| fields.get(at).and_then(|field| field.group.as_ref());
    let mut drawn: Vec<Value> = fields.iter().map(|field| draw_field(field, fields, input, errors)).collect();
    for (at, field) in drawn.iter_mut().enumerate() {
        let before = at.checked_sub(1).and_then(group);
        field["opens"] = json!(group(at).filter(|own| Some(*own) != before).map(Words::as_str).unwrap_or_default());
        field["closes"] = json!(group(at).is_some() && group(at) != group(at + 1));
    }
    json!({"name": name, "action": action, "submit": submit, "also": null, "errors": whole, "fields": drawn})
}

/// The same form with a second button, which sends the same boxes elsewhere.
#[must_use]
pub fn with_also(mut form: Value, action: &str, submit: &str) -> Value {
    form["also"] = json!({"action": action, "submit": submit});
    form
}

/// A form below another: its boxes have ids of their own.
#[must_use]
pub fn other(title: &str, action: &str, submit: &str, fields: &[Field]) -> Value {
    let mut all = form(title, action, submit, fields, None, None);
    for field in all["fields"].as_array_mut().into_iter().flatten() {
        let id = field["id"].as_str().map(|id| format!("other_{id}"));
        field["id"] = json!(id);
    }
    all
}

fn draw_field(field: &Field, all: &[Field], input: Option<&Input>, errors: &FormErrors) -> Value {
    let own = errors.0.iter().filter(|e| stands_beside(e, field, all));
    let sent = input.and_then(|input| input.shown(&field.name)).filter(|_| field.may_echo());
    let first = field.default.as_ref().filter(|_| input.is_none());
    let first_text = first.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let shown = sent.map_or_else(|| first_text.unwrap_or_default(), str::to_owned);
    let ticked = field.input_type() == "checkbox"
        && (first == Some(&Value::Bool(true)) || matches!(sent, Some("on" | "true" | "1")));
    let choice = |choice: &Choice| json!({"value": choice.value, "label": choice.label});
    let choices: Vec<Value> = field.choices().iter().map(choice).collect();
    json!({
        "name": field.name,
        "id": format!("id_{}", field.name),
        "label": field.label,
        "type": field.input_type(),
        "value": shown,
        "checked": ticked,
        // A program may leave the second entry out; a person may not.
        "required": field.is_required() || field.kind == Kind::PasswordAgain,
        "autocomplete": field.autocomplete(),
        "inputmode": field.input_mode(),
        "help": field.help,
        "choices": choices,
        "errors": own.map(|e| json!({"code": e.code.slug(), "detail": e.detail})).collect::<Vec<_>>(),
    })
}

/// Whether a mistake is shown at this field. Without any identifier, the one box for them is where it is missing.
fn stands_beside(e: &FieldError, field: &Field, all: &[Field]) -> bool {
    let only_box = || is_identifier(field) && all.iter().filter(|other| is_identifier(other)).count() == 1;
    e.field.as_deref() == Some(&*field.name) || (e.field.is_none() && e.code == Code::NoIdentifier && only_box())
}

fn is_identifier(field: &Field) -> bool {
    matches!(field.kind, Kind::Identifier(_) | Kind::AnyIdentifier)
}

/// The page about a refusal. Falls back to plain words when even that cannot be drawn.
#[must_use]
pub fn error_page(request: &HttpRequest, error: &Error) -> String {
    let status = status(error);
    let title = match error.code() {
        Code::NotFound => "Page not found",
        Code::MethodNotAllowed => "Not that way",
        Code::CrossOrigin => "That came from elsewhere",
        Code::Forbidden | Code::RegistrationClosed => "Not allowed",
        Code::Overloaded | Code::Unavailable | Code::Throttled => "Not right now",
        Code::Internal => "Our fault",
        _ => "That did not work",
    };
    let id = if status.is_server_error() { request_id(request) } else { String::new() };
    let broken = || request.extensions().get::<BrokenTemplate>().map(|broken| broken.0.clone());
    let mut about = json!({"status": status.as_u16(), "title": title, "detail": words(error), "request_id": id});
    let content = |about: &Value| Content { title, error: about.clone(), ..Content::default() };
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
    let drawn = app
        .and_then(|app| Engine::new().ok()?.draw("error.html", &context(app, request.path(), &content(&about))).ok());
    drawn.unwrap_or_else(|| format!("{title}. {}", error.code().words()))
}

fn words(error: &Error) -> String {
    match retry_after(error) {
        Some(seconds) if matches!(error, Error::Throttled { .. }) => {
            format!("Too many tries. Wait {}, then try again.", crate::api::wait_in_words(seconds))
        }
        _ => error.code().words().to_owned(),
    }
}

/// "22 November 2026, 10:00 UTC"
pub(super) fn in_words(at: Time) -> String {
    at.timestamp().strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// "22 November 2026"
pub(super) fn day(at: Time) -> String {
    at.timestamp().strftime("%-d %B %Y").to_string()
}

/// "3 hours ago": to the unit, since nobody remembers more.
pub(super) fn ago(at: Time, now: Time) -> String {
    let seconds = now.since(at).as_secs();
    let (count, unit) = match seconds {
        0..=119 => return "just now".to_owned(),
        120..=7_199 => (seconds / 60, "minutes"),
        7_200..=172_799 => (seconds / 3_600, "hours"),
        _ => (seconds / 86_400, "days"),
    };
    format!("{count} {unit} ago")
}
