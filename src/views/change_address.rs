//! `/account/email`, `/account/phone`, and what hangs on them

use super::draw::{Back, Content, form, other, reply, see_other};
use super::login::{add_wait, form_status};
use super::page::Page;
use super::submission::Submission;
use crate::accounts::{AddressState, SignedIn};
use crate::app::App;
use crate::context::Client;
use crate::error::{Code, Error, Result};
use crate::forms::{Input, change_address as forms};
use crate::otp::Channel;
use crate::phrase::Phrase;
use crate::web::signed_in;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;

/// The queries of pages one comes to after something was done there.
const SENT: &str = "sent";
const CHANGED: &str = "changed";
const REMOVED: &str = "removed";

/// Who is signed in, and how it stands with the address.
struct Place {
    who: SignedIn,
    state: AddressState,
    channel: Channel,
}

impl Place {
    async fn find(request: &HttpRequest, app: &web::Data<App>, channel: Channel) -> Result<Self> {
        let who = signed_in(request, app).await?;
        let asking = who.clone();
        let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
            accounts.address_state(cx, &asking, channel)
        };
        let state = app.run(Client::local(), work).await?;
        Ok(Self { who, state, channel })
    }

    async fn of(post: &Submission, channel: Channel) -> Result<Self, Page> {
        let found = Self::find(&post.request, &post.app, channel).await;
        found.map_err(|error| Page::error(&post.request, error))
    }

    fn at(&self) -> String {
        format!("/account/{}", self.channel.as_str())
    }
}

/// `GET /account/email`
pub async fn show(request: HttpRequest, app: web::Data<App>, channel: Channel) -> Result<HttpResponse, Page> {
    let drawn = async { draw(&request, &app, &Place::find(&request, &app, channel).await?, None, None) };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/email`: a code goes to the new address.
pub async fn submit(mut post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
    post.extended(forms::changing(channel.identifier()));
    let place = Place::of(&post, channel).await?;
    let (who, input, region) = (place.who.clone(), post.input.clone(), post.app.region());
    let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
        accounts.request_change(cx, &who, channel, &input, region)
    };
    let asked = post.app.run_hashing(post.client.clone(), work).await;
    let done = asked.map(|_| see_other(&format!("{}/confirm", place.at())));
    post.answer(done, |error| draw(&post.request, &post.app, &place, Some(&post.input), Some(error)))
}

/// `GET /account/email/confirm`
pub async fn show_confirm(request: HttpRequest, app: web::Data<App>, channel: Channel) -> Result<HttpResponse, Page> {
    let drawn = async {
        let place = Place::find(&request, &app, channel).await?;
        if place.state.pending.is_none() {
            return Ok(see_other(&place.at()));
        }
        draw_confirm(&request, &place, None, None)
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/email/confirm`: the new address takes over.
pub async fn submit_confirm(post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
    let place = Place::of(&post, channel).await?;
    let who = place.who.clone();
    let confirmed = match forms::confirm(channel.identifier()).clean(&post.input) {
        Err(error) => Err(error),
        Ok(filled) => {
            let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
                accounts.confirm_change(cx, &who, channel, filled.text("code"))
            };
            post.app.run_checking(post.client.clone(), work).await
        }
    };
    let done = confirmed.map(|_| see_other(&format!("{}?{CHANGED}", place.at())));
    post.answer(done, |error| draw_confirm(&post.request, &place, Some(&post.input), Some(error)))
}

/// `POST /account/email/resend`
pub async fn resend(post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
    let place = Place::of(&post, channel).await?;
    let who = place.who.clone();
    let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
        accounts.resend_change(cx, &who, channel)
    };
    let done = match post.app.run(post.client.clone(), work).await {
        Ok(_) => Ok(see_other(&format!("{}/confirm?{SENT}", place.at()))),
        Err(Error::Refused(Code::NotFound)) => Ok(see_other(&place.at())),
        Err(error) => Err(error),
    };
    post.answer(done, |error| draw_confirm(&post.request, &place, None, Some(error)))
}

/// `POST /account/email/cancel`
pub async fn cancel(post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
    let place = Place::of(&post, channel).await?;
    let who = place.who.clone();
    let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
        accounts.cancel_change(cx, &who, channel)
    };
    match post.app.run(post.client.clone(), work).await {
        Ok(()) | Err(Error::Refused(Code::NotFound)) => Ok(see_other(&place.at())),
        Err(error) => Err(Page::error(&post.request, error)),
    }
}

/// `GET /account/email/remove`
pub async fn show_remove(request: HttpRequest, app: web::Data<App>, channel: Channel) -> Result<HttpResponse, Page> {
    let drawn = async { draw_remove(&request, &Place::find(&request, &app, channel).await?, None, None) };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/email/remove`
pub async fn submit_remove(post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
    let place = Place::of(&post, channel).await?;
    let (who, input) = (place.who.clone(), post.input.clone());
    let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
        accounts.remove_address(cx, &who, channel, &input)
    };
    let done = match post.app.run_hashing(post.client.clone(), work).await {
        Ok(_) => Ok(see_other(&format!("{}?{REMOVED}", place.at()))),
        Err(error) => Err(error),
    };
    post.answer(done, |error| draw_remove(&post.request, &place, Some(&post.input), Some(error)))
}

fn draw(
    request: &HttpRequest,
    app: &App,
    place: &Place,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let user = &place.state.user;
    let (value, verified) = match place.channel {
        Channel::Email => (&user.email, user.email_verified_at.is_some()),
        Channel::Phone => (&user.phone, user.phone_verified_at.is_some()),
    };
    let words = |what: &str| Phrase::new(format!("address-{what}-{}", place.channel.as_str()));
    let notice = match request.query_string() {
        _ if error.is_some() => Phrase::NONE,
        CHANGED if verified => words("changed"),
        REMOVED if value.is_none() => words("removed"),
        _ => Phrase::NONE,
    };
    let kind = place.channel.identifier();
    let own = forms::change(kind, place.state.has_password, app.region()).fields;
    let fields = app.fields(forms::changing(kind), own);
    let content = Content {
        title: words("title"),
        notice,
        intro: Phrase::new(if value.is_some() { "address-change" } else { "address-add" }),
        who: Some(&place.who),
        form: form("change_address", &place.at(), Phrase::new("address-send"), &fields, input, error),
        address: json!({
            "at": place.at(),
            "label": words("label"),
            "value": value,
            "verified": verified,
            "prove": format!("/verify/{}", place.channel.as_str()),
            "pending": place.state.pending.as_ref().map(crate::delivery::Destination::as_str),
            "verify": words("verify"),
            "remove": words("remove"),
        }),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "address.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

fn draw_confirm(
    request: &HttpRequest,
    place: &Place,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let (kind, has_one) = match place.channel {
        Channel::Email => ("email", place.state.user.email.is_some()),
        Channel::Phone => ("phone", place.state.user.phone.is_some()),
    };
    let typed = match place.state.pending.as_ref() {
        Some(to) => Phrase::new(format!("verify-type-{kind}-to")).with("address", to.as_str().to_owned()),
        None => Phrase::new(format!("verify-type-{kind}")),
    };
    let intro = if has_one { Phrase::new("address-confirm-stays").with("type", typed) } else { typed };
    let sent = error.is_none() && request.query_string() == SENT;
    let fields = forms::confirm(place.channel.identifier()).fields;
    let at = place.at();
    let content = Content {
        title: Phrase::new(format!("address-confirm-{kind}-title")),
        notice: if sent { Phrase::new("verify-sent-again") } else { Phrase::NONE },
        intro,
        who: Some(&place.who),
        form: form(
            "confirm_address",
            &format!("{at}/confirm"),
            Phrase::new("address-confirm-submit"),
            &fields,
            input,
            error,
        ),
        other: other(Phrase::new("verify-no-message"), &format!("{at}/resend"), Phrase::new("verify-resend"), &[]),
        back: Some(Back::new(place.at(), Phrase::new("address-change-other"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

fn draw_remove(
    request: &HttpRequest,
    place: &Place,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let fields = forms::remove(place.state.has_password).fields;
    let content = Content {
        title: Phrase::new(format!("address-remove-{}-title", place.channel.as_str())),
        intro: Phrase::new(format!("address-remove-{}-intro", place.channel.as_str())),
        who: Some(&place.who),
        form: form(
            "remove_address",
            &format!("{}/remove", place.at()),
            Phrase::new("address-remove-submit"),
            &fields,
            input,
            error,
        ),
        back: Some(Back::new(place.at(), Phrase::new("address-remove-back"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
