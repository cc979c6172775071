//! Draws the pages of verification: where to type a code, where to ask for one. Decides nothing.

use super::draw::{Back, Content, form, other, reply, with_also};
use super::login::{add_wait, form_status};
use super::verify::{Link, SENT, TYPED};
use crate::accounts::SignedIn;
use crate::app::App;
use crate::error::{Error, Result};
use crate::forms::{Field, FormName, Input, verify};
use crate::otp::Channel;
use crate::phrase::Phrase;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;

/// What the pages of one channel are drawn from.
pub(super) struct Drawing<'a> {
    pub request: &'a HttpRequest,
    pub app: &'a App,
    pub channel: Channel,
    pub who: Option<&'a SignedIn>,
    pub input: Option<&'a Input>,
    pub error: Option<&'a Error>,
}

impl Drawing<'_> {
    /// Where to type the code. Signed out, one box for the address serves both buttons.
    pub(super) fn type_code(&self) -> Result<HttpResponse> {
        let action = format!("/verify/{}", self.channel.as_str());
        let resend = format!("{action}/resend");
        let kind = self.channel.identifier();
        let own = verify::verify(kind, self.who.is_some()).fields;
        let mut fields = self.app.fields(verify::verifying(kind), own);
        let of_resend = self.app.fields(FormName::ResendVerification, Vec::new());
        if self.who.is_none() {
            let new = |field: &Field| fields.iter().all(|known| known.name != field.name);
            fields.extend(of_resend.iter().filter(|field| new(field)).cloned().collect::<Vec<_>>());
        }
        let form = form("verify", &action, Phrase::new("verify-submit"), &fields, self.input, self.error);
        let notice = match self.who {
            _ if self.error.is_some() || self.request.query_string() != SENT => Phrase::NONE,
            Some(_) => Phrase::new("verify-sent"),
            // Says nothing about whether there is such an account.
            None => Phrase::new("verify-sent-to-somebody"),
        };
        let (form, other) = match self.who {
            Some(_) => {
                (form, other(Phrase::new("verify-no-message"), &resend, Phrase::new("verify-resend"), &of_resend))
            }
            None => (with_also(form, &resend, Phrase::new("verify-resend")), Value::Null),
        };
        let kind = self.channel.as_str();
        let intro = match self.own() {
            Some(own) => Phrase::new(format!("verify-type-{kind}-to")).with("address", own.to_owned()),
            None => Phrase::new(format!("verify-type-{kind}")),
        };
        self.reply(Content { notice, intro, form, other, ..Content::default() })
    }

    /// Where nothing was sent yet: first a button that asks for it.
    pub(super) fn ask_for_code(&self) -> Result<HttpResponse> {
        let action = format!("/verify/{}", self.channel.as_str());
        let own = verify::resend(self.channel.identifier(), self.who.is_some()).fields;
        let fields = self.app.fields(FormName::ResendVerification, own);
        let form =
            form("ask", &format!("{action}/resend"), Phrase::new("verify-ask-submit"), &fields, self.input, self.error);
        let intro = match self.own() {
            Some(own) => Phrase::new("verify-ask-to").with("address", own.to_owned()),
            None => Phrase::new("verify-ask"),
        };
        let (other, back) = match self.who {
            Some(_) => {
                let kind = self.channel.identifier();
                let fields = self.app.fields(verify::verifying(kind), verify::verify(kind, true).fields);
                (other(Phrase::new("verify-have-code"), &action, Phrase::new("verify-submit"), &fields), None)
            }
            None => (Value::Null, Some(Back::new(format!("{action}?{TYPED}"), Phrase::new("verify-have-code-link")))),
        };
        self.reply(Content { intro, form, other, back, ..Content::default() })
    }

    /// The address of whoever is signed in.
    fn own(&self) -> Option<&str> {
        self.who.and_then(|who| match self.channel {
            Channel::Email => who.user.email.as_deref(),
            Channel::Phone => who.user.phone.as_deref(),
        })
    }

    fn reply(&self, content: Content<'_>) -> Result<HttpResponse> {
        let title = Phrase::new(format!("verify-{}-title", self.channel.as_str()));
        let content = Content { title, who: self.who, ..content };
        let mut page = reply(self.request, form_status(self.error), "form.html", &content)?;
        add_wait(&mut page, self.error);
        Ok(page)
    }
}

/// The page of a link: a button.
pub(super) fn draw_link(request: &HttpRequest, who: Option<&SignedIn>, link: &Link) -> Result<HttpResponse> {
    let content = Content {
        title: Phrase::new("verify-email-title"),
        intro: Phrase::new("verify-link-intro"),
        who,
        form: form(
            "verify",
            &format!("/verify/email/{}/{}", link.0, link.1),
            Phrase::new("verify-link-submit"),
            &[],
            None,
            None,
        ),
        back: Some(Back::new("/verify/email", Phrase::new("verify-link-back"))),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "form.html", &content)
}
