//! Setting a new password without the old one, through an address. The rules of who may are here; nothing an outsider
//! sees tells whether an account exists.

use super::form_work::do_work;
use super::manage::check_password;
use super::{Accounts, EventKind};
use crate::context::Context;
use crate::db::one_time_passwords::OneTimePassword;
use crate::db::{
    Conn, Id, User, address_undos, addresses, one_time_passwords, pending_changes, presence, sessions, users,
};
use crate::delivery::{Destination, MessageKind};
use crate::error::{Code, Error, FormErrors, Result};
use crate::identifiers::{Identifier, IdentifierKind, Region, fallback_key, shape};
use crate::limits::{Action, Subject};
use crate::otp::{Channel, Purpose, Target};
use crate::tokens::Opaque;
use secrecy::SecretString;
use serde_json::json;

/// What somebody proves with: the code they typed for an identifier, or the link of the message.
#[derive(Clone, Debug)]
pub enum ResetProof {
    /// The identifier as it was sent when the code was asked for, and the code.
    Code {
        /// Username, email address or phone number.
        identifier: String,
        /// As typed.
        code: String,
    },
    /// The two parts of the link.
    Link {
        /// The public one.
        id: Id,
        /// The secret one, as sent back.
        secret: String,
    },
}

/// What a right proof is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResetMeaning {
    /// A new password for the account.
    NewPassword,
    /// To take this address off the account, which never proved it and has proved another.
    Release(String),
}

impl Accounts {
    /// Sends a code, and by email a link, if the identifier names an account that may be reset through it. Says
    /// nothing about whether it did.
    ///
    /// # Errors
    /// [`Error::Throttled`] for the client's network alone.
    pub fn request_reset(
        &self,
        cx: &Context<'_>,
        identifier: &str,
        channel: Option<Channel>,
        region: Option<Region>,
    ) -> Result<()> {
        self.rates.take(cx, Action::Reset)?;
        let (user, target) = self.reset_target(cx, identifier, channel, region)?;
        cx.db.write(|conn| {
            let target = Target { user: presence::hold(conn, target.user)?, ..target.clone() };
            if self.otp.note_sending(cx, conn, &target)?.is_err() {
                return Ok(());
            }
            self.note_request(cx, conn, &target, Purpose::Reset)?;
            let issued = self.otp.issue(cx, conn, &target, Purpose::Reset)?;
            let user = user.as_ref().filter(|_| target.user.is_some());
            let kind = match user {
                Some(user) if !may_reset(user, target.channel) => MessageKind::ReleaseAddress,
                _ => MessageKind::ResetPassword,
            };
            self.post_code(cx, conn, kind, user, &target, &issued)
        })
    }

    /// What a link is good for. Spends nothing, and tells nobody who does not have it.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code` when it is good for nothing, or no longer.
    pub fn look_at_reset_link(&self, cx: &Context<'_>, id: Id, secret: &Opaque) -> Result<ResetMeaning> {
        let row = cx.db.read(|conn| self.otp.check_link(cx, conn, id, secret, Purpose::Reset))?.or_refuse()?;
        let user = account_of(cx, &row)?;
        Ok(meaning(&user, channel_of(&row)))
    }

    /// Sets the new password and ends every session; nobody is signed in by it. Where the address may not reset the
    /// account (it was never proved, and another one was), it is released from the account instead. Returns which.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code`; [`Error::Throttled`]; [`Error::Invalid`] at `new_password`, which spends nothing.
    pub fn confirm_reset(
        &self,
        cx: &Context<'_>,
        proof: &ResetProof,
        password: &SecretString,
        region: Option<Region>,
    ) -> Result<ResetMeaning> {
        let row = self.check_reset(cx, proof, region)?;
        let user = account_of(cx, &row)?;
        let channel = channel_of(&row);
        if !may_reset(&user, channel) {
            return self.release(cx, &row, &user);
        }
        let mut errors = FormErrors::default();
        check_password(cx, &user, password, "new_password", &mut errors);
        errors.or(|| ())?;
        let encoded = cx.hash_password(password)?;
        cx.db.write(|conn| {
            self.otp.spend(cx, conn, &row)?;
            let user = users::get(conn, user.id)?.filter(|user| may_reset(user, channel) && user.is_active);
            let user = user.ok_or_else(|| Error::field("code", Code::InvalidCode))?;
            users::set_password(conn, user.id, &encoded)?;
            addresses::settle_after_reset(conn, &user, channel == Channel::Email, cx.now)?;
            sessions::delete_all(conn, user.id)?;
            one_time_passwords::kill_all(conn, user.id)?;
            pending_changes::delete_all(conn, user.id)?;
            if user.email_verified_at.is_none() && user.phone_verified_at.is_none() {
                // Whoever proves the first address is the only owner: no way leads back for anybody before.
                address_undos::delete_all(conn, user.id)?;
            }
            self.note(cx, conn, Some(user.id), EventKind::PasswordReset, json!({"channel": channel.as_str()}))?;
            self.failures.forget(conn, &Subject::Account(user.id))?;
            self.tell_password_changed(cx, conn, user.id)?;
            do_work(cx, conn, user.id)?;
            Ok(ResetMeaning::NewPassword)
        })
    }

    /// For whoever gave no password: a proof that releases an address needs none. Returns the address.
    ///
    /// # Errors
    /// As [`Accounts::confirm_reset`]; [`Code::Required`] at `new_password`, which spends nothing, where the proof is
    /// good for one.
    pub fn release_address(
        &self,
        cx: &Context<'_>,
        proof: &ResetProof,
        region: Option<Region>,
    ) -> Result<ResetMeaning> {
        let row = self.check_reset(cx, proof, region)?;
        let user = account_of(cx, &row)?;
        if may_reset(&user, channel_of(&row)) {
            return Err(Error::field("new_password", Code::Required));
        }
        self.release(cx, &row, &user)
    }

    fn check_reset(&self, cx: &Context<'_>, proof: &ResetProof, region: Option<Region>) -> Result<OneTimePassword> {
        let checked = match proof {
            ResetProof::Code { identifier, code } => {
                // A name stands for two addresses: it is the one that a code was asked for last.
                let (_, usual) = self.reset_target(cx, identifier, None, region)?;
                let (_, other) = self.reset_target(cx, identifier, Some(Channel::Phone), region)?;
                let target = cx.db.read(|conn| self.otp.latest(conn, [usual, other], Purpose::Reset))?;
                self.check_code(cx, &target, Purpose::Reset, code)?
            }
            ResetProof::Link { id, secret } => {
                let secret = Opaque::parse(secret).ok_or_else(|| Error::field("code", Code::InvalidCode))?;
                cx.db.read(|conn| self.otp.check_link(cx, conn, *id, &secret, Purpose::Reset))?
            }
        };
        checked.or_refuse()
    }

    /// Where a reset for this identifier goes, and whose account it is. What names nobody, or nobody who may be reset,
    /// is a target too.
    pub(super) fn reset_target(
        &self,
        cx: &Context<'_>,
        text: &str,
        channel: Option<Channel>,
        region: Option<Region>,
    ) -> Result<(Option<User>, Target)> {
        let nobody = |address: String| (None, Target { channel: Channel::Email, address, user: None });
        let kind = shape(text);
        if kind == IdentifierKind::Phone && !self.settings.phone_authentication_active {
            return Ok(nobody(fallback_key(text)));
        }
        let Ok(identifier) = Identifier::parse(kind, text, region) else { return Ok(nobody(fallback_key(text))) };
        let user = cx.db.read(|conn| users::find(conn, &identifier))?.filter(|user| user.is_active);
        let channel = match (kind, &user) {
            (IdentifierKind::Email, _) => Some(Channel::Email),
            (IdentifierKind::Phone, _) => Some(Channel::Phone),
            (IdentifierKind::Username, Some(user)) => channel_for_username(user, channel),
            (IdentifierKind::Username, None) => None,
        };
        let address = identifier.canonical().to_owned();
        Ok(match (kind, user, channel) {
            (IdentifierKind::Username, Some(user), Some(channel)) => match Target::own(&user, channel) {
                Some(target) => (Some(user), target),
                None => nobody(address),
            },
            (IdentifierKind::Username, ..) | (_, _, None) => nobody(address),
            (_, user, Some(channel)) => (user.clone(), Target { channel, address, user: user.map(|user| user.id) }),
        })
    }

    /// Takes an address that its account never proved off that account, whose owner is told at one that was.
    fn release(&self, cx: &Context<'_>, row: &OneTimePassword, user: &User) -> Result<ResetMeaning> {
        let channel = channel_of(row);
        cx.db.write(|conn| {
            self.otp.spend(cx, conn, row)?;
            let user = users::get(conn, user.id)?.filter(|user| !may_reset(user, channel) && user.is_active);
            let user = user.ok_or_else(|| Error::field("code", Code::InvalidCode))?;
            addresses::remove_address(conn, user.id, channel == Channel::Email)?;
            self.note(cx, conn, Some(user.id), EventKind::AddressReleased, json!({"channel": channel.as_str()}))?;
            one_time_passwords::kill_address(conn, user.id, channel.as_str(), &row.address)?;
            let (kind, to) = match channel {
                Channel::Email => (MessageKind::EmailChanged, proved(&user, Channel::Phone)),
                Channel::Phone => (MessageKind::PhoneChanged, proved(&user, Channel::Email)),
            };
            if let Some(to) = to {
                let mut letter = self.notice(cx, kind, Some(&user), to);
                letter.details.insert("released".into(), json!(true));
                self.post(cx, conn, Some(&user), &letter, None)?;
            }
            Ok(meaning(&user, channel))
        })
    }

    /// Tells the account's proved addresses, or the only ones it has.
    pub(super) fn tell_password_changed(&self, cx: &Context<'_>, conn: &mut Conn, id: Id) -> Result<()> {
        let Some(user) = users::get(conn, id)? else { return Ok(()) };
        let addresses = [Channel::Email, Channel::Phone].into_iter().filter_map(|channel| proved(&user, channel));
        for to in addresses {
            self.post_notice(cx, conn, MessageKind::PasswordChanged, &user, to)?;
        }
        Ok(())
    }
}

/// The account behind a code that is right.
fn account_of(cx: &Context<'_>, row: &OneTimePassword) -> Result<User> {
    let user = row.user_id.map(|id| cx.db.read(|conn| users::get(conn, id))).transpose()?.flatten();
    user.filter(|user| user.is_active).ok_or_else(|| Error::field("code", Code::InvalidCode))
}

fn channel_of(row: &OneTimePassword) -> Channel {
    if row.kind == Channel::Email.as_str() { Channel::Email } else { Channel::Phone }
}

/// What an address is good for in a reset of its account.
fn meaning(user: &User, channel: Channel) -> ResetMeaning {
    let address = match channel {
        Channel::Email => &user.email,
        Channel::Phone => &user.phone,
    };
    match address {
        Some(address) if !may_reset(user, channel) => ResetMeaning::Release(address.clone()),
        _ => ResetMeaning::NewPassword,
    }
}

/// An address resets its account if it is proved, or if the account has no proved one at all.
pub(super) fn may_reset(user: &User, channel: Channel) -> bool {
    match channel {
        Channel::Email => user.email_verified_at.is_some() || user.phone_verified_at.is_none(),
        Channel::Phone => user.phone_verified_at.is_some() || user.email_verified_at.is_none(),
    }
}

/// For a username: the proved email, else the proved phone, else the only address; `wish` chooses between proved ones.
pub(super) fn channel_for_username(user: &User, wish: Option<Channel>) -> Option<Channel> {
    let (email, phone) = (user.email_verified_at.is_some(), user.phone_verified_at.is_some());
    match (email, phone) {
        (true, true) => Some(wish.unwrap_or(Channel::Email)),
        (true, false) => Some(Channel::Email),
        (false, true) => Some(Channel::Phone),
        (false, false) => match (&user.email, &user.phone) {
            (Some(_), None) => Some(Channel::Email),
            (None, Some(_)) => Some(Channel::Phone),
            _ => None,
        },
    }
}

fn proved(user: &User, channel: Channel) -> Option<Destination> {
    match channel {
        Channel::Email => user.email_verified_at.and(user.email.clone()).map(Destination::Email),
        Channel::Phone => user.phone_verified_at.and(user.phone.clone()).map(Destination::Phone),
    }
}
