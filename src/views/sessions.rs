//! `/account/sessions`

use super::device;
use super::draw::{Content, onward, reply, see_other};
use super::page::Page;
use super::submission::Submission;
use crate::accounts::{Accounts, SignedIn};
use crate::app::App;
use crate::context::Context;
use crate::db::Id;
use crate::db::Time;
use crate::db::sessions::{Session, SessionKind};
use crate::error::{Code, Error, FormErrors, Result};
use crate::languages::{ago, moment};
use crate::phrase::Phrase;
use crate::web::{Paging, client, forget_session, signed_in};
use actix_session::SessionExt;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

/// The queries of the page one comes to after ending one, and all others.
const ENDED: &str = "ended";
const ENDED_OTHERS: &str = "ended-others";

/// `GET /account/sessions`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    draw(&request, &app).await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/sessions`: ends the one named `session`, or without a name all but the one that asks.
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    end(&post).await.map_err(|error| Page::error(&post.request, error))
}

async fn end(post: &Submission) -> Result<HttpResponse> {
    let who = signed_in(&post.request, &post.app).await?;
    let mut errors = FormErrors::default();
    let named = post.input.text("session", &mut errors).map(str::to_owned);
    post.input.refuse_others(&["session"], &mut errors);
    let Some(named) = errors.or(|| named)? else {
        let work = move |accounts: &Accounts, cx: &mut Context<'_>| accounts.end_other_sessions(cx, &who);
        post.app.run(post.client.clone(), work).await?;
        return Ok(see_other(&format!("/account/sessions?{ENDED_OTHERS}")));
    };
    let id: Id = named.parse().map_err(|_| Error::Refused(Code::NotFound))?;
    let own = id == who.session.id;
    post.app.run(post.client.clone(), move |accounts, cx| accounts.end_session(cx, &who, id)).await?;
    if own {
        forget_session(&post.request.get_session());
        return Ok(onward(&post.app, &post.app.settings().logout_redirect_url));
    }
    Ok(see_other(&format!("/account/sessions?{ENDED}")))
}

async fn draw(request: &HttpRequest, app: &web::Data<App>) -> Result<HttpResponse> {
    let who = signed_in(request, app).await?;
    let paging = Paging::of_query(request.query_string())?;
    let asked = who.clone();
    let page = app
        .run(client(request, app.settings()), move |accounts, cx| {
            accounts.list_sessions(cx, &asked, paging.cursor, paging.limit)
        })
        .await?;
    let sessions: Vec<Value> = page.items.iter().map(|session| draw_session(session, &who, app.now())).collect();
    let others = paging.cursor.is_some() || page.next.is_some() || page.items.iter().any(|s| s.id != who.session.id);
    let content = Content {
        title: Phrase::new("sessions-title"),
        notice: match request.query_string() {
            ENDED => Phrase::new("sessions-ended"),
            ENDED_OTHERS => Phrase::new("sessions-ended-others"),
            _ => Phrase::NONE,
        },
        intro: Phrase::new("sessions-intro"),
        who: Some(&who),
        view: json!({
            "sessions": sessions,
            "others": others,
            "older": page.next.map(|next| format!("/account/sessions?limit={}&cursor={next}", paging.limit)),
        }),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "sessions.html", &content)
}

fn draw_session(session: &Session, who: &SignedIn, now: Time) -> Value {
    json!({
        "id": session.id,
        "device": device::in_words(&session.user_agent),
        "ip": session.ip,
        "app": session.kind == SessionKind::Bearer,
        "begun": session.created_at,
        "begun_words": moment(session.created_at.timestamp()),
        "used": session.last_used_at,
        "used_words": ago(now.since(session.last_used_at)),
        "current": session.id == who.session.id,
    })
}
