//! One call of the API: who calls, what was sent, and how a session it begins is to be carried.

use super::problem::Problem;
use crate::accounts::Carrier;
use crate::app::App;
use crate::context::Client;
use crate::error::{Error, Result};
use crate::forms::{FormName, Input};
use crate::web::{carries_our_cookie, check_origin, client, read_json_or_form};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use std::future::Future;
use std::pin::Pin;

/// A call that may change something: past the same-origin rule, its body read.
#[derive(Debug)]
pub struct Call {
    /// The program.
    pub app: web::Data<App>,
    /// The request.
    pub request: HttpRequest,
    /// Who calls.
    pub client: Client,
    /// What was sent.
    pub input: Input,
    /// `?session=cookie` was asked for.
    pub wants_cookie: bool,
}

impl Call {
    /// Reads what an application asks for in this form beside its own fields.
    pub fn extended(&mut self, form: FormName) {
        self.client.also = self.app.read_extension(form, &mut self.input);
    }

    /// How a session that this call begins is to be carried.
    #[must_use]
    pub fn carrier(&self, remember: bool) -> Carrier {
        if self.wants_cookie { Carrier::Cookie { remember } } else { Carrier::Bearer }
    }
}

impl FromRequest for Call {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = web::Payload::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let app = app_of(&request)?;
            let wants_cookie = wants_cookie(&request);
            if wants_cookie || carries_our_cookie(&request, app.settings()) {
                check_origin(&request, app.settings())?;
            }
            let body = body.await.map_err(Error::internal)?;
            let input = read_json_or_form(&request, body, &app.settings().server).await?;
            let client = client(&request, app.settings());
            Ok(Self { app, request, client, input, wants_cookie })
        })
    }
}

/// The program, as the server hands it to every handler.
pub fn app_of(request: &HttpRequest) -> Result<web::Data<App>> {
    let app = request.app_data::<web::Data<App>>().cloned();
    app.ok_or_else(|| Error::internal("a handler without the program"))
}

fn wants_cookie(request: &HttpRequest) -> bool {
    url::form_urlencoded::parse(request.query_string().as_bytes())
        .any(|(name, value)| name == "session" && value == "cookie")
}
