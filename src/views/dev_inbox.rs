//! `/dev/inbox`: the messages of the console, file and memory transports, for whoever develops on this machine. Not there
//! for anybody else.

use super::draw::{Content, in_words, reply};
use super::page::Page;
use crate::app::App;
use crate::db::Time;
use crate::delivery::{Kept, Message};
use crate::error::{Code, Error};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

/// What a mail may do in a browser: look like itself, and nothing else.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups";

/// `GET /dev/inbox`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    only_here(&request, &app)?;
    let base = &app.settings().public_url.base;
    let messages: Vec<Value> = app.delivery().inbox().list().iter().take(100).map(|kept| draw(kept, base)).collect();
    let content = Content {
        title: "Development inbox",
        intro: "What would have been sent, newest first. Only this machine can see this page.",
        messages,
        ..Content::default()
    };
    reply(&request, StatusCode::OK, "dev_inbox.html", &content).map_err(|error| Page::error(&request, error))
}

/// `GET /dev/inbox/{id}`: an email as a mail program shows it.
pub async fn show_html(request: HttpRequest, app: web::Data<App>, id: web::Path<u64>) -> Result<HttpResponse, Page> {
    only_here(&request, &app)?;
    match app.delivery().inbox().get(*id).map(|kept| kept.message.clone()) {
        Some(Message::Email(email)) => Ok(HttpResponse::Ok()
            .insert_header((header::CONTENT_SECURITY_POLICY, MAIL_POLICY))
            .content_type("text/html; charset=utf-8")
            .body(email.html)),
        _ => Err(Page::error(&request, Error::Refused(Code::NotFound))),
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

fn draw(kept: &Kept, base: &str) -> Value {
    let (to, subject, text, kind, has_html) = match &kept.message {
        Message::Email(email) => (&email.to, email.subject.as_str(), &email.text, email.kind, true),
        Message::Sms(sms) => (&sms.to, "Text message", &sms.text, sms.kind, false),
    };
    let alone = |line: &&str| {
        (4..=64).contains(&line.len()) && line.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let bound = text.lines().find_map(|line| line.strip_prefix('@')?.split_once(" #")).map(|(_, code)| code);
    let code = text.lines().map(str::trim).find(alone).or(bound);
    // The path alone: it works under whichever name and port this page is read.
    let paths = text.split_whitespace().filter_map(|word| word.strip_prefix(base));
    let link = paths.map(|path| path.trim_end_matches('.')).find(|path| path.len() > 1 && path.starts_with('/'));
    let at = Time::from(kept.sent_at);
    json!({
        "id": kept.id, "to": to, "subject": subject, "text": text, "kind": kind.slug(), "has_html": has_html,
        "code": code, "link": link, "at": at, "at_words": in_words(at),
    })
}
