//! A new password for somebody who is signed in and knows the old one, or never had one. Only this session goes on, as a
//! new one.

use super::form_work::do_work;
use super::manage::check_password;
use super::{Accounts, Carrier, Entry, EventKind, SignedIn};
use crate::context::Context;
use crate::db::sessions::{self, SessionKind};
use crate::db::{one_time_passwords, pending_changes, users};
use crate::error::{Code, Error, FormErrors, Result};
use crate::forms::Input;
use crate::forms::password::{self, PasswordChange};
use crate::limits::Subject;
use crate::passwords::is_usable;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

impl Accounts {
    /// Changes the password, ends every other session and gives this one in exchange for a new one of its kind. An
    /// account without a password sets its first one, if it has signed in just now.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every mistake of the form, before any password is looked at;
    /// [`Code::InvalidCredentials`] at `current_password`; [`Code::SameValue`] at `new_password`; [`Error::Throttled`];
    /// [`Error::Stale`] for an account without a password.
    pub fn change_password(&self, cx: &mut Context<'_>, who: &SignedIn, input: &Input) -> Result<Entry> {
        let user = cx.db.read(|conn| users::get(conn, who.user.id))?;
        let user = user.ok_or(Error::Refused(Code::Unauthenticated))?;
        let (change, mut errors) = password::clean(input);
        let has_password = is_usable(&user.password);
        if has_password && change.current.is_none() && !errors.has("current_password") {
            let mut first = FormErrors::default();
            first.add("current_password", Code::Required);
            first.0.append(&mut errors.0);
            errors = first;
        }
        if let Some(new) = &change.new {
            check_password(cx, &user, new, "new_password", &mut errors);
        }
        let PasswordChange { current, new } = errors.or(|| change)?;
        let (current, new) = (current.unwrap_or_default(), new.unwrap_or_default());
        let proved = self.reprove(cx, who, &current, "current_password")?;
        if has_password && same(&current, &new) {
            cx.db.write(|conn| self.accept_proof(cx, conn, who, &proved).map(|_| ()))?;
            return Err(Error::field("new_password", Code::SameValue));
        }
        let encoded = cx.hash_password(&new)?;
        cx.db.write(|conn| {
            let user = self.accept_proof(cx, conn, who, &proved)?;
            self.failures.forget(conn, &Subject::Account(user.id))?;
            users::set_password(conn, user.id, &encoded)?;
            one_time_passwords::kill_all(conn, user.id)?;
            pending_changes::delete_all(conn, user.id)?;
            sessions::delete_all(conn, user.id)?;
            self.note(cx, conn, Some(user.id), EventKind::PasswordChanged, Value::Null)?;
            self.tell_password_changed(cx, conn, user.id)?;
            do_work(cx, conn, user.id)?;
            let carrier = match who.session.kind {
                SessionKind::Bearer => Carrier::Bearer,
                SessionKind::Remembered => Carrier::Cookie { remember: true },
                SessionKind::Browser => Carrier::Cookie { remember: false },
            };
            self.begin_session(cx, conn, user, carrier)
        })
    }

    /// Whether whoever is signed in has a password.
    ///
    /// # Errors
    /// When the database is away.
    pub fn has_password(&self, cx: &Context<'_>, who: &SignedIn) -> Result<bool> {
        // The account that a session carries is without its password.
        let user = cx.db.read(|conn| users::get(conn, who.user.id))?;
        Ok(user.is_some_and(|user| is_usable(&user.password)))
    }
}

fn same(one: &SecretString, other: &SecretString) -> bool {
    one.expose_secret() == other.expose_secret()
}
