//! `/logout`

use super::draw::onward;
use super::page::Page;
use super::submission::Submission;
use crate::error::{Code, Error};
use crate::web::{forget_session, signed_in};
use actix_session::SessionExt;
use actix_web::HttpResponse;

/// Ends the session. Signed out already, there is nothing to refuse.
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    match signed_in(&post.request, &post.app).await {
        Ok(who) => {
            let ended = post.app.run(post.client, move |accounts, cx| accounts.logout(cx, &who)).await;
            ended.map_err(|error| Page::error(&post.request, error))?;
        }
        Err(Error::Refused(Code::Unauthenticated)) => {}
        Err(error) => return Err(Page::error(&post.request, error)),
    }
    forget_session(&post.request.get_session());
    Ok(onward(&post.app, &post.app.settings().logout_redirect_url))
}
