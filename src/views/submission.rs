//! One form post from a page: who posts, what was sent, where to go afterwards.

use super::draw::onward;
use super::next::path_of_this_site;
use super::page::Page;
use crate::accounts::Bearing;
use crate::app::App;
use crate::context::Client;
use crate::error::{Code, Error, Result};
use crate::forms::{FormName, Input};
use crate::web::{check_origin, client, give, read_form};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use std::future::Future;
use std::pin::Pin;

/// A form post: past the same-origin rule, its body read.
#[derive(Debug)]
pub struct Submission {
    /// The program.
    pub app: web::Data<App>,
    /// The request.
    pub request: HttpRequest,
    /// Who posts.
    pub client: Client,
    /// What was sent, without `next`.
    pub input: Input,
    /// Where to go afterwards, if that may be followed; else empty.
    pub next: String,
}

impl Submission {
    /// Reads what an application asks for in this form beside its own fields.
    pub fn extended(&mut self, form: FormName) {
        self.client.also = self.app.read_extension(form, &mut self.input);
    }

    /// Hands out what a sign-in gave the browser to carry, and goes on.
    #[must_use]
    pub fn enter(&self, bearing: &Bearing) -> HttpResponse {
        let settings = self.app.settings();
        let to = if self.next.is_empty() { &settings.login_redirect_url } else { &self.next };
        let mut reply = onward(&self.app, to);
        give(&self.request, settings, bearing, &mut reply);
        reply
    }

    /// The reply to what was done; refused, the form `again` with what was typed and what is wrong, or the page about it.
    ///
    /// # Errors
    /// The page about a refusal that is not about the form.
    pub fn answer(
        &self,
        done: Result<HttpResponse>,
        again: impl FnOnce(&Error) -> Result<HttpResponse>,
    ) -> Result<HttpResponse, Page> {
        let answered = match done {
            Err(error) if is_about_the_form(&error) => again(&error),
            other => other,
        };
        answered.map_err(|error| Page::error(&self.request, error))
    }
}

/// Whether a refusal is shown in the form it is about, with what was typed kept.
fn is_about_the_form(error: &Error) -> bool {
    matches!(
        error,
        Error::Invalid(_)
            | Error::Throttled { .. }
            | Error::Overloaded
            | Error::Refused(Code::InvalidCredentials | Code::Unverified)
    )
}

impl FromRequest for Submission {
    type Error = Page;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Page>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = web::Payload::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let read = async {
                let app = request.app_data::<web::Data<App>>().cloned();
                let app = app.ok_or_else(|| Error::internal("a handler without the program"))?;
                check_origin(&request, app.settings())?;
                let body = body.await.map_err(Error::internal)?;
                let mut input = read_form(&request, body, &app.settings().server).await?;
                let next = input.take_text("next").unwrap_or_default();
                let next = path_of_this_site(&next).unwrap_or_default().to_owned();
                let client = client(&request, app.settings());
                Ok::<_, Error>((app, client, input, next))
            };
            match read.await {
                Ok((app, client, input, next)) => Ok(Self { app, request, client, input, next }),
                Err(error) => Err(Page::error(&request, error)),
            }
        })
    }
}
