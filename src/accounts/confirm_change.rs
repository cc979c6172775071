//! The switch from the address an account has to the one it has just proved. Knows nothing of how it was asked for.

use super::change_address::{give_up, holder, to};
use super::events::EventKind;
use super::post::{masked, stored_address};
use super::{Accounts, SignedIn};
use crate::context::Context;
use crate::db::one_time_passwords::{self, OneTimePassword};
use crate::db::{Conn, Id, User, address_undos, addresses, pending_changes, users};
use crate::error::{Code, Error, FormErrors, Result};
use crate::otp::{Channel, Purpose, Target};
use crate::phrase::Phrase;
use crate::tokens::Opaque;
use serde_json::json;

impl Accounts {
    /// Makes the change that waits with the code that was sent to the new address, and returns the account.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code`; [`Error::Throttled`]; [`Code::Taken`] for the whole form when somebody else was
    /// quicker: the change is then given up.
    pub fn confirm_change(&self, cx: &Context<'_>, who: &SignedIn, channel: Channel, typed: &str) -> Result<User> {
        let pending = cx.db.read(|conn| pending_changes::find(conn, who.user.id, channel.as_str()))?;
        let pending = pending.ok_or_else(|| Error::field("code", Code::InvalidCode))?;
        let target = Target { channel, address: pending.canonical, user: Some(who.user.id) };
        let checked = self.check_code(cx, &target, Purpose::Change, typed)?;
        self.switch(cx, channel, &checked.or_refuse()?)
    }

    /// The same with the link of the message, by whoever has it.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code`; [`Code::Taken`] as [`Accounts::confirm_change`].
    pub fn confirm_change_by_link(&self, cx: &Context<'_>, id: Id, secret: &Opaque) -> Result<User> {
        let checked = cx.db.read(|conn| self.otp.check_link(cx, conn, id, secret, Purpose::Change))?;
        self.switch(cx, Channel::Email, &checked.or_refuse()?)
    }

    /// Puts the address that was proved in the place of the old one.
    fn switch(&self, cx: &Context<'_>, channel: Channel, row: &OneTimePassword) -> Result<User> {
        let user = row.user_id.ok_or_else(|| Error::field("code", Code::InvalidCode))?;
        let lost = match cx.db.write(|conn| self.try_switch(cx, conn, channel, user, row)) {
            Ok(Some(user)) => return Ok(user),
            // Seen in time, and the change given up in the same transaction.
            Ok(None) => Ok(()),
            // Two wrote the address at one instant, and the database let the other have it.
            Err(error) if error.code() == Code::Taken => cx.db.write(|conn| {
                users::lock(conn, user)?;
                let pending = pending_changes::find(conn, user, channel.as_str())?;
                if pending.is_some_and(|pending| pending.canonical == row.address) {
                    give_up(conn, user, channel)?;
                }
                Ok(())
            }),
            Err(error) => Err(error),
        };
        lost?;
        let mut errors = FormErrors::default();
        let words = match channel {
            Channel::Email => Phrase::new("change-lost-email"),
            Channel::Phone => Phrase::new("change-lost-phone"),
        };
        errors.whole(Code::Taken, words);
        Err(Error::Invalid(errors))
    }

    /// `None`: somebody else has the address, and the change is given up.
    fn try_switch(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        channel: Channel,
        id: Id,
        row: &OneTimePassword,
    ) -> Result<Option<User>> {
        let refused = || Error::field("code", Code::InvalidCode);
        let kind = channel.as_str();
        let before = users::lock(conn, id)?.filter(|user| user.is_active).ok_or_else(refused)?;
        let pending = pending_changes::find(conn, id, kind)?;
        let pending = pending.filter(|pending| pending.canonical == row.address).ok_or_else(refused)?;
        self.otp.spend(cx, conn, row)?;
        let target = Target { channel, address: pending.canonical.clone(), user: Some(id) };
        if holder(cx, conn, &target, id)?.is_some() {
            give_up(conn, id, channel)?;
            return Ok(None);
        }
        let new = (pending.address.as_str(), pending.canonical.as_str());
        addresses::set_address(conn, id, channel == Channel::Email, new, Some(cx.now))?;
        if before.reset_by.as_deref().is_some_and(|by| by != kind) {
            // It is this kind of address that a reset through the other one had left in doubt.
            addresses::confirm(conn, id)?;
        }
        if let Some(old) = Target::own(&before, channel) {
            one_time_passwords::kill_address(conn, id, kind, &old.address)?;
        }
        give_up(conn, id, channel)?;
        // The account has it again, if it ever had it before.
        address_undos::delete_address(conn, id, kind, &pending.canonical)?;
        self.tell_old_address(cx, conn, &before, channel, Some(&pending.address))?;
        let event = match channel {
            Channel::Email => EventKind::EmailChanged,
            Channel::Phone => EventKind::PhoneChanged,
        };
        let detail = json!({"from": stored_address(&before, channel).map(|old| masked(&old)), "to": masked(&to(channel, new.0))});
        self.note(cx, conn, Some(id), event, detail)?;
        users::get(conn, id)
    }
}
