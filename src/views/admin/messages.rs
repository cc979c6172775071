//! `{admin.path}/messages`: how it stands with messages, and trying one again.

use super::list::{List, Rows, account, chosen, time};
use crate::accounts::{Accounts, Actor, Admin};
use crate::app::App;
use crate::context::Context;
use crate::db::outbox_pages::{Envelope, State};
use crate::db::{Id, Time};
use crate::error::{Error, Result};
use crate::forms::administer;
use crate::phrase::Phrase;
use crate::views::draw::see_other;
use crate::views::page::Page;
use crate::views::submission::Submission;
use crate::web::{Listing, client};
use actix_web::web::{Data, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// The query of the page one comes to after having a message tried again.
const RETRIED: &str = "done=retried";

/// `GET …/messages`
pub async fn show(request: HttpRequest, app: Data<App>, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    draw(&request, &app, &admin, None).await.map_err(|error| Page::error(&request, error))
}

/// `POST …/messages`: has the one named `message` tried again.
pub async fn submit(post: Submission, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    let done = match retry(&post, &admin).await {
        Err(error @ Error::Invalid(_)) => draw(&post.request, &post.app, &admin, Some(&error)).await,
        other => other,
    };
    done.map_err(|error| Page::error(&post.request, error))
}

async fn retry(post: &Submission, admin: &Admin) -> Result<HttpResponse> {
    let id = chosen(&post.input, "message", &["state"])?;
    let admin = admin.clone();
    let work = move |accounts: &Accounts, cx: &mut Context<'_>| accounts.retry_message(cx, Actor::Admin(&admin), id);
    post.app.run(post.client.clone(), work).await?;
    // Back to where the button was.
    let state = post.input.shown("state").and_then(State::named);
    let kept = state.map(|state| format!("state={}&", state.as_str())).unwrap_or_default();
    Ok(see_other(&format!("{}/messages?{kept}{RETRIED}", post.app.settings().admin.path)))
}

async fn draw(request: &HttpRequest, app: &App, admin: &Admin, refused: Option<&Error>) -> Result<HttpResponse> {
    let filters = administer::messages();
    let list = List {
        title: Phrase::new("admin-messages-title"),
        intro: Phrase::new("admin-messages-intro"),
        notice: if request.query_string().ends_with(RETRIED) {
            Phrase::new("admin-messages-retried")
        } else {
            Phrase::NONE
        },
        path: "/messages",
        template: "admin/messages.html",
        filters: &filters,
    };
    let found = async {
        let listing = Listing::of_query(request.query_string(), &filters)?;
        let asked = listing.clone();
        let state = State::named(asked.narrowed.text("state"));
        let (page, names) = app
            .run(client(request, app.settings()), move |accounts, cx| {
                let page = accounts.search_messages(cx, state, asked.paging.cursor, asked.paging.limit)?;
                let ids: Vec<Id> = page.items.iter().filter_map(|message| message.user_id).collect();
                let names = accounts.names(cx, &ids)?;
                Ok((page, names))
            })
            .await?;
        Ok(Rows::of(&listing, &page, |message| row(message, app.now(), &account(app, &names, message.user_id))))
    };
    list.page(request, app, admin, found.await, refused)
}

fn row(message: &Envelope, now: Time, account: &Value) -> Value {
    let state = message.state();
    let (words, tone) = match state {
        State::Waiting => ("admin-messages-waiting", "wait"),
        State::Failed => ("admin-messages-failed", "bad"),
        State::Sent => ("admin-messages-sent", "good"),
        State::Dead => ("admin-messages-dead", "bad"),
    };
    json!({
        "id": message.id,
        "kind": message.kind,
        "channel": message.channel,
        "destination": message.destination,
        "account": account,
        "state": {"name": state.as_str(), "words": Phrase::new(words), "tone": tone},
        "tries": message.tries,
        "why": message.last_error,
        "created": time(message.created_at, now),
        "due": matches!(state, State::Waiting | State::Failed).then(|| time(message.due_at, now)),
        "ended": message.sent_at.or(message.dead_at).map(|at| time(at, now)),
    })
}
