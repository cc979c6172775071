//! Proving that an account's address is its owner's: sending codes, checking them, and links.

use super::form_work::do_work;
use super::post::masked;
use super::session::SignedIn;
use super::{Accounts, EventKind};
use crate::context::Context;
use crate::db::{Conn, Id, User, addresses, one_time_passwords, presence, users};
use crate::delivery::{Destination, MessageKind};
use crate::error::{Code, Error, Result};
use crate::identifiers::{Identifier, Region, fallback_key};
use crate::limits::Action;
use crate::otp::{Channel, Purpose, Target};
use crate::settings::Proof;
use crate::tokens::Opaque;
use serde_json::Value;

/// Who wants an address proved.
#[derive(Clone, Debug)]
pub enum Prover {
    /// The account that is signed in, for its own address.
    SignedIn(Box<SignedIn>),
    /// Somebody, for the address they say is theirs.
    Stranger(String),
}

impl Accounts {
    /// Proves an address with a code and returns the account.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code`; [`Error::Throttled`]; signed in, [`Code::AlreadyVerified`], and
    /// [`Code::NotFound`] for an address the account does not have.
    pub fn verify(
        &self,
        cx: &Context<'_>,
        channel: Channel,
        prover: &Prover,
        typed: &str,
        region: Option<Region>,
    ) -> Result<User> {
        let (_, target) = prover_target(cx, channel, prover, region)?;
        let row = self.check_code(cx, &target, Purpose::Verify, typed)?.or_refuse()?;
        cx.db.write(|conn| {
            self.otp.spend(cx, conn, &row)?;
            let user = self.note_proved(cx, conn, &target)?;
            if matches!(prover, Prover::SignedIn(_)) {
                addresses::confirm(conn, user.id)?;
            }
            do_work(cx, conn, user.id)?;
            Ok(user)
        })
    }

    /// Whether a link still proves an address. Spends nothing, and tells nobody who does not have it.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code`.
    pub fn look_at_verification_link(&self, cx: &Context<'_>, id: Id, secret: &Opaque) -> Result<()> {
        let checked = cx.db.read(|conn| self.otp.check_link(cx, conn, id, secret, Purpose::Verify))?;
        checked.or_refuse().map(|_| ())
    }

    /// Proves an email address with the link of its message and returns the account.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code`.
    pub fn verify_by_link(&self, cx: &Context<'_>, id: Id, secret: &Opaque) -> Result<User> {
        cx.db.write(|conn| {
            let row = self.otp.check_link(cx, conn, id, secret, Purpose::Verify)?.or_refuse()?;
            self.otp.spend(cx, conn, &row)?;
            let target = Target { channel: Channel::Email, address: row.address.clone(), user: row.user_id };
            self.note_proved(cx, conn, &target)
        })
    }

    fn note_proved(&self, cx: &Context<'_>, conn: &mut Conn, target: &Target) -> Result<User> {
        let user = prove(cx, conn, target)?;
        let kind = match target.channel {
            Channel::Email => EventKind::EmailVerified,
            Channel::Phone => EventKind::PhoneVerified,
        };
        self.note(cx, conn, Some(user.id), kind, Value::Null)?;
        Ok(user)
    }

    /// Sends another code. For a stranger nothing tells whether it was sent; signed in, returns the masked address.
    ///
    /// # Errors
    /// Signed in: [`Error::Throttled`], [`Code::AlreadyVerified`], [`Code::NotFound`].
    pub fn resend_verification(
        &self,
        cx: &Context<'_>,
        channel: Channel,
        prover: &Prover,
        region: Option<Region>,
    ) -> Result<String> {
        let (user, target) = prover_target(cx, channel, prover, region)?;
        let stranger = matches!(prover, Prover::Stranger(_));
        let sent = self
            .rates
            .take(cx, Action::Code)
            .and_then(|()| cx.db.write(|conn| self.send_verification(cx, conn, user.as_ref(), &target)));
        match sent {
            Err(Error::Throttled { .. }) if stranger => Ok(String::new()),
            Err(cause) => Err(cause),
            Ok(()) => Ok(user.filter(|_| !stranger).map_or_else(String::new, |user| masked(&address(&user, channel)))),
        }
    }

    /// What a registration sends: a code to each address given, where the settings want one. An address that has been
    /// sent too much already gets none; the account is made all the same.
    pub(super) fn send_first_codes(&self, cx: &Context<'_>, conn: &mut Conn, user: &User) -> Result<()> {
        for channel in [Channel::Email, Channel::Phone] {
            let Some(target) = Target::own(user, channel).filter(|_| self.proof(channel) != Proof::None) else {
                continue;
            };
            match self.send_verification(cx, conn, Some(user), &target) {
                Ok(()) | Err(Error::Throttled { .. }) => {}
                Err(cause) => return Err(cause),
            }
        }
        Ok(())
    }

    /// The first address of the account that has to be proved before it may sign in.
    #[must_use]
    pub fn first_to_verify(&self, user: &User) -> Option<Channel> {
        let channels = [Channel::Email, Channel::Phone].into_iter();
        let mut open = channels.filter(|channel| {
            Target::own(user, *channel).is_some() && !is_proved(user, *channel) && may_be_a_stranger(user, *channel)
        });
        if self.is_hidden(user) { open.next() } else { open.find(|channel| self.proof(*channel) == Proof::Mandatory) }
    }

    /// Whether nobody may learn that this account is there: known addresses are hidden, and it has proved none of its
    /// own. One that has none to prove is hidden from nobody.
    pub(super) fn is_hidden(&self, user: &User) -> bool {
        let proved = is_proved(user, Channel::Email) || is_proved(user, Channel::Phone);
        self.settings.registration.prevent_enumeration && !proved && (user.email.is_some() || user.phone.is_some())
    }

    fn proof(&self, channel: Channel) -> Proof {
        match channel {
            Channel::Email => self.settings.verification.email,
            Channel::Phone => self.settings.verification.phone,
        }
    }

    /// Makes and posts a code. For an address without an account everything happens but the message.
    fn send_verification(&self, cx: &Context<'_>, conn: &mut Conn, user: Option<&User>, target: &Target) -> Result<()> {
        let target = &Target { user: presence::hold(conn, target.user)?, ..target.clone() };
        let user = user.filter(|_| target.user.is_some());
        if let Err(retry_after) = self.otp.note_sending(cx, conn, target)? {
            return Err(Error::Throttled { retry_after });
        }
        self.note_request(cx, conn, target, Purpose::Verify)?;
        let issued = self.otp.issue(cx, conn, target, Purpose::Verify)?;
        let kind = match target.channel {
            Channel::Email => MessageKind::VerifyEmail,
            Channel::Phone => MessageKind::VerifyPhone,
        };
        self.post_code(cx, conn, kind, user, target, &issued)
    }
}

/// The address in question, and its account if it has one that may prove it.
fn prover_target(
    cx: &Context<'_>,
    channel: Channel,
    prover: &Prover,
    region: Option<Region>,
) -> Result<(Option<User>, Target)> {
    match prover {
        Prover::SignedIn(who) => {
            let user =
                cx.db.read(|conn| users::get(conn, who.user.id))?.ok_or(Error::Refused(Code::Unauthenticated))?;
            let target = Target::own(&user, channel).ok_or(Error::Refused(Code::NotFound))?;
            if is_proved(&user, channel) {
                return Err(Error::Refused(Code::AlreadyVerified));
            }
            Ok((Some(user), target))
        }
        Prover::Stranger(text) => {
            let Ok(identifier) = Identifier::parse(channel.identifier(), text, region) else {
                return Ok((None, Target { channel, address: fallback_key(text), user: None }));
            };
            let user = cx.db.read(|conn| users::find(conn, &identifier))?;
            let user =
                user.filter(|user| user.is_active && !is_proved(user, channel) && may_be_a_stranger(user, channel));
            let address = identifier.canonical().to_owned();
            Ok((user.clone(), Target { channel, address, user: user.map(|user| user.id) }))
        }
    }
}

/// Whether somebody who is not signed in may prove this address. After a reset through the other one they may not: it
/// could be whoever lost the account by that reset.
fn may_be_a_stranger(user: &User, channel: Channel) -> bool {
    user.reset_by.as_deref().is_none_or(|by| by == channel.as_str())
}

pub(super) fn is_proved(user: &User, channel: Channel) -> bool {
    match channel {
        Channel::Email => user.email_verified_at.is_some(),
        Channel::Phone => user.phone_verified_at.is_some(),
    }
}

fn address(user: &User, channel: Channel) -> Destination {
    match channel {
        Channel::Email => Destination::Email(user.email.clone().unwrap_or_default()),
        Channel::Phone => Destination::Phone(user.phone.clone().unwrap_or_default()),
    }
}

/// Notes the proof, if the account still has the address; every other code for it is dead.
fn prove(cx: &Context<'_>, conn: &mut Conn, target: &Target) -> Result<User> {
    let refused = || Error::field("code", Code::InvalidCode);
    let id = target.user.ok_or_else(refused)?;
    let user = users::get(conn, id)?.filter(|user| Target::own(user, target.channel).as_ref() == Some(target));
    let user = user.filter(|user| user.is_active).ok_or_else(refused)?;
    let email = target.channel == Channel::Email;
    addresses::set_verified(conn, user.id, email, !email, cx.now)?;
    one_time_passwords::kill_address(conn, user.id, target.channel.as_str(), &target.address)?;
    users::get(conn, user.id)?.ok_or_else(refused)
}
