//! `{admin.path}/accounts`: finding accounts.

use super::acts::Act;
use crate::accounts::Admin;
use crate::app::App;
use crate::db::User;
use crate::error::{Error, Result};
use crate::forms::directory::{asked, read_search, search};
use crate::languages::day;
use crate::phrase::Phrase;
use crate::views::draw::{Content, form, reply};
use crate::views::login::form_status;
use crate::views::page::Page;
use crate::web::{Paging, client};
use actix_web::web::{Data, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// The query of the page one comes to after deleting an account.
pub(super) const DELETED: &str = "deleted";

/// Those that are looked for; without a word, the newest.
pub async fn show(request: HttpRequest, app: Data<App>, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    draw(&request, &app, &admin).await.map_err(|error| Page::error(&request, error))
}

async fn draw(request: &HttpRequest, app: &App, admin: &Admin) -> Result<HttpResponse> {
    let at = format!("{}/accounts", app.settings().admin.path);
    let (input, kept) = asked(request.query_string());
    let found = find(request, app, &at, &kept).await;
    let (view, error) = match found {
        Ok(view) => (view, None),
        Err(error @ Error::Invalid(_)) => (json!({"accounts": [], "refused": true}), Some(error)),
        Err(error) => return Err(error),
    };
    let submit = Phrase::new("admin-accounts-submit");
    let content = Content {
        title: Phrase::new("admin-accounts-title"),
        notice: if request.query_string() == DELETED { Act::Delete.done() } else { Phrase::NONE },
        who: Some(admin.who()),
        form: form("accounts", &at, submit, &search().fields, Some(&input), error.as_ref()),
        view,
        ..Content::default()
    };
    reply(request, form_status(error.as_ref()), "admin/accounts.html", &content)
}

async fn find(request: &HttpRequest, app: &App, at: &str, kept: &str) -> Result<Value> {
    let (input, _) = asked(request.query_string());
    let paging = Paging::<String>::of_query(request.query_string())?;
    let wanted = read_search(&input)?;
    let (cursor, limit, region) = (paging.cursor.clone(), paging.limit, app.region());
    let page = app
        .run(client(request, app.settings()), move |accounts, cx| {
            accounts.search(cx, &wanted, cursor.as_deref(), limit, region)
        })
        .await?;
    let first = if kept.is_empty() { at.to_owned() } else { format!("{at}?{kept}") };
    Ok(json!({
        "accounts": page.users.iter().map(row).collect::<Vec<_>>(),
        "refused": false,
        "narrowed": !kept.is_empty(),
        "new": format!("{at}/new"),
        "at": at,
        "first": paging.cursor.as_ref().map(|_| first),
        "next": page.next.map(|next| paging.further(at, kept, &next)),
    }))
}

/// An account as a line of the list.
fn row(user: &User) -> Value {
    json!({
        "id": user.id,
        "name": user.display_name(),
        "full_name": format!("{} {}", user.first_name, user.last_name).trim(),
        "email": user.email,
        "email_verified": user.email_verified_at.is_some(),
        "phone": user.phone,
        "phone_verified": user.phone_verified_at.is_some(),
        "states": states(user),
        "joined": user.date_joined,
        "joined_words": day(user.date_joined.timestamp()),
        "last_login": user.last_login,
        "last_login_words": user.last_login.map(|at| day(at.timestamp())),
    })
}

/// What is unusual about an account, each in a word or two, with the tone it is said in.
pub(super) fn states(user: &User) -> Vec<Value> {
    let all = [
        (!user.is_active, "admin-account-inactive", "bad"),
        (user.delete_at.is_some(), "admin-account-leaving", "wait"),
        (user.is_superuser, "admin-account-superuser", "good"),
        (user.is_staff && !user.is_superuser, "admin-account-staff", "good"),
    ];
    let shown = all.into_iter().filter(|(is, ..)| *is);
    shown.map(|(_, words, tone)| json!({"text": Phrase::new(words), "tone": tone})).collect()
}
