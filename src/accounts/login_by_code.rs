//! Signing in with a code that was sent to a proved address, in place of the password. Who may is decided here; nothing
//! an outsider sees tells whether an account exists. The password, its failures and the chain have no part in it.

use super::post::masked;
use super::{Accounts, Carrier, Entry, EventKind};
use crate::context::Context;
use crate::db::one_time_passwords::OneTimePassword;
use crate::db::{Id, User, presence, users};
use crate::delivery::{Destination, MessageKind};
use crate::error::{Code, Error, Result};
use crate::identifiers::{Identifier, IdentifierKind, Region, fallback_key, shape};
use crate::limits::Action;
use crate::otp::{Channel, Purpose, Target};
use crate::tokens::Opaque;
use serde_json::{Value, json};

/// What somebody signs in with: the code they typed for an identifier, or the link of the message.
#[derive(Debug)]
pub enum LoginProof {
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
        /// The secret one.
        secret: Opaque,
    },
}

/// Whom a link would sign in, as whoever holds it may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedAccount {
    /// Its username, if it has one: these are public.
    pub username: Option<String>,
    /// The masked address that the link was sent to.
    pub destination: String,
}

impl Accounts {
    /// Sends a code, and by email a link, if the identifier names an active account with a proved address to send it to.
    /// Says nothing about whether it did. `channel` is `email`, `phone` or empty, and chooses for a username.
    ///
    /// # Errors
    /// When the database is away.
    pub fn request_login_code(
        &self,
        cx: &Context<'_>,
        identifier: &str,
        channel: &str,
        region: Option<Region>,
    ) -> Result<()> {
        match self.rates.take(cx, Action::Code) {
            // Whoever asks too often is told the same, and nothing is sent.
            Err(Error::Throttled { .. }) => return Ok(()),
            taken => taken?,
        }
        let wish = [Channel::Email, Channel::Phone].into_iter().find(|known| known.as_str() == channel);
        let (user, target) = self.login_target(cx, identifier, wish, region)?;
        cx.db.write(|conn| {
            let target = Target { user: presence::hold(conn, target.user)?, ..target.clone() };
            if self.otp.note_sending(cx, conn, &target)?.is_err() {
                return Ok(());
            }
            self.note_request(cx, conn, &target, Purpose::Login)?;
            let issued = self.otp.issue(cx, conn, &target, Purpose::Login)?;
            let user = user.as_ref().filter(|_| target.user.is_some());
            self.post_code(cx, conn, MessageKind::LoginCode, user, &target, &issued)
        })
    }

    /// Signs in with a code or a link.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] at `code`; [`Error::Throttled`]; [`Code::Unverified`] when the code was right, and is spent,
    /// but another address has to be proved first.
    pub fn login_by_code(
        &self,
        cx: &Context<'_>,
        proof: &LoginProof,
        carrier: Carrier,
        region: Option<Region>,
    ) -> Result<Entry> {
        self.rates.take(cx, Action::Login)?;
        let row = self.check_login(cx, proof, region)?;
        let refused = || Error::field("code", Code::InvalidCode);
        let entry = cx.db.write(|conn| {
            let user = users::get(conn, owner(&row)?)?.filter(|user| self.may_enter(user, &row)).ok_or_else(refused)?;
            if self.first_to_verify(&user).is_some() {
                self.otp.spend(cx, conn, &row)?;
                self.note(cx, conn, Some(user.id), EventKind::LoginUnverified, Value::Null)?;
                return Ok(None);
            }
            // The account first, then its code: in the order in which a new password takes them.
            let user = users::note_login_without_password(conn, user.id, cx.now)?.ok_or_else(refused)?;
            self.otp.spend(cx, conn, &row)?;
            if !self.may_enter(&user, &row) || self.first_to_verify(&user).is_some() {
                return Err(refused());
            }
            self.note(cx, conn, Some(user.id), EventKind::Login, json!({"by": "code"}))?;
            self.begin_session(cx, conn, user, carrier).map(Some)
        })?;
        entry.ok_or(Error::Refused(Code::Unverified))
    }

    /// Whom this link would sign in, if it is still good. Spends nothing.
    ///
    /// # Errors
    /// When the database is away.
    pub fn whose_login_link(&self, cx: &Context<'_>, id: Id, secret: &Opaque) -> Result<Option<LinkedAccount>> {
        let checked = cx.db.read(|conn| self.otp.check_link(cx, conn, id, secret, Purpose::Login))?;
        let Ok(row) = checked.or_refuse() else { return Ok(None) };
        let user = cx.db.read(|conn| users::get(conn, owner(&row)?))?.filter(|user| self.may_enter(user, &row));
        Ok(user.map(|user| LinkedAccount {
            destination: masked(&Destination::Email(user.email.unwrap_or_default())),
            username: user.username,
        }))
    }

    fn check_login(&self, cx: &Context<'_>, proof: &LoginProof, region: Option<Region>) -> Result<OneTimePassword> {
        let checked = match proof {
            LoginProof::Code { identifier, code } => {
                // A name stands for two addresses: it is the one that a code was asked for last.
                let (_, usual) = self.login_target(cx, identifier, None, region)?;
                let (_, other) = self.login_target(cx, identifier, Some(Channel::Phone), region)?;
                let target = cx.db.read(|conn| self.otp.latest(conn, [usual, other], Purpose::Login))?;
                self.check_code(cx, &target, Purpose::Login, code)?
            }
            LoginProof::Link { id, secret } => {
                cx.db.read(|conn| self.otp.check_link(cx, conn, *id, secret, Purpose::Login))?
            }
        };
        checked.or_refuse()
    }

    /// Where a code for this identifier goes, and whose account it opens. What names nobody, or nobody with a proved
    /// address, is a target too.
    pub(super) fn login_target(
        &self,
        cx: &Context<'_>,
        text: &str,
        wish: Option<Channel>,
        region: Option<Region>,
    ) -> Result<(Option<User>, Target)> {
        let nobody = |channel, address| (None, Target { channel, address, user: None });
        let kind = shape(text);
        if kind == IdentifierKind::Phone && !self.settings.phone_authentication_active {
            return Ok(nobody(Channel::Email, fallback_key(text)));
        }
        let Ok(identifier) = Identifier::parse(kind, text, region) else {
            return Ok(nobody(Channel::Email, fallback_key(text)));
        };
        let user = cx.db.read(|conn| users::find(conn, &identifier))?.filter(|user| user.is_active);
        let named = match kind {
            IdentifierKind::Email => Some(Channel::Email),
            IdentifierKind::Phone => Some(Channel::Phone),
            IdentifierKind::Username => user.as_ref().and_then(|user| self.channel_for(user, wish)),
        };
        let found = user.zip(named).and_then(|(user, channel)| Some((self.entrance(&user, channel)?, user)));
        Ok(match found {
            Some((target, user)) => (Some(user), target),
            None => nobody(named.unwrap_or(Channel::Email), identifier.canonical().to_owned()),
        })
    }

    /// For a username: the proved email address, else the proved phone; `wish` chooses between the two.
    fn channel_for(&self, user: &User, wish: Option<Channel>) -> Option<Channel> {
        let open = |channel: &Channel| self.entrance(user, *channel).is_some();
        wish.into_iter().chain([Channel::Email, Channel::Phone]).find(open)
    }

    /// The account's address of this kind, if it opens the account: one that was never proved belongs to nobody. Nor does
    /// one that a reset through the other address took the proof of, until the signed-in owner has confirmed it.
    fn entrance(&self, user: &User, channel: Channel) -> Option<Target> {
        let proved = match channel {
            Channel::Email => user.email_verified_at.is_some(),
            Channel::Phone => user.phone_verified_at.is_some() && self.settings.phone_authentication_active,
        };
        Target::own(user, channel).filter(|_| proved)
    }

    /// Whether the address that a code was sent to opens the account still.
    fn may_enter(&self, user: &User, row: &OneTimePassword) -> bool {
        let entrances = [Channel::Email, Channel::Phone].into_iter().filter_map(|channel| self.entrance(user, channel));
        let same = |target: &Target| target.channel.as_str() == row.kind && target.address == row.address;
        user.is_active && entrances.filter(same).count() == 1
    }
}

fn owner(row: &OneTimePassword) -> Result<Id> {
    row.user_id.ok_or_else(|| Error::field("code", Code::InvalidCode))
}
