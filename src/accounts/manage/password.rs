//! A new password from the shell, and what the policy has against one. In the pages for staff nobody sets one.

use super::account_to_change;
use crate::accounts::{Accounts, Actor, EventKind};
use crate::context::Context;
use crate::db::{User, one_time_passwords, pending_changes, sessions, users};
use crate::error::{Code, Error, FormErrors, Result};
use crate::passwords::About;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

impl Accounts {
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
            let user = account_to_change(conn, Actor::Shell, user.id)?;
            if !users::set_password(conn, user.id, &encoded)? {
                return Err(Error::Refused(Code::NotFound));
            }
            one_time_passwords::kill_all(conn, user.id)?;
            pending_changes::delete_all(conn, user.id)?;
            sessions::delete_all(conn, user.id)?;
            let by = Actor::Shell.signs(Value::Null);
            self.note(cx, conn, Some(user.id), EventKind::PasswordSetByAdmin, by)
        })
    }
}

/// Notes at `field` what the policy has against a new password of this account.
pub(in crate::accounts) fn check_password(
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
