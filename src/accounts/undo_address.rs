//! The way back: an address that was taken off an account is told, and if it was ever proved, gets a link that gives it
//! back. Knows nothing of who changed it.

use super::Accounts;
use super::change_address::to;
use super::events::EventKind;
use super::post::{masked, stored_address};
use crate::context::Context;
use crate::db::address_undos::{self, AddressUndo};
use crate::db::{Conn, Id, Time, User, addresses, one_time_passwords, pending_changes, sessions, users};
use crate::delivery::MessageKind;
use crate::error::{Code, Error, FormErrors, Result};
use crate::otp::{Channel, Target};
use crate::phrase::Phrase;
use crate::tokens::Opaque;
use serde_json::json;
use std::time::Duration;
use subtle::ConstantTimeEq;

/// So long an address that was taken off can come back, and nobody else can have it.
const UNDO: Duration = Duration::from_hours(24);

impl Accounts {
    /// Tells the address that the account had that it is not the account's any more. Only one that was proved gets the
    /// link: any other may be a stranger's, to whom it would hand the account over.
    pub(super) fn tell_old_address(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        before: &User,
        channel: Channel,
        new: Option<&str>,
    ) -> Result<()> {
        let (Some(old), Some(target)) = (stored_address(before, channel), Target::own(before, channel)) else {
            return Ok(());
        };
        let proved = verified_at(before, channel);
        let mut letter = self.notice(cx, changed(channel), proved.map(|_| before), old.clone());
        letter.details.insert("removed".into(), json!(new.is_none()));
        if let Some(verified_at) = proved {
            let secret = Opaque::new(cx.random.as_ref());
            let undo = AddressUndo {
                id: Id::new(cx.now, cx.random.as_ref()),
                user_id: before.id,
                kind: channel.as_str().into(),
                address: old.as_str().to_owned(),
                canonical: target.address,
                verified_at,
                link_hash: secret.hash(),
                made_at: cx.now,
                expires_at: cx.now.after(UNDO),
            };
            address_undos::insert(conn, &undo)?;
            let base = &self.settings.public_url.base;
            letter.link = Some(format!("{base}/account/{}/undo/{}/{}", channel.as_str(), undo.id, secret.expose()));
            letter.minutes = Some(UNDO.as_secs() / 60);
            let named = if channel == Channel::Email { "new_email" } else { "new_phone" };
            if let Some(new) = new {
                letter.details.insert(named.into(), json!(masked(&to(channel, new))));
            }
        }
        self.post(cx, conn, Some(before), &letter, None)
    }

    /// Gives an account the address back that was taken off it, by the link that the address was sent. Whoever took it off
    /// knew the password, so every session ends, and every code and pending change with it. An address of the other kind
    /// that was proved since, or in the day before, waits until the owner confirms it.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code`; [`Code::Taken`] for the whole form when somebody else has the address by now:
    /// nothing is changed then.
    pub fn undo_change(&self, cx: &Context<'_>, channel: Channel, id: Id, secret: &Opaque) -> Result<()> {
        let done = cx.db.write(|conn| self.try_undo(cx, conn, channel, id, secret));
        done.map_err(|error| if error.code() == Code::Taken { somebody_elses(channel) } else { error })
    }

    fn try_undo(&self, cx: &Context<'_>, conn: &mut Conn, channel: Channel, id: Id, secret: &Opaque) -> Result<()> {
        let refused = || Error::field("code", Code::InvalidCode);
        let undo = address_undos::get(conn, id)?.filter(|undo| {
            undo.kind == channel.as_str()
                && bool::from(undo.link_hash.ct_eq(&secret.hash()))
                && cx.now < undo.expires_at
        });
        let undo = undo.ok_or_else(refused)?;
        sessions::delete_all(conn, undo.user_id)?;
        let before = users::lock(conn, undo.user_id)?.ok_or_else(refused)?;
        if !address_undos::take(conn, &undo, cx.now)? {
            return Err(refused());
        }
        let email = channel == Channel::Email;
        if addresses::held(conn, email, &undo.canonical, before.id)?.is_some() {
            return Err(somebody_elses(channel));
        }
        addresses::set_address(conn, before.id, email, (&undo.address, &undo.canonical), Some(undo.verified_at))?;
        let other = if email { Channel::Phone } else { Channel::Email };
        if verified_at(&before, other).is_some_and(|at| at >= undo.made_at.before(UNDO)) {
            addresses::doubt(conn, before.id, !email)?;
        }
        one_time_passwords::kill_all(conn, before.id)?;
        pending_changes::delete_all(conn, before.id)?;
        let taken_off = stored_address(&before, channel).filter(|off| off.as_str() != undo.address);
        if let Some(off) = &taken_off {
            // Without a link: a way back from the way back would never end.
            let letter = self.notice(cx, changed(channel), None, off.clone());
            self.post(cx, conn, Some(&before), &letter, None)?;
        }
        let kind = if email { EventKind::EmailChangeUndone } else { EventKind::PhoneChangeUndone };
        let detail = json!({
            "from": taken_off.as_ref().map(masked),
            "to": masked(&to(channel, &undo.address)),
        });
        self.note(cx, conn, Some(before.id), kind, detail)
    }
}

fn somebody_elses(channel: Channel) -> Error {
    let mut errors = FormErrors::default();
    let words = match channel {
        Channel::Email => Phrase::new("undo-lost-email"),
        Channel::Phone => Phrase::new("undo-lost-phone"),
    };
    errors.whole(Code::Taken, words);
    Error::Invalid(errors)
}

fn changed(channel: Channel) -> MessageKind {
    match channel {
        Channel::Email => MessageKind::EmailChanged,
        Channel::Phone => MessageKind::PhoneChanged,
    }
}

fn verified_at(user: &User, channel: Channel) -> Option<Time> {
    match channel {
        Channel::Email => user.email_verified_at,
        Channel::Phone => user.phone_verified_at,
    }
}
