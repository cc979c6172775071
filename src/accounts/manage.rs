//! What an administrator does to accounts from the shell: find, list, set a password, activate, deactivate, verify,
//! delete.

use super::rights::keep_a_superuser;
use super::{Accounts, EventKind};
use crate::context::Context;
use crate::db::{Id, User, addresses, one_time_passwords, pending_changes, sessions, users};
use crate::error::{Code, Error, FormErrors, Result};
use crate::identifiers::{Flaw, Identifier, Region, shape};
use crate::otp::{Channel, Target};
use crate::passwords::About;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

/// An account looked for by what somebody typed.
#[derive(Debug)]
pub enum Named {
    /// This one.
    Found(Box<User>),
    /// None has this identifier.
    Unknown(Identifier),
    /// The text can be nobody's identifier.
    Impossible(Flaw),
}

impl Accounts {
    /// The account that `text` names, its kind told by its shape.
    ///
    /// # Errors
    /// When the database is away.
    pub fn find_user(&self, cx: &Context<'_>, text: &str, region: Option<Region>) -> Result<Named> {
        let identifier = match Identifier::parse(shape(text), text, region) {
            Ok(identifier) => identifier,
            Err(flaw) => return Ok(Named::Impossible(flaw)),
        };
        let found = cx.db.read(|conn| users::find(conn, &identifier))?;
        Ok(found.map_or(Named::Unknown(identifier), |user| Named::Found(Box::new(user))))
    }

    /// A page of accounts, oldest first, after the one with the key `after`.
    ///
    /// # Errors
    /// When the database is away.
    pub fn list_users(&self, cx: &Context<'_>, after: Option<Id>, limit: u32) -> Result<Vec<User>> {
        cx.db.read(|conn| users::page(conn, after, i64::from(limit)))
    }

    /// Gives the account a new password and ends all its sessions.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the password breaks the policy.
    pub fn set_password(&self, cx: &Context<'_>, user: &User, password: &SecretString) -> Result<()> {
        let mut errors = FormErrors::default();
        check_password(cx, user, password, "password", &mut errors);
        errors.or(|| ())?;
        let encoded = cx.hash_password(password)?;
        cx.db.write(|conn| {
            if !users::set_password(conn, user.id, &encoded)? {
                return Err(Error::Refused(Code::NotFound));
            }
            one_time_passwords::kill_all(conn, user.id)?;
            pending_changes::delete_all(conn, user.id)?;
            sessions::delete_all(conn, user.id)?;
            self.note(cx, conn, Some(user.id), EventKind::PasswordSetByAdmin, Value::Null)
        })
    }

    /// Lets the account sign in, or no longer; the latter ends all its sessions.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Forbidden`] for the last active superuser.
    pub fn set_active(&self, cx: &Context<'_>, user: &User, active: bool) -> Result<()> {
        cx.db.write(|conn| {
            if !active {
                keep_a_superuser(conn, user)?;
            }
            if !users::set_active(conn, user.id, active)? {
                return Err(Error::Refused(Code::NotFound));
            }
            if !active {
                sessions::delete_all(conn, user.id)?;
            }
            let kind = if active { EventKind::Activated } else { EventKind::Deactivated };
            self.note(cx, conn, Some(user.id), kind, Value::Null)
        })
    }

    /// Marks addresses of the account as proved, on the word of an administrator; their open codes are dead.
    ///
    /// # Errors
    /// When the database is away.
    pub fn verify_by_hand(&self, cx: &Context<'_>, user: &User, email: bool, phone: bool) -> Result<User> {
        cx.db.write(|conn| {
            addresses::set_verified(conn, user.id, email, phone, cx.now)?;
            let named = [(email, Channel::Email), (phone, Channel::Phone)].into_iter().filter(|(named, _)| *named);
            for target in named.filter_map(|(_, channel)| Target::own(user, channel)) {
                one_time_passwords::kill_address(conn, user.id, target.channel.as_str(), &target.address)?;
            }
            let channels: Vec<&str> = [(email, "email"), (phone, "phone")]
                .into_iter()
                .filter_map(|(named, name)| named.then_some(name))
                .collect();
            self.note(cx, conn, Some(user.id), EventKind::VerifiedByAdmin, json!({"channels": channels}))?;
            users::get(conn, user.id)?.ok_or(Error::Refused(Code::NotFound))
        })
    }

    /// Removes the account and all that hangs on it.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Forbidden`] for the last active superuser.
    pub fn delete_user(&self, cx: &Context<'_>, user: &User) -> Result<()> {
        cx.db.write(|conn| {
            keep_a_superuser(conn, user)?;
            if !users::delete(conn, user.id)? {
                return Err(Error::Refused(Code::NotFound));
            }
            self.tell_deleted(cx, conn, user.id)
        })
    }
}

/// Notes at `field` what the policy has against a new password of this account.
pub(super) fn check_password(
    cx: &Context<'_>,
    user: &User,
    password: &SecretString,
    field: &'static str,
    errors: &mut FormErrors,
) {
    let about = About {
        username: user.username.as_deref(),
        email: user.email.as_deref(),
        phone: user.phone.as_deref(),
        first_name: Some(user.first_name.as_str()).filter(|name| !name.is_empty()),
        last_name: Some(user.last_name.as_str()).filter(|name| !name.is_empty()),
    };
    for (code, detail) in cx.policy.check(password.expose_secret(), &about) {
        errors.say(field, code, detail);
    }
}
