//! `/account/profile`

use super::draw::{Content, form, reply, see_other};
use super::login::form_status;
use super::page::Page;
use super::submission::Submission;
use crate::accounts::SignedIn;
use crate::app::App;
use crate::db::User;
use crate::error::{Error, Result};
use crate::forms::{FormName, Input, Source, Value};
use crate::phrase::Phrase;
use crate::web::signed_in;
use actix_web::{HttpRequest, HttpResponse, web};

/// The query of the page one comes to after a change.
const SAVED: &str = "saved";

/// `GET /account/profile`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let drawn = async {
        let who = signed_in(&request, &app).await?;
        draw(&request, &app, &who, &present(&who.user), None)
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/profile`
pub async fn submit(mut post: Submission) -> Result<HttpResponse, Page> {
    post.extended(FormName::ChangeProfile);
    let who = signed_in(&post.request, &post.app).await.map_err(|error| Page::error(&post.request, error))?;
    let (asked, input, region) = (who.clone(), post.input.clone(), post.app.region());
    let client = post.client.clone();
    let changed = post.app.run(client, move |accounts, cx| accounts.update_profile(cx, &asked, &input, region)).await;
    let done = changed.map(|_| see_other(&format!("/account/profile?{SAVED}")));
    post.answer(done, |error| draw(&post.request, &post.app, &who, &post.input, Some(error)))
}

/// The account as its own page would send it.
pub(super) fn present(user: &User) -> Input {
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Bool(false) | serde_json::Value::Null => None,
        other => Some(other.to_string()),
    };
    let mut all: Vec<(String, Value)> = Vec::new();
    let own = [
        ("username", user.username.clone().unwrap_or_default()),
        ("first_name", user.first_name.clone()),
        ("last_name", user.last_name.clone()),
    ];
    all.extend(own.into_iter().map(|(name, value)| (name.to_owned(), Value::Text(value))));
    let profile = user.profile.0.iter().filter_map(|(name, value)| Some((name.clone(), Value::Text(text(value)?))));
    all.extend(profile);
    Input::new(Source::Page, all)
}

fn draw(
    request: &HttpRequest,
    app: &App,
    who: &SignedIn,
    input: &Input,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let own = app.accounts().profile_form(app.region());
    let fields = app.fields(FormName::ChangeProfile, own.fields().to_vec());
    let saved = error.is_none() && request.query_string() == SAVED;
    let content = Content {
        title: Phrase::new("profile-title"),
        notice: if saved { Phrase::new("profile-saved") } else { Phrase::NONE },
        intro: Phrase::new("profile-intro"),
        who: Some(who),
        form: form("profile", "/account/profile", Phrase::new("save"), &fields, Some(input), error),
        ..Content::default()
    };
    reply(request, form_status(error), "form.html", &content)
}
