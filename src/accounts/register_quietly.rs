//! Registration under `registration.prevent_enumeration`: an address that is known and one that is not are answered
//! alike, and what tells them apart goes to the address itself.
//!
//! Usernames are public, so a taken one is refused; therefore a registration that came to nothing keeps its username all
//! the same, or the next one by that name would tell. A phone number beside an email address becomes the account's only
//! when it is proved, as if it had been changed to: whether it was free is then nobody's to see.

use super::post::stored_address;
use super::register::{encode, insert};
use super::{Accounts, EventKind};
use crate::context::Context;
use crate::db::pending_changes::{self, PendingChange};
use crate::db::profile_keys;
use crate::db::users::{self, NewUser};
use crate::db::{Conn, Id, User};
use crate::delivery::MessageKind;
use crate::error::{Error, Result};
use crate::forms::{Registration, RegistrationForm};
use crate::identifiers::{Identifier, Phone, Username};
use crate::otp::{Channel, Purpose, Target};
use crate::passwords::unusable;
use serde_json::json;

impl Accounts {
    /// Whether a registration has to hide which addresses are known: one without an address has nothing to hide.
    pub(super) fn is_quiet(&self, new: &NewUser) -> bool {
        self.settings.registration.prevent_enumeration && (new.email.is_some() || new.phone.is_some())
    }

    /// Registers, or has the address told that it is known, and says what kind of address that is. The same writes
    /// either way.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a taken username alone, when another registration was quicker.
    pub(super) fn register_quietly(
        &self,
        cx: &Context<'_>,
        registration: &Registration,
        form: &dyn RegistrationForm,
    ) -> Result<Channel> {
        let encoded = encode(cx, registration.password.as_ref())?;
        let mut new = registration.user.clone();
        // Beside an email address, the number waits for its proof.
        let later = if new.email.is_some() { new.phone.take() } else { None };
        let channel = if new.email.is_some() { Channel::Email } else { Channel::Phone };
        let settle = || self.settle(cx, (&new, later.as_ref()), registration, &encoded, form);
        let done = match settle() {
            // Somebody took the address between the look and the writing: now it is known.
            Err(Error::Invalid(errors)) if errors.has("email") || errors.has("phone") => settle(),
            other => other,
        };
        done.map(|()| channel)
    }

    fn settle(
        &self,
        cx: &Context<'_>,
        (new, later): (&NewUser, Option<&Phone>),
        registration: &Registration,
        encoded: &str,
        form: &dyn RegistrationForm,
    ) -> Result<()> {
        let keys = &registration.keys;
        cx.db.write(|conn| {
            let known = users::clashes(conn, new, cx.now)?.iter().any(|field| *field != "username");
            let address = new.identifiers().find(|identifier| !matches!(identifier, Identifier::Username(_)));
            let address = address.ok_or_else(|| Error::internal("a quiet registration without an address"))?;
            let user = if known { keep_the_name(cx, conn, new)? } else { insert(cx, conn, new, encoded)? };
            profile_keys::set(conn, user.id, keys)?;
            self.note(cx, conn, Some(user.id), EventKind::Registered, json!({"form": form.name()}))?;
            if !known {
                form.after_register(conn, &user, registration)?;
            }
            let own = (!known).then_some(&user);
            self.send_first(cx, conn, own, &address, Purpose::Verify)?;
            if let Some(phone) = later {
                self.offer_number(cx, conn, &user, phone)?;
            }
            if known && new.username.is_none() && keys.iter().all(|key| key.hash.is_none()) {
                users::delete(conn, user.id)?;
            }
            Ok(())
        })
    }

    /// A code to the new account's address; to one that is known, word that it is.
    fn send_first(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        own: Option<&User>,
        address: &Identifier,
        purpose: Purpose,
    ) -> Result<()> {
        let channel = if matches!(address, Identifier::Phone(_)) { Channel::Phone } else { Channel::Email };
        let canonical = address.canonical().to_owned();
        let target = Target { channel, address: canonical.clone(), user: own.map(|user| user.id) };
        if self.otp.note_sending(cx, conn, &target)?.is_err() {
            return Ok(());
        }
        self.note_request(cx, conn, &target, purpose)?;
        if let Some(user) = own {
            let issued = self.otp.issue(cx, conn, &target, purpose)?;
            let kind = match (purpose, channel) {
                (Purpose::Change, _) => MessageKind::ChangePhone,
                (_, Channel::Email) => MessageKind::VerifyEmail,
                (_, Channel::Phone) => MessageKind::VerifyPhone,
            };
            return self.post_code(cx, conn, kind, Some(user), &target, &issued);
        }
        // A code of nobody's, beside the one that the address may have under way: that must live.
        let beside = Target { address: format!("known {canonical}"), ..target };
        self.otp.issue(cx, conn, &beside, purpose)?;
        // While an address waits to be had back it is known, and nobody's to be told.
        let owner = users::find(conn, address)?;
        match owner.as_ref().and_then(|owner| stored_address(owner, channel).map(|to| (owner, to))) {
            Some((owner, to)) => self.post_notice(cx, conn, MessageKind::AlreadyRegistered, owner, to),
            None => Ok(()),
        }
    }

    /// Has a number proved that is to become the account's. For one that is known only word goes out.
    fn offer_number(&self, cx: &Context<'_>, conn: &mut Conn, user: &User, phone: &Phone) -> Result<()> {
        let canonical = phone.as_str().to_owned();
        let change = PendingChange {
            user_id: user.id,
            kind: Channel::Phone.as_str().into(),
            address: canonical.clone(),
            canonical,
            asked_at: cx.now,
        };
        pending_changes::replace(conn, &change)?;
        let probe = NewUser { phone: Some(phone.clone()), ..NewUser::default() };
        let known = !users::clashes(conn, &probe, cx.now)?.is_empty();
        // Also where the email address was known: who has this number must not learn that from silence.
        let own = (!known).then_some(user);
        self.send_first(cx, conn, own, &Identifier::Phone(phone.clone()), Purpose::Change)
    }
}

/// An account that nobody can sign in to, so that the username and the unique fields of the profile are as
/// taken as if the registration had come to something.
fn keep_the_name(cx: &Context<'_>, conn: &mut Conn, new: &NewUser) -> Result<User> {
    let made_up = || Username::parse(&format!("u{}", Id::new(cx.now, cx.random.as_ref()).to_string().replace('-', "")));
    let username = match &new.username {
        Some(username) => username.clone(),
        None => made_up().map_err(|flaw| Error::internal(flaw.detail))?,
    };
    let kept = NewUser { username: Some(username), ..NewUser::default() };
    let user = insert(cx, conn, &kept, &unusable(cx.random.as_ref()))?;
    users::set_active(conn, user.id, false)?;
    Ok(user)
}
