//! `EmailToken` and `PhoneToken`: an address of an account as a security token, as django-flex-user has it. It is there
//! exactly as long as the account has the address, so it is no row of its own but a way to look at the account's.

use super::{Channel, Checked, Issued, OneTimePasswords, Purpose, Target};
use crate::context::Context;
use crate::db::{Conn, User};
use crate::error::Result;

/// An address of an account that can receive one-time passwords.
pub trait Token {
    /// The address, and whose it is.
    fn target(&self) -> &Target;

    /// Makes a one-time password; the one before it, of the same purpose, is dead.
    ///
    /// # Errors
    /// When the database is away.
    fn generate_password(
        &self,
        otp: &OneTimePasswords,
        cx: &Context<'_>,
        conn: &mut Conn,
        purpose: Purpose,
    ) -> Result<Issued> {
        otp.issue(cx, conn, self.target(), purpose)
    }

    /// Whether a one-time password is right. Does not spend it: [`OneTimePasswords::spend`] does, in the transaction of
    /// what it is good for.
    ///
    /// # Errors
    /// As [`OneTimePasswords::check`].
    fn check_password(
        &self,
        otp: &OneTimePasswords,
        cx: &Context<'_>,
        purpose: Purpose,
        typed: &str,
    ) -> Result<Checked> {
        otp.check(cx, self.target(), purpose, typed, &|_, _| Ok(()))
    }
}

/// An account's email address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailToken(Target);

/// An account's phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneToken(Target);

impl EmailToken {
    /// The token of the account's email address, if it has one.
    #[must_use]
    pub fn of(user: &User) -> Option<Self> {
        target(user, Channel::Email).map(Self)
    }
}

impl PhoneToken {
    /// The token of the account's phone number, if it has one.
    #[must_use]
    pub fn of(user: &User) -> Option<Self> {
        target(user, Channel::Phone).map(Self)
    }
}

impl Token for EmailToken {
    fn target(&self) -> &Target {
        &self.0
    }
}

impl Token for PhoneToken {
    fn target(&self) -> &Target {
        &self.0
    }
}

/// The account's own address of this kind.
fn target(user: &User, channel: Channel) -> Option<Target> {
    let address = match channel {
        Channel::Email => &user.email_canonical,
        Channel::Phone => &user.phone,
    };
    address.clone().map(|address| Target { channel, address, user: Some(user.id) })
}

impl Target {
    /// The account's own address of this kind, if it has one.
    #[must_use]
    pub fn own(user: &User, channel: Channel) -> Option<Self> {
        target(user, channel)
    }
}
