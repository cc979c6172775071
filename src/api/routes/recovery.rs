//! Proving an address, and setting a forgotten password.

use super::endpoint::{Endpoint, post};
use crate::api::openapi::{Operation, Tag, Who};
use crate::api::{reset_password, verify};
use crate::app::App;
use crate::error::Code;
use crate::forms::{Field, FormName, Kind, verify as forms};
use crate::otp::Channel;
use crate::phrase::Phrase;
use crate::web::phones;

pub(super) fn table(app: &App) -> Vec<Endpoint> {
    let mut all = vec![
        post("/verify/email", verify::email, submit(app, Channel::Email)),
        post("/verify/email/resend", verify::resend_email, resend(app, Channel::Email)),
        post("/verify/phone", verify::phone, submit(app, Channel::Phone)).only(phones),
        post("/verify/phone/resend", verify::resend_phone, resend(app, Channel::Phone)).only(phones),
    ];
    let request = Operation::new("requestPasswordReset", Tag::Recovery, "Ask for a code to set a new password with")
        .saying("The answer is the same whether or not there is such an account.")
        .takes("PasswordReset", &app.fields(FormName::ResetPassword, forms::reset_password().fields))
        .gives(202, "If there is such an account, a message is on its way.", "Detail")
        .refuses(&[Code::Throttled]);
    let own = forms::confirm_reset(app.policy()).fields;
    let confirm = Operation::new("resetPassword", Tag::Recovery, "Set a new password with the code")
        .saying("Ends all sessions of the account, and does not sign in. A refused password does not spend the code.")
        .takes("PasswordResetConfirm", &app.fields(FormName::ConfirmResetPassword, own))
        .gives_other(204, "The password is set.", None)
        .refuses(&[Code::InvalidCode, Code::Mismatch, Code::Throttled])
        .refuses(&[Code::PasswordTooShort, Code::PasswordTooCommon, Code::PasswordNumeric, Code::PasswordSimilar]);
    all.push(post("/password/reset", reset_password::request, request));
    all.push(post("/password/reset/confirm", reset_password::confirm, confirm));
    all
}

/// "Email", "Phone": how a channel stands in the name of a call.
pub(super) fn capital(channel: Channel) -> &'static str {
    if channel == Channel::Phone { "Phone" } else { "Email" }
}

/// "email address", "phone number"
pub(super) fn address(channel: Channel) -> &'static str {
    if channel == Channel::Phone { "phone number" } else { "email address" }
}

/// The fields of whoever is not signed in; who is, sends no address.
fn anyones(mut fields: Vec<Field>) -> Vec<Field> {
    if let Some(address) = fields.iter_mut().find(|field| field.identifier_kind().is_some()) {
        address.required = false;
        // What is no address at all is answered like one of nobody.
        address.kind = Kind::AnyIdentifier;
        address.help = Phrase::verbatim("Of whoever is not signed in; who is, leaves it out.");
    }
    fields
}

fn submit(app: &App, channel: Channel) -> Operation {
    let own = anyones(forms::verify(channel.identifier(), false).fields);
    let fields = app.fields(forms::verifying(channel.identifier()), own);
    Operation::new(format!("verify{}", capital(channel)), Tag::Verification, format!("Prove the {}", address(channel)))
        .saying("Signed in with the code alone; not signed in with the address and the code.")
        .by(Who::Either)
        .takes(format!("Verify{}", capital(channel)), &fields)
        .gives(200, "Signed in: it is proved.", "UserReply")
        .gives_other(204, "Not signed in: it is proved.", None)
        .refuses(&[Code::Unauthenticated, Code::InvalidCode, Code::AlreadyVerified, Code::NotFound, Code::Throttled])
}

fn resend(app: &App, channel: Channel) -> Operation {
    let own = anyones(forms::resend(channel.identifier(), false).fields);
    let fields = app.fields(FormName::ResendVerification, own);
    let id = format!("resend{}Code", capital(channel));
    Operation::new(id, Tag::Verification, format!("Another code for the {}", address(channel)))
        .saying("The code before it is good no more. Not signed in, the answer is always the same.")
        .by(Who::Either)
        .takes(format!("Resend{}Code", capital(channel)), &fields)
        .gives(202, "A code is on its way; `destination` says where to, for whoever is signed in.", "OnItsWay")
        .refuses(&[Code::Unauthenticated, Code::AlreadyVerified, Code::NotFound, Code::Throttled])
}
