//! What other code wants to do when something happens to an account, in the transaction in which it does. Refuses to know
//! what that is.

use super::events::EventKind;
use crate::db::account_events::AccountEvent;
use crate::db::{Conn, Id, User, users};
use crate::error::Result;
use crate::otp::Channel;
use crate::registry::Registry;

/// Work of one's own, done with what happens to an account: each method is called in its transaction, and does nothing
/// unless it is written. An `Err` refuses the act: nothing of it is written, and whoever asked for it is told. A
/// transaction that the database gives up is done once more, so change nothing outside of it.
#[expect(unused_variables, reason = "a provided method does nothing")]
pub trait Signals: Send + Sync {
    /// The account was made, by its owner or an administrator.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    fn registered(&self, conn: &mut Conn, user: &User) -> Result<()> {
        Ok(())
    }

    /// Somebody signed in, also by registering.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    fn logged_in(&self, conn: &mut Conn, user: &User) -> Result<()> {
        Ok(())
    }

    /// An address was proved, or an administrator marked it as proved.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    fn verified(&self, conn: &mut Conn, user: &User, channel: Channel) -> Result<()> {
        Ok(())
    }

    /// An address was changed, removed, or brought back.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    fn address_changed(&self, conn: &mut Conn, user: &User, channel: Channel) -> Result<()> {
        Ok(())
    }

    /// There is another password: changed, reset, or set by an administrator.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    fn password_changed(&self, conn: &mut Conn, user: &User) -> Result<()> {
        Ok(())
    }

    /// Username, names or profile fields were changed.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    fn profile_changed(&self, conn: &mut Conn, user: &User) -> Result<()> {
        Ok(())
    }

    /// The account was shut out by an administrator.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    fn deactivated(&self, conn: &mut Conn, user: &User) -> Result<()> {
        Ok(())
    }

    /// The account goes: at the wish of its owner or of an administrator, or at the end of the time of grace. Its row may be
    /// gone already, and with it what refers to it by `ON DELETE CASCADE`.
    ///
    /// # Errors
    /// Whatever shall refuse it. At the end of the time of grace it is then tried again with the next pruning.
    fn deleted(&self, conn: &mut Conn, id: Id) -> Result<()> {
        Ok(())
    }
}

/// Gives everybody who wants to know the signal of an event, in the order of registration.
///
/// # Errors
/// The first refusal.
pub(super) fn give(all: &Registry<dyn Signals>, conn: &mut Conn, event: &AccountEvent) -> Result<()> {
    let (Some(id), Some(kind)) = (event.user_id, EventKind::from_slug(&event.kind)) else { return Ok(()) };
    if all.names().is_empty() {
        return Ok(());
    }
    let each = || all.names().into_iter().filter_map(|name| all.get(name)).collect::<Vec<_>>();
    if kind == EventKind::Deleted {
        return each().iter().try_for_each(|signals| signals.deleted(conn, id));
    }
    let Some(user) = users::get(conn, id)? else { return Ok(()) };
    for signals in each() {
        one(signals.as_ref(), conn, &user, kind, event)?;
    }
    Ok(())
}

fn one(signals: &dyn Signals, conn: &mut Conn, user: &User, kind: EventKind, event: &AccountEvent) -> Result<()> {
    use EventKind as K;
    match kind {
        K::Registered | K::CreatedByAdmin => signals.registered(conn, user),
        K::Login => signals.logged_in(conn, user),
        K::EmailVerified => signals.verified(conn, user, Channel::Email),
        K::PhoneVerified => signals.verified(conn, user, Channel::Phone),
        K::VerifiedByAdmin => {
            let named = |channel: &Channel| {
                let channels = event.detail.0.get("channels").and_then(|all| all.as_array());
                channels.is_some_and(|all| all.iter().any(|one| one == channel.as_str()))
            };
            let channels = [Channel::Email, Channel::Phone].into_iter().filter(named);
            channels.into_iter().try_for_each(|channel| signals.verified(conn, user, channel))
        }
        K::EmailChanged | K::EmailRemoved | K::EmailChangeUndone => signals.address_changed(conn, user, Channel::Email),
        K::PhoneChanged | K::PhoneRemoved | K::PhoneChangeUndone => signals.address_changed(conn, user, Channel::Phone),
        K::PasswordChanged | K::PasswordReset | K::PasswordSetByAdmin => signals.password_changed(conn, user),
        K::ProfileChanged => signals.profile_changed(conn, user),
        K::Deactivated => signals.deactivated(conn, user),
        _ => Ok(()),
    }
}
