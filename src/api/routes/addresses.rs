//! Changing and removing the addresses of whoever is signed in.

use super::endpoint::{Endpoint, delete, post};
use super::recovery::{address, capital};
use crate::api::change_address as c;
use crate::api::openapi::{Operation, Tag, Who};
use crate::app::App;
use crate::error::Code;
use crate::forms::Field;
use crate::forms::change_address as forms;
use crate::otp::Channel;
use crate::phrase::Phrase;
use crate::web::phones;

pub(super) fn table(app: &App) -> Vec<Endpoint> {
    let phone = of(app, Channel::Phone).map(|endpoint| endpoint.only(phones));
    of(app, Channel::Email).into_iter().chain(phone).collect()
}

fn of(app: &App, channel: Channel) -> [Endpoint; 5] {
    let at = format!("/me/{}", channel.as_str());
    let new = |id: &str, summary: &str| {
        Operation::new(id.replace('*', capital(channel)), Tag::Addresses, summary.replace('*', address(channel)))
            .by(Who::Account)
    };
    let kind = channel.identifier();
    let own = if_there(forms::change(kind, true, app.region()).fields);
    let change = new("change*", "Change the *")
        .saying("The present one stays until the new one is proved, and is told then.")
        .takes(format!("Change{}", capital(channel)), &app.fields(forms::changing(kind), own))
        .gives(202, "A code is on its way to the new one.", "OnItsWay")
        .refuses(&[Code::InvalidCredentials, Code::Taken, Code::SameValue, Code::Forbidden, Code::Throttled]);
    let remove = new("remove*", "Remove the *")
        .takes(format!("Remove{}", capital(channel)), &if_there(forms::remove(true).fields))
        .gives(200, "It is removed.", "UserReply")
        .refuses(&[Code::InvalidCredentials, Code::NoIdentifier, Code::Forbidden, Code::NotFound, Code::Throttled]);
    let confirm = new("confirm*", "Prove the new *")
        .takes(format!("Confirm{}", capital(channel)), &forms::confirm(kind).fields)
        .gives(200, "It has taken over.", "UserReply")
        .refuses(&[Code::InvalidCode, Code::Taken, Code::Throttled]);
    let resend = new("resendNew*Code", "Another code for the new *")
        .gives(202, "A code is on its way.", "OnItsWay")
        .refuses(&[Code::NotFound, Code::Throttled]);
    let cancel = new("cancelNew*", "Give the change of the * up")
        .gives_other(204, "The present one stays.", None)
        .refuses(&[Code::NotFound]);
    [
        post(at.clone(), move |call| c::request(call, channel), change),
        delete(at.clone(), move |call| c::remove(call, channel), remove),
        post(format!("{at}/confirm"), move |call| c::confirm(call, channel), confirm),
        post(format!("{at}/resend"), move |call| c::resend(call, channel), resend),
        delete(format!("{at}/pending"), move |call| c::cancel(call, channel), cancel),
    ]
}

/// An account without a password is not asked for it.
pub(super) fn if_there(mut fields: Vec<Field>) -> Vec<Field> {
    for password in fields.iter_mut().filter(|field| field.kind == crate::forms::Kind::Password) {
        password.required = false;
        password.help = Phrase::verbatim("Must be there if the account has one.");
    }
    fields
}
