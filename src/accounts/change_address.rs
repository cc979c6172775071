//! Asking for another email address or phone number: with the password. Until the new one is proved the old one stays.

use super::form_work::do_work;
use super::post::masked;
use super::{Accounts, SignedIn};
use crate::context::Context;
use crate::db::errors::taken;
use crate::db::pending_changes::{self, PendingChange};
use crate::db::{Conn, Id, User, address_undos, addresses, one_time_passwords, users};
use crate::delivery::{Destination, MessageKind};
use crate::error::{Code, Error, FormErrors, Result};
use crate::forms::Input;
use crate::forms::change_address::{AddressChange, new_name, read_change};
use crate::identifiers::{Identifier, Region};
use crate::limits::Action;
use crate::otp::{Channel, Purpose, Target};
use crate::passwords::is_usable;
use secrecy::SecretString;

/// How it stands with an address of whoever is signed in.
#[derive(Clone, Debug)]
pub struct AddressState {
    /// The account as it is now.
    pub user: User,
    /// What the address is to become, once that is proved.
    pub pending: Option<Destination>,
    /// Whether a change asks for the password.
    pub has_password: bool,
}

impl Accounts {
    /// How it stands with an address of whoever is signed in.
    ///
    /// # Errors
    /// [`Code::Unauthenticated`] when the account is gone.
    pub fn address_state(&self, cx: &Context<'_>, who: &SignedIn, channel: Channel) -> Result<AddressState> {
        cx.db.read(|conn| {
            let user = users::get(conn, who.user.id)?.ok_or(Error::Refused(Code::Unauthenticated))?;
            let pending = pending_changes::find(conn, user.id, channel.as_str())?;
            let has_password = is_usable(&user.password);
            Ok(AddressState { user, pending: pending.map(|pending| to(channel, &pending.address)), has_password })
        })
    }

    /// Sends a code to the address that is to become the account's, and says where it went, masked. A change asked for
    /// before is given up.
    ///
    /// Whether an address is taken is told only to whoever knows the password, and no more often than
    /// `limits.code_per_ip`; under `registration.prevent_enumeration` to nobody but whoever reads messages there.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every mistake in the form; then as [`Accounts::reauthenticate`]; then [`Code::SameValue`]
    /// and [`Code::Taken`] at the new address; [`Error::Throttled`].
    pub fn request_change(
        &self,
        cx: &mut Context<'_>,
        who: &SignedIn,
        channel: Channel,
        input: &Input,
        region: Option<Region>,
    ) -> Result<String> {
        let field = new_name(channel.identifier());
        let (asked, mut errors) = read_change(channel.identifier(), input, region);
        if let Some(Identifier::Phone(phone)) = &asked.new
            && let Some(flaw) = self.unwelcome(phone)
        {
            errors.say(field, Code::Invalid, flaw);
        }
        require_password(cx, who, asked.password.as_ref(), &mut errors)?;
        let AddressChange { new, password } = errors.or(|| asked)?;
        let new = new.ok_or_else(|| Error::field(field, Code::Required))?;
        let proved = self.reprove(cx, who, &password.unwrap_or_default(), "password")?;
        // A refusal after the password was right is no failure of the password: what the proof clears stays cleared.
        if let Err(refused) = self.rates.take(cx, Action::Code) {
            cx.db.write(|conn| self.accept_proof(cx, conn, who, &proved).map(|_| ()))?;
            return Err(refused);
        }
        cx.db.write(|conn| {
            let user = self.accept_proof(cx, conn, who, &proved)?;
            let begun = self.begin_change(cx, conn, user.id, channel, &new)?;
            if begun.is_ok() {
                do_work(cx, conn, user.id)?;
            }
            Ok(begun)
        })?
    }

    fn begin_change(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: Id,
        channel: Channel,
        new: &Identifier,
    ) -> Result<Result<String>> {
        let user = users::lock(conn, user)?.ok_or(Error::Refused(Code::Unauthenticated))?;
        let field = new_name(channel.identifier());
        let kind = channel.as_str();
        let target = Target { channel, address: new.canonical().to_owned(), user: Some(user.id) };
        if Target::own(&user, channel).as_ref() == Some(&target) {
            return Ok(Err(Error::field(field, Code::SameValue)));
        }
        let holder = holder(cx, conn, &target, user.id)?;
        if holder.is_some() && !self.settings.registration.prevent_enumeration {
            let mut errors = FormErrors::default();
            errors.say(field, Code::Taken, taken(kind));
            return Ok(Err(Error::Invalid(errors)));
        }
        if let Err(retry_after) = self.otp.note_sending(cx, conn, &target)? {
            return Ok(Err(Error::Throttled { retry_after }));
        }
        if let Some(before) = pending_changes::find(conn, user.id, kind)? {
            one_time_passwords::kill_address(conn, user.id, kind, &before.canonical)?;
        }
        let pending = PendingChange {
            user_id: user.id,
            kind: kind.into(),
            address: new.as_str().to_owned(),
            canonical: target.address.clone(),
            asked_at: cx.now,
        };
        pending_changes::replace(conn, &pending)?;
        self.send_change(cx, conn, &user, &target, &pending.address, holder.as_ref()).map(Ok)
    }

    /// Sends another code for the change that waits, and says where it went, masked.
    ///
    /// # Errors
    /// [`Code::NotFound`] when none waits; [`Error::Throttled`].
    pub fn resend_change(&self, cx: &Context<'_>, who: &SignedIn, channel: Channel) -> Result<String> {
        self.rates.take(cx, Action::Code)?;
        cx.db.write(|conn| {
            let user = users::lock(conn, who.user.id)?.ok_or(Error::Refused(Code::Unauthenticated))?;
            let pending = pending_changes::find(conn, user.id, channel.as_str())?;
            let pending = pending.ok_or(Error::Refused(Code::NotFound))?;
            let target = Target { channel, address: pending.canonical, user: Some(user.id) };
            if let Err(retry_after) = self.otp.note_sending(cx, conn, &target)? {
                return Err(Error::Throttled { retry_after });
            }
            // That it was taken meanwhile is nothing to tell whoever has only the session.
            let holder = holder(cx, conn, &target, user.id)?;
            self.send_change(cx, conn, &user, &target, &pending.address, holder.as_ref())
        })
    }

    /// Makes a code and sends it. What belongs to somebody else already gets a message that says so; the code, which
    /// nobody learns, is made all the same.
    fn send_change(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: &User,
        target: &Target,
        address: &str,
        holder: Option<&(Id, String)>,
    ) -> Result<String> {
        let channel = target.channel;
        self.note_request(cx, conn, target, Purpose::Change)?;
        let issued = self.otp.issue(cx, conn, target, Purpose::Change)?;
        if let Some((holder, its_address)) = holder {
            let holder = users::get(conn, *holder)?.ok_or_else(|| Error::internal("an address of an account gone"))?;
            let mut letter = self.notice(cx, MessageKind::AlreadyRegistered, Some(&holder), to(channel, its_address));
            letter.link = Some(format!("{}/login", self.settings.public_url.base));
            self.post(cx, conn, Some(&holder), &letter, None)?;
        } else {
            let kind = match channel {
                Channel::Email => MessageKind::ChangeEmail,
                Channel::Phone => MessageKind::ChangePhone,
            };
            self.post_code_to(cx, conn, kind, Some(user), to(channel, address), &issued)?;
        }
        Ok(masked(&to(channel, address)))
    }

    /// Gives up the change that waits.
    ///
    /// # Errors
    /// [`Code::NotFound`] when none does.
    pub fn cancel_change(&self, cx: &Context<'_>, who: &SignedIn, channel: Channel) -> Result<()> {
        cx.db.write(|conn| {
            users::lock(conn, who.user.id)?;
            if give_up(conn, who.user.id, channel)? { Ok(()) } else { Err(Error::Refused(Code::NotFound)) }
        })
    }
}

/// Gives up the change that waits, its codes with it, and says whether there was one.
pub(super) fn give_up(conn: &mut Conn, user: Id, channel: Channel) -> Result<bool> {
    let Some(pending) = pending_changes::find(conn, user, channel.as_str())? else { return Ok(false) };
    one_time_passwords::kill_address(conn, user, channel.as_str(), &pending.canonical)?;
    pending_changes::delete(conn, user, channel.as_str())
}

/// Notes a missing password, so that it is told together with the other mistakes.
pub(super) fn require_password(
    cx: &Context<'_>,
    who: &SignedIn,
    sent: Option<&SecretString>,
    errors: &mut FormErrors,
) -> Result<()> {
    if sent.is_some() || errors.has("password") {
        return Ok(());
    }
    let user = cx.db.read(|conn| users::get(conn, who.user.id))?;
    if user.is_some_and(|user| is_usable(&user.password)) {
        errors.add("password", Code::Required);
    }
    Ok(())
}

/// Who else has the address, or may still get it back, and how they write it.
pub(super) fn holder(cx: &Context<'_>, conn: &mut Conn, target: &Target, but: Id) -> Result<Option<(Id, String)>> {
    let held = addresses::held(conn, target.channel == Channel::Email, &target.address, but)?;
    match held {
        Some(held) => Ok(Some(held)),
        None => address_undos::kept(conn, target.channel.as_str(), &target.address, Some(but), cx.now),
    }
}

/// Where a message to this address goes.
pub(super) fn to(channel: Channel, address: &str) -> Destination {
    match channel {
        Channel::Email => Destination::Email(address.to_owned()),
        Channel::Phone => Destination::Phone(address.to_owned()),
    }
}
