//! `/dev/inbox`: the messages of the console, file and memory transports, for whoever develops on this machine. Not there
//! for anybody else.

use super::draw::{Content, broken_template, reply};
use super::page::Page;
use crate::app::App;
use crate::db::Time;
use crate::delivery::{Email, Kept, Message, Sample, Stationery};
use crate::error::{Code, Error};
use crate::languages::{in_english, moment};
use crate::phrase::Phrase;
use crate::settings::Mistakes;
use crate::web::{POLICY, events};
use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};
use std::time::Duration;

/// What a mail may do in a browser: look like itself, and nothing else.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups";

/// How long a stream of news stays open at most, however long a stop may take.
const LONGEST: Duration = Duration::from_mins(5);

/// The messages shown; older ones are kept for whoever has their address.
const SHOWN: usize = 100;

/// `GET /dev/inbox`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    only_here(&request, &app)?;
    let base = &app.settings().public_url.base;
    let inbox = app.delivery().inbox();
    // Before the list: what comes between the two is then told again, not lost.
    let newest = *inbox.watch().borrow();
    let content = Content {
        title: Phrase::verbatim("Development inbox"),
        intro: Phrase::verbatim("What would have been sent, newest first. Only this machine can see this page."),
        messages: inbox.list().iter().take(SHOWN).map(|kept| draw_kept(kept, base)).collect(),
        newest,
        ..Content::default()
    };
    let drawn = reply(&request, StatusCode::OK, "dev_inbox.html", &content);
    let mut page = drawn.map_err(|error| Page::error(&request, error))?;
    let policy = HeaderValue::try_from(format!("{POLICY}; script-src 'self'; connect-src 'self'"));
    if let Ok(policy) = policy {
        page.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(page)
}

/// `GET /dev/inbox/events`: tells the page of each new message. Costs a connection, and no thread.
pub async fn news(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    only_here(&request, &app)?;
    if request.method() == Method::HEAD {
        return Ok(HttpResponse::Ok().content_type("text/event-stream").finish());
    }
    let last = request.headers().get("last-event-id").and_then(|id| id.to_str().ok());
    let asked = last.or_else(|| request.query_string().strip_prefix("after="));
    let inbox = app.delivery().inbox();
    // A stop that nobody told us of does not wait for longer than it may.
    let longest = (app.settings().server.shutdown_timeout / 5 * 4).min(LONGEST);
    Ok(events(inbox.watch(), inbox.closed(), asked.and_then(|id| id.parse().ok()), longest))
}

/// `GET /dev/inbox/{id}`: an email as a mail program shows it.
pub async fn show_html(request: HttpRequest, app: web::Data<App>, id: web::Path<u64>) -> Result<HttpResponse, Page> {
    only_here(&request, &app)?;
    match app.delivery().inbox().get(*id).map(|kept| kept.message.clone()) {
        Some(Message::Email(email)) => Ok(as_mail(email)),
        _ => Err(Page::error(&request, Error::Refused(Code::NotFound))),
    }
}

/// `GET /dev/inbox/preview`: every message there is, with sample data.
pub async fn preview(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    only_here(&request, &app)?;
    let samples: Result<Vec<Sample>, Page> =
        Stationery::names().into_iter().map(|name| sample(&request, &app, name)).collect();
    let messages = draw_samples(samples?);
    let content = Content {
        title: Phrase::verbatim("Every message there is"),
        intro: Phrase::verbatim("With sample data, as the templates are now."),
        messages,
        ..Content::default()
    };
    reply(&request, StatusCode::OK, "dev_preview.html", &content).map_err(|error| Page::error(&request, error))
}

/// `GET /dev/inbox/preview/{name}`: a sample as a mail program shows it.
pub async fn preview_html(
    request: HttpRequest,
    app: web::Data<App>,
    name: web::Path<String>,
) -> Result<HttpResponse, Page> {
    only_here(&request, &app)?;
    match sample(&request, &app, &name)?.email {
        Some(email) => Ok(as_mail(email)),
        None => Err(Page::error(&request, Error::Refused(Code::NotFound))),
    }
}

/// A mail as a page of its own, which can do nothing but look like itself.
fn as_mail(email: Email) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_SECURITY_POLICY, MAIL_POLICY))
        .content_type("text/html; charset=utf-8")
        .body(email.html)
}

fn sample(request: &HttpRequest, app: &App, name: &str) -> Result<Sample, Page> {
    match app.delivery().stationery().sample(name) {
        Ok(Some(sample)) => Ok(sample),
        Ok(None) => Err(Page::error(request, Error::Refused(Code::NotFound))),
        Err(mistakes) => Err(Page::error(request, broken_template(request, app, &Mistakes(mistakes)))),
    }
}

/// Refuses unless program, public address and request are all on loopback; the last keeps out other sites that have their
/// name point here.
fn only_here(request: &HttpRequest, app: &App) -> Result<(), Page> {
    let settings = app.settings();
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name =
        host.rsplit_once(':').filter(|(_, port)| port.chars().all(|c| c.is_ascii_digit())).map_or(host, |(n, _)| n);
    let loopback = name.eq_ignore_ascii_case("localhost")
        || name.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    if settings.server.bind.ip().is_loopback() && settings.public_url.loopback && loopback {
        return Ok(());
    }
    Err(Page::error(request, Error::Refused(Code::NotFound)))
}

fn draw_kept(kept: &Kept, base: &str) -> Value {
    let (text, look) = match &kept.message {
        Message::Email(email) => (&email.text, Some(format!("/dev/inbox/{}", kept.id))),
        Message::Sms(sms) => (&sms.text, None),
    };
    // The path alone: it works under whichever name and port this page is read.
    let paths = text.split_whitespace().filter_map(|word| word.strip_prefix(base));
    let link = paths.map(|path| path.trim_end_matches('.')).find(|path| path.len() > 1 && path.starts_with('/'));
    let at = Time::from(kept.sent_at);
    let mut drawn = draw(&kept.message);
    drawn["id"] = json!(kept.id);
    drawn["link"] = json!(link);
    drawn["look"] = json!(look);
    drawn["at"] = json!(at);
    drawn["at_words"] = json!(in_english(&moment(at.timestamp())));
    drawn
}

/// Every message that can be filled in, for the page that is drawn to see whether it can be.
pub(super) fn sample_messages(app: &App) -> Vec<Value> {
    let stationery = app.delivery().stationery();
    draw_samples(Stationery::names().into_iter().filter_map(|name| stationery.sample(name).ok().flatten()))
}

/// Without time, and without its link, which leads nowhere.
fn draw_samples(samples: impl IntoIterator<Item = Sample>) -> Vec<Value> {
    let mut all = Vec::new();
    for Sample { name, email, sms } in samples {
        let look = format!("/dev/inbox/preview/{name}");
        let email = email.map(|email| (Message::Email(email), json!(look)));
        let sms = sms.map(|sms| (Message::Sms(sms), json!(null)));
        for (message, look) in email.into_iter().chain(sms) {
            let mut drawn = draw(&message);
            drawn["id"] = json!(all.len());
            drawn["kind"] = json!(name);
            drawn["look"] = look;
            drawn["code"] = json!(null);
            drawn["open"] = json!(true);
            all.push(drawn);
        }
    }
    all
}

/// What is on every message: to whom, what it says, the code.
fn draw(message: &Message) -> Value {
    let (to, subject, text, kind) = match message {
        Message::Email(email) => (&email.to, email.subject.clone(), &email.text, email.kind),
        Message::Sms(sms) => {
            (&sms.to, format!("Text message: {}", sms.kind.slug().replace('_', " ")), &sms.text, sms.kind)
        }
    };
    let alone = |line: &&str| {
        (4..=64).contains(&line.len()) && line.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let bound = text.lines().find_map(|line| line.strip_prefix('@')?.split_once(" #")).map(|(_, code)| code);
    let code = text.lines().map(str::trim).find(alone).or(bound);
    json!({
        "id": 0, "to": to, "subject": subject, "text": text, "kind": kind.slug(), "code": code, "link": null,
        "look": null, "at": "", "at_words": "", "open": false,
    })
}
