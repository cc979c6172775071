//! `{admin.path}/tokens`: one-time passwords under way, without the codes, and ending one.

use super::list::{List, Rows, account, chosen, time};
use crate::accounts::{Accounts, Actor, Admin, OpenToken};
use crate::app::App;
use crate::context::Context;
use crate::db::{Id, Time};
use crate::error::{Error, Result};
use crate::forms::{Filters, administer};
use crate::phrase::Phrase;
use crate::views::draw::see_other;
use crate::views::page::Page;
use crate::views::submission::Submission;
use crate::web::{Listing, client};
use actix_web::web::{Data, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// The query of the page one comes to after ending one.
const ENDED: &str = "done=ended";

/// `GET …/tokens`
pub async fn show(request: HttpRequest, app: Data<App>, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    draw(&request, &app, &admin, None).await.map_err(|error| Page::error(&request, error))
}

/// `POST …/tokens`: ends the one named `token`.
pub async fn submit(post: Submission, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    let done = match end(&post, &admin).await {
        Err(error @ Error::Invalid(_)) => draw(&post.request, &post.app, &admin, Some(&error)).await,
        other => other,
    };
    done.map_err(|error| Page::error(&post.request, error))
}

async fn end(post: &Submission, admin: &Admin) -> Result<HttpResponse> {
    let id = chosen(&post.input, "token", &[])?;
    let admin = admin.clone();
    let work = move |accounts: &Accounts, cx: &mut Context<'_>| accounts.end_token(cx, Actor::Admin(&admin), id);
    post.app.run(post.client.clone(), work).await?;
    Ok(see_other(&format!("{}/tokens?{ENDED}", post.app.settings().admin.path)))
}

async fn draw(request: &HttpRequest, app: &App, admin: &Admin, refused: Option<&Error>) -> Result<HttpResponse> {
    let filters = administer::tokens();
    let list = List {
        title: Phrase::new("admin-tokens-title"),
        intro: Phrase::new("admin-tokens-intro"),
        notice: if request.query_string().ends_with(ENDED) { Phrase::new("admin-tokens-ended") } else { Phrase::NONE },
        path: "/tokens",
        template: "admin/tokens.html",
        filters: &filters,
    };
    list.page(request, app, admin, find(request, app, &filters).await, refused)
}

async fn find(request: &HttpRequest, app: &App, filters: &Filters) -> Result<Rows> {
    let listing = Listing::of_query(request.query_string(), filters)?;
    let asked = listing.clone();
    let (page, names) = app
        .run(client(request, app.settings()), move |accounts, cx| {
            let narrowed = (asked.narrowed.some("purpose"), asked.narrowed.some("channel"));
            let page = accounts.search_tokens(cx, narrowed, asked.paging.cursor, asked.paging.limit)?;
            let ids: Vec<Id> = page.items.iter().filter_map(|token| token.user).collect();
            let names = accounts.names(cx, &ids)?;
            Ok((page, names))
        })
        .await?;
    Ok(Rows::of(&listing, &page, |token| row(token, app.now(), &account(app, &names, token.user))))
}

fn row(token: &OpenToken, now: Time, account: &Value) -> Value {
    let purposes = administer::tokens();
    let choices = purposes.fields.first().map(|field| field.choices().into_owned()).unwrap_or_default();
    let purpose = choices.into_iter().find(|choice| choice.value == token.purpose).map(|choice| choice.label);
    let (words, tone) = match (token.is_dead, token.throttled_until) {
        (true, _) => ("admin-tokens-dead", "bad"),
        (_, Some(_)) => ("admin-tokens-throttled", "wait"),
        _ => ("admin-tokens-open", "good"),
    };
    json!({
        "id": token.id,
        "purpose": purpose.unwrap_or_else(|| Phrase::verbatim(token.purpose.clone())),
        "channel": token.channel,
        "destination": token.destination,
        "account": account,
        "state": {"words": Phrase::new(words), "tone": tone},
        "attempts": token.attempts,
        "issued": time(token.issued_at, now),
        "expires": time(token.expires_at, now),
        "throttled": token.throttled_until.map(|until| time(until, now)),
    })
}
