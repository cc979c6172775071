//! What is done to an account by a button: each on a page of its own that says what it does, and does it when told to.

use super::account::{address, record};
use super::accounts::DELETED;
use crate::accounts::{AccountRecord, Accounts, Actor, Admin};
use crate::app::App;
use crate::context::Context;
use crate::db::{Id, User};
use crate::error::{Code, Error, Result};
use crate::forms::account::{start_reset, verify_by_hand};
use crate::forms::{Checks, Choice, Field, Input, Kind, ProfileType, SmallForm};
use crate::otp::Channel;
use crate::phrase::Phrase;
use crate::views::draw::{Back, Content, form, reply, see_other};
use crate::views::login::{add_wait, form_status};
use crate::views::page::Page;
use crate::views::submission::Submission;
use crate::web::fresh;
use actix_web::web::{Data, Path, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// Something that is done to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Verify,
    Reset,
    EndSessions,
    Activate,
    Deactivate,
    Delete,
}

impl Act {
    pub(super) const ALL: [Self; 6] =
        [Self::Verify, Self::Reset, Self::EndSessions, Self::Activate, Self::Deactivate, Self::Delete];

    /// The last part of its path, and what its words are called by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Reset => "reset",
            Self::EndSessions => "end-sessions",
            Self::Activate => "activate",
            Self::Deactivate => "deactivate",
            Self::Delete => "delete",
        }
    }

    /// What its button says.
    fn label(self) -> Phrase {
        Phrase::new(format!("admin-act-{}", self.name()))
    }

    /// What it does.
    fn what(self) -> Phrase {
        Phrase::new(format!("admin-act-{}-what", self.name()))
    }

    /// What is said once it is done.
    pub(super) fn done(self) -> Phrase {
        Phrase::new(format!("admin-act-{}-done", self.name()))
    }

    /// Whether it would do anything to this account, and may be done.
    pub(super) fn fits(self, record: &AccountRecord) -> bool {
        let user = &record.user;
        let here = match self {
            Self::Verify => !unverified(user).is_empty(),
            Self::Reset => user.is_active && (user.email.is_some() || user.phone.is_some()),
            Self::EndSessions => record.sessions.items.len() > usize::from(record.is_own),
            Self::Activate => !user.is_active,
            Self::Deactivate => user.is_active && !record.is_own,
            Self::Delete => !record.is_own,
        };
        here && record.may_change
    }

    /// The way to its page.
    pub(super) fn link(self, at: &str) -> Value {
        let (href, grave) = (format!("{at}/{}", self.name()), self == Self::Delete);
        json!({"href": href, "label": self.label(), "what": self.what(), "grave": grave})
    }

    /// What its form asks.
    fn form(self) -> SmallForm {
        match self {
            Self::Verify => verify_by_hand(),
            Self::Reset => start_reset(),
            _ => SmallForm { fields: Vec::new() },
        }
    }

    /// The same as people see it: with the addresses themselves to choose from, where there is a choice.
    fn fields(self, user: &User) -> Vec<Field> {
        let addresses = match self {
            Self::Verify => unverified(user),
            Self::Reset => addresses(user).into_iter().filter(|(.., proved)| *proved).map(|(c, a, _)| (c, a)).collect(),
            _ => Vec::new(),
        };
        if addresses.is_empty() || (self == Self::Reset && addresses.len() < 2) {
            return Vec::new();
        }
        let choice = |(channel, address): (Channel, String)| Choice {
            value: channel.as_str().to_owned(),
            label: Phrase::verbatim(address),
        };
        let choices = addresses.into_iter().map(choice).collect();
        let field = Field::new("channel", Phrase::new("admin-account-channel"), Kind::Profile(ProfileType::Select));
        let field = field.checks(Checks { choices, ..Checks::default() });
        vec![if self == Self::Verify { field.required() } else { field }]
    }

    fn act(self, accounts: &Accounts, cx: &Context<'_>, actor: Actor<'_>, id: Id, wish: Option<Channel>) -> Result<()> {
        match self {
            Self::Verify => accounts.verify_address(cx, actor, id, wish.unwrap_or(Channel::Email)).map(|_| ()),
            Self::Reset => accounts.start_reset(cx, actor, id, wish).map(|_| ()),
            Self::EndSessions => accounts.end_account_sessions(cx, actor, id).map(|_| ()),
            Self::Activate => accounts.set_active(cx, actor, id, true).map(|_| ()),
            Self::Deactivate => accounts.set_active(cx, actor, id, false).map(|_| ()),
            Self::Delete => accounts.delete_user(cx, actor, id),
        }
    }
}

fn addresses(user: &User) -> Vec<(Channel, String, bool)> {
    let email = user.email.clone().map(|address| (Channel::Email, address, user.email_verified_at.is_some()));
    let phone = user.phone.clone().map(|address| (Channel::Phone, address, user.phone_verified_at.is_some()));
    email.into_iter().chain(phone).collect()
}

fn unverified(user: &User) -> Vec<(Channel, String)> {
    addresses(user).into_iter().filter(|(.., proved)| !proved).map(|(channel, address, _)| (channel, address)).collect()
}

/// The page that asks.
pub(super) async fn show(
    request: HttpRequest,
    app: Data<App>,
    admin: ReqData<Admin>,
    id: Path<String>,
    act: Act,
) -> Result<HttpResponse, Page> {
    let drawn = async {
        let record = record(&request, &app, &admin, &id).await?;
        Actor::Admin(&admin).may_change(&record.user)?;
        if !act.fits(&record) {
            return Ok(see_other(&address(&app, record.user.id)));
        }
        fresh(&request, &app, &admin).await?;
        draw(&request, &app, &admin, &record.user, act, None, None)
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// Does it.
pub(super) async fn submit(
    post: Submission,
    admin: ReqData<Admin>,
    id: Path<String>,
    act: Act,
) -> Result<HttpResponse, Page> {
    let found = record(&post.request, &post.app, &admin, &id).await;
    let user = found.map_err(|error| Page::error(&post.request, error))?.user;
    let done = async {
        let filled = act.form().clean(&post.input)?;
        let wish = [Channel::Email, Channel::Phone].into_iter().find(|one| one.as_str() == filled.text("channel"));
        let (asked, id) = (admin.clone(), user.id);
        let work =
            move |accounts: &Accounts, cx: &mut Context<'_>| act.act(accounts, cx, Actor::Admin(&asked), id, wish);
        match post.app.run(post.client.clone(), work).await {
            // Somebody was quicker: what was wanted is so.
            Err(Error::Refused(Code::AlreadyVerified)) | Ok(()) => {}
            Err(error) => return Err(error),
        }
        let list = format!("{}/accounts?{DELETED}", post.app.settings().admin.path);
        let page = format!("{}?{}", address(&post.app, id), act.name());
        Ok(see_other(if act == Act::Delete { &list } else { &page }))
    };
    let done = done.await;
    post.answer(done, |error| draw(&post.request, &post.app, &admin, &user, act, Some(&post.input), Some(error)))
}

fn draw(
    request: &HttpRequest,
    app: &App,
    admin: &Admin,
    user: &User,
    act: Act,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let (name, at) = (act.name(), address(app, user.id));
    let title = Phrase::new("admin-act-title").with("act", act.label()).with("name", user.display_name().to_owned());
    let mut fields = act.fields(user);
    if fields.is_empty() && matches!(error, Some(Error::Invalid(errors)) if errors.has("channel")) {
        // A mistake is told at its box, even where nobody was given one.
        fields = act.form().fields;
    }
    let content = Content {
        title,
        intro: act.what(),
        who: Some(admin.who()),
        form: form(name, &format!("{at}/{name}"), act.label(), &fields, input, error),
        back: Some(Back::new(at, Phrase::new("admin-account-back"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "admin/form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
