//! `/language`: the language that somebody chooses, kept by the browser and, signed in, with the account.

use super::draw::{onward, see_other};
use super::page::Page;
use super::submission::Submission;
use crate::error::{Code, Error, FormErrors, Result};
use crate::web::{note_choice, signed_in};
use actix_web::HttpResponse;

/// Takes the choice, and leads back to where it was made.
pub async fn submit(mut post: Submission) -> Result<HttpResponse, Page> {
    let done = choose(&mut post).await;
    done.map_err(|error| Page::error(&post.request, error))
}

async fn choose(post: &mut Submission) -> Result<HttpResponse> {
    let mut errors = FormErrors::default();
    let tag = post.input.text("language", &mut errors).map(str::to_owned);
    post.input.refuse_others(&["language"], &mut errors);
    errors.or(|| ())?;
    let tag = tag.ok_or_else(|| Error::field("language", Code::Required))?;
    post.app.accounts().offered_language(&tag)?;
    if let Ok(who) = signed_in(&post.request, &post.app).await {
        let chosen = tag.clone();
        post.app.run(post.client.clone(), move |accounts, cx| accounts.choose_language(cx, &who, &chosen)).await?;
    }
    let mut reply = if post.next.is_empty() { see_other("/") } else { onward(&post.app, &post.next) };
    note_choice(&post.request, post.app.settings(), &tag, &mut reply);
    Ok(reply)
}
