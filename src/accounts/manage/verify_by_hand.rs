//! Proof of an address on the word of somebody who administers.

use super::account_to_change;
use crate::accounts::{Accounts, Actor, EventKind};
use crate::context::Context;
use crate::db::{Id, User, addresses, one_time_passwords, users};
use crate::error::{Code, Error, Result};
use crate::otp::{Channel, Target};
use serde_json::json;

impl Accounts {
    /// Marks an address of the account as proved; its open codes are dead.
    ///
    /// # Errors
    /// [`Code::NotFound`] without such an address; [`Code::AlreadyVerified`]; [`Code::Forbidden`] for staff and the account
    /// of a superuser; [`Error::Stale`].
    pub fn verify_address(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id, channel: Channel) -> Result<User> {
        self.demand_fresh_actor(cx, actor)?;
        let user = cx.db.read(|conn| users::get(conn, id))?.ok_or(Error::Refused(Code::NotFound))?;
        actor.may_change(&user)?;
        let (address, proved_at) = match channel {
            Channel::Email => (&user.email, user.email_verified_at),
            Channel::Phone => (&user.phone, user.phone_verified_at),
        };
        if address.is_none() {
            return Err(Error::Refused(Code::NotFound));
        }
        if proved_at.is_some() {
            return Err(Error::Refused(Code::AlreadyVerified));
        }
        self.verify_by_hand(cx, actor, id, channel == Channel::Email, channel == Channel::Phone)
    }

    /// Marks the addresses named as proved, as far as the account has them. One that had to be confirmed after a reset
    /// counts again.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Forbidden`] for staff and the account of a superuser; [`Error::Stale`].
    pub fn verify_by_hand(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id, email: bool, phone: bool) -> Result<User> {
        self.demand_fresh_actor(cx, actor)?;
        cx.db.write(|conn| {
            let user = account_to_change(conn, actor, id)?;
            addresses::set_verified(conn, id, email, phone, cx.now)?;
            let named = [(email, Channel::Email), (phone, Channel::Phone)].into_iter().filter(|(named, _)| *named);
            let mut channels = Vec::new();
            for target in named.filter_map(|(_, channel)| Target::own(&user, channel)) {
                let channel = target.channel.as_str();
                one_time_passwords::kill_address(conn, id, channel, &target.address)?;
                if user.reset_by.as_deref().is_some_and(|by| by != channel) {
                    addresses::confirm(conn, id)?;
                }
                channels.push(channel);
            }
            let detail = actor.signs(json!({"channels": channels}));
            self.note(cx, conn, Some(id), EventKind::VerifiedByAdmin, detail)?;
            users::get(conn, id)?.ok_or(Error::Refused(Code::NotFound))
        })
    }
}
