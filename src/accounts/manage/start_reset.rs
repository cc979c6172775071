//! Sending somebody the ordinary message to set a new password. Nobody who administers ever sets or sees one.

use super::account_to_change;
use crate::accounts::post::{masked, stored_address};
use crate::accounts::reset_password::{channel_for_username, may_reset};
use crate::accounts::{Accounts, Actor, EventKind};
use crate::context::Context;
use crate::db::{Conn, Id, User};
use crate::delivery::MessageKind;
use crate::error::{Code, Error, FormErrors, Result};
use crate::otp::{Channel, Purpose, Target};
use crate::phrase::Phrase;
use serde_json::json;

impl Accounts {
    /// Sends a code, and by email a link, to an address that may reset the account: that of `wish`, or the one that a reset
    /// by username would go to. Returns where it went, masked. The password stays until somebody sets another.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Invalid`] at `channel` where there is no such address, and for the whole where the account
    /// may not sign in anyway; [`Error::Throttled`]; [`Code::Forbidden`] for staff and the account of a superuser;
    /// [`Error::Stale`].
    pub fn start_reset(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id, wish: Option<Channel>) -> Result<String> {
        self.demand_fresh_actor(cx, actor)?;
        cx.db.write(|conn| {
            let user = account_to_change(conn, actor, id)?;
            let mut errors = FormErrors::default();
            if !user.is_active {
                errors.whole(Code::Invalid, Phrase::new("admin-act-reset-inactive"));
                return Err(Error::Invalid(errors));
            }
            let usual = channel_for_username(&user, wish).or(user.email.as_ref().map(|_| Channel::Email));
            let channel = wish.or(usual);
            let target = channel.filter(|channel| may_reset(&user, *channel));
            let Some(target) = target.and_then(|channel| Target::own(&user, channel)) else {
                let words = match wish {
                    Some(_) => "admin-act-reset-other",
                    None => "admin-act-reset-nowhere",
                };
                errors.say("channel", Code::Invalid, Phrase::new(words));
                return Err(Error::Invalid(errors));
            };
            self.send_reset(cx, conn, actor, &user, &target)
        })
    }

    /// The same for an address that was looked at, as part of a transaction.
    pub(super) fn send_reset(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        actor: Actor<'_>,
        user: &User,
        target: &Target,
    ) -> Result<String> {
        if let Err(retry_after) = self.otp.note_sending(cx, conn, target)? {
            return Err(Error::Throttled { retry_after });
        }
        let channel = target.channel.as_str();
        let detail = actor.signs(json!({"purpose": Purpose::Reset.as_str(), "channel": channel}));
        self.note(cx, conn, Some(user.id), EventKind::CodeRequested, detail)?;
        let issued = self.otp.issue(cx, conn, target, Purpose::Reset)?;
        self.post_code(cx, conn, MessageKind::ResetPassword, Some(user), target, &issued)?;
        Ok(stored_address(user, target.channel).as_ref().map(masked).unwrap_or_default())
    }
}
