//! An owner who wants the account gone, at once or after a while in which they may think better of it.

use super::form_work::do_work;
use super::post::stored_address;
use super::rights::keep_a_superuser;
use super::{Accounts, EventKind, SignedIn};
use crate::context::Context;
use crate::db::{Conn, Time, User, one_time_passwords, outbox, pending_changes, profiles, sessions, users};
use crate::delivery::MessageKind;
use crate::error::{Code, Error, Result};
use crate::forms::{Input, password};
use crate::languages::moment;
use crate::limits::Subject;
use crate::otp::Channel;
use secrecy::SecretString;
use serde_json::{Value, json};

/// What became of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// It is gone.
    Done,
    /// It will be gone from this instant on.
    At(Time),
}

impl Accounts {
    /// Deletes the account of whoever is signed in, with the password, as `account.deletion_grace` says. Every session
    /// ends either way, and the proved addresses are told.
    ///
    /// # Errors
    /// [`Code::InvalidCredentials`] and [`Code::Required`] at `password`; [`Error::Throttled`]; [`Code::Forbidden`] for
    /// the last superuser; [`Error::Stale`] for an account without a password.
    pub fn delete_account(&self, cx: &mut Context<'_>, who: &SignedIn, input: &Input) -> Result<Deletion> {
        let filled = password::deletion(false).clean(input)?;
        let proved = self.reprove(cx, who, &SecretString::from(filled.text("password").to_owned()), "password")?;
        let grace = self.settings.account.deletion_grace;
        cx.db.write(|conn| {
            let user = self.accept_proof(cx, conn, who, &proved)?;
            keep_a_superuser(conn, &user)?;
            do_work(cx, conn, user.id)?;
            sessions::delete_all(conn, user.id)?;
            one_time_passwords::kill_all(conn, user.id)?;
            pending_changes::delete_all(conn, user.id)?;
            self.failures.forget(conn, &Subject::Account(user.id))?;
            if grace.is_zero() {
                // What was still to be sent is of no use to anybody; only this one goes out, and holds no account.
                outbox::remove_of_user(conn, user.id)?;
                self.tell_of_deletion(cx, conn, &user, MessageKind::AccountDeleted, None)?;
                self.tell_deleted(cx, conn, user.id)?;
                users::delete(conn, user.id)?;
                return Ok(Deletion::Done);
            }
            let at = cx.now.after(grace);
            profiles::set_delete_at(conn, user.id, Some(at))?;
            self.note(cx, conn, Some(user.id), EventKind::DeletionRequested, json!({"delete_at": at}))?;
            self.tell_of_deletion(cx, conn, &user, MessageKind::DeletionRequested, Some(at))?;
            Ok(Deletion::At(at))
        })
    }

    /// The owner came back: the account stays.
    ///
    /// # Errors
    /// When the database is away, or the account is gone.
    pub fn keep_account(&self, cx: &Context<'_>, who: &SignedIn) -> Result<User> {
        cx.db.write(|conn| {
            let user = users::lock(conn, who.user.id)?.ok_or(Error::Refused(Code::Unauthenticated))?;
            if user.delete_at.is_some() {
                profiles::set_delete_at(conn, user.id, None)?;
                self.note(cx, conn, Some(user.id), EventKind::DeletionCancelled, Value::Null)?;
            }
            users::get(conn, user.id)?.ok_or(Error::Refused(Code::Unauthenticated))
        })
    }

    fn tell_of_deletion(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: &User,
        kind: MessageKind,
        until: Option<Time>,
    ) -> Result<()> {
        let proved = [(Channel::Email, user.email_verified_at), (Channel::Phone, user.phone_verified_at)];
        for (channel, _) in proved.into_iter().filter(|(_, at)| at.is_some()) {
            let Some(to) = stored_address(user, channel) else { continue };
            let mut letter = self.notice(cx, kind, Some(user), to);
            if let Some(until) = until {
                letter.details.insert("until".into(), json!(moment(until.timestamp())));
            }
            self.post(cx, conn, Some(user), &letter, None)?;
        }
        Ok(())
    }
}
