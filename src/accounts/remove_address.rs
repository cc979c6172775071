//! Taking an address off an account, as long as it keeps an identifier.

use super::change_address::{give_up, require_password};
use super::events::EventKind;
use super::post::{masked, stored_address};
use super::{Accounts, SignedIn};
use crate::context::Context;
use crate::db::{Conn, Id, User, addresses, one_time_passwords, users};
use crate::error::{Code, Error, FormErrors, Result};
use crate::forms::Input;
use crate::forms::change_address::read_remove;
use crate::otp::{Channel, Target};
use crate::phrase::Phrase;
use serde_json::json;

impl Accounts {
    /// Takes an address off the account of whoever is signed in, and returns the account. The address is told, and a
    /// change of it that waited is given up.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every mistake in the form; then as [`Accounts::reauthenticate`]; then [`Code::NotFound`]
    /// without such an address, and [`Code::NoIdentifier`] when it is the last identifier.
    pub fn remove_address(
        &self,
        cx: &mut Context<'_>,
        who: &SignedIn,
        channel: Channel,
        input: &Input,
    ) -> Result<User> {
        let (password, mut errors) = read_remove(input);
        require_password(cx, who, password.as_ref(), &mut errors)?;
        let password = errors.or(|| password)?;
        let proved = self.reprove(cx, who, &password.unwrap_or_default(), "password")?;
        cx.db.write(|conn| {
            let user = self.accept_proof(cx, conn, who, &proved)?;
            self.take_off(cx, conn, user.id, channel)
        })?
    }

    /// The row is locked, so that of two identifiers taken off at one instant the second is seen to be the last. The
    /// table's own check stands behind that.
    fn take_off(&self, cx: &Context<'_>, conn: &mut Conn, id: Id, channel: Channel) -> Result<Result<User>> {
        let gone = || Error::Refused(Code::Unauthenticated);
        let before = users::lock(conn, id)?.ok_or_else(gone)?;
        let (Some(old), Some(target)) = (stored_address(&before, channel), Target::own(&before, channel)) else {
            return Ok(Err(Error::Refused(Code::NotFound)));
        };
        let others = match channel {
            Channel::Email => before.username.is_some() || before.phone.is_some(),
            Channel::Phone => before.username.is_some() || before.email.is_some(),
        };
        if !others {
            let mut errors = FormErrors::default();
            errors.whole(Code::NoIdentifier, Phrase::new("account-only-identifier"));
            return Ok(Err(Error::Invalid(errors)));
        }
        addresses::remove_address(conn, id, channel == Channel::Email)?;
        one_time_passwords::kill_address(conn, id, channel.as_str(), &target.address)?;
        give_up(conn, id, channel)?;
        self.tell_old_address(cx, conn, &before, channel, None)?;
        let kind = match channel {
            Channel::Email => EventKind::EmailRemoved,
            Channel::Phone => EventKind::PhoneRemoved,
        };
        self.note(cx, conn, Some(id), kind, json!({"from": masked(&old)}))?;
        Ok(Ok(users::get(conn, id)?.ok_or_else(gone)?))
    }
}
