//! Hands letters from the outbox to whoever sends them, each to one at a time, and notes what came of it. Sends nothing.

use super::{Accounts, messages};
use crate::context::Context;
use crate::db::outbox::{self, Lease, Message};
use crate::db::{Id, Time};
use crate::delivery::{Parcel, Way};
use crate::error::Result;
use std::time::Duration;

/// The first wait after a failed try; each further one doubles it.
const FIRST_WAIT: Duration = Duration::from_secs(5);
/// The longest.
const LONGEST_WAIT: Duration = Duration::from_hours(1);
/// After so many tries a message is given up.
const TRIES: i64 = 10;
/// More than this of what a server said is of no use.
const REASON_CHARS: usize = 300;

/// Something on its way.
#[derive(Debug)]
pub struct Errand {
    /// The message it belongs to.
    pub id: Id,
    /// Which try this is.
    pub tries: i64,
    /// What to send.
    pub parcel: Parcel,
}

/// What came of an errand.
#[derive(Debug)]
pub enum Outcome {
    /// A server took it.
    Sent,
    /// Later, perhaps.
    Later(String),
    /// Never.
    Never(String),
}

impl Accounts {
    /// Messages taken at once.
    pub const BATCH: i64 = 20;

    /// What is taken is nobody else's for so long, and longer if [`Accounts::hold_errands`] says so in time. What a killed
    /// process had taken waits for that long.
    pub const LEASE: Duration = Duration::from_secs(30);

    /// Takes what is due on one way for `owner`, who holds `held` already. What came too late to be of use is given up
    /// on the way, what was written for nobody thrown away.
    ///
    /// # Errors
    /// When the database is away.
    pub fn take_errands(&self, cx: &Context<'_>, owner: Id, way: &Way, held: &[Id]) -> Result<Vec<Errand>> {
        let channel = &*way.channel();
        if !cx.db.read(|conn| outbox::is_any_due(conn, channel, cx.now, held))? {
            return Ok(Vec::new());
        }
        cx.db.write(|conn| {
            let mut errands = Vec::new();
            for message in outbox::claim(conn, channel, cx.now, lease(owner, cx.now), held, Self::BATCH)? {
                let opened = message.letter.as_deref().and_then(|sealed| self.seal.open(sealed));
                match opened.and_then(|plain| Parcel::read(way, &plain)) {
                    _ if message.for_nobody => outbox::remove(conn, message.id)?,
                    _ if message.expires_at.is_some_and(|at| at <= cx.now) => {
                        let why = "its code was over before it could be sent";
                        outbox::mark_dead(conn, message.id, owner, why, cx.now)?;
                    }
                    Some(parcel) => errands.push(Errand { id: message.id, tries: message.tries, parcel }),
                    None => {
                        let why = "it was sealed under a secret key that is gone";
                        outbox::mark_dead(conn, message.id, owner, why, cx.now)?;
                    }
                }
            }
            Ok(errands)
        })
    }

    /// Prolongs the lease on what `owner` is sending.
    ///
    /// # Errors
    /// When the database is away.
    pub fn hold_errands(&self, cx: &Context<'_>, owner: Id, held: &[Id]) -> Result<()> {
        cx.db.write(|conn| outbox::renew(conn, lease(owner, cx.now), held).map(|_| ()))
    }

    /// Whether a message is still `owner`'s to send, and will be for as long as a server may take: asked right before the
    /// step that cannot be taken back.
    ///
    /// # Errors
    /// When the database is away.
    pub fn may_send(&self, cx: &Context<'_>, owner: Id, id: Id) -> Result<bool> {
        let long_enough = cx.now.after(Self::LEASE / 2);
        match cx.db.read(|conn| outbox::leased_until(conn, id, owner))? {
            Some(until) if until > long_enough => Ok(true),
            // Whoever took it meanwhile is its owner now, and this finds nothing.
            Some(_) => cx.db.write(|conn| Ok(outbox::renew(conn, lease(owner, cx.now), &[id])? == 1)),
            None => Ok(false),
        }
    }

    /// Notes what came of an errand. What is not `owner`'s any more stays as its new owner has it, except that it was sent.
    ///
    /// # Errors
    /// When the database is away.
    pub fn note_errand(&self, cx: &Context<'_>, owner: Id, id: Id, tries: i64, outcome: &Outcome) -> Result<()> {
        let short = |why: &str| why.chars().take(REASON_CHARS).collect::<String>();
        let last = match outcome {
            Outcome::Later(why) if tries >= TRIES => Some(Outcome::Never(why.clone())),
            _ => None,
        };
        let outcome = last.as_ref().unwrap_or(outcome);
        cx.db.write(|conn| match outcome {
            Outcome::Sent => outbox::mark_sent(conn, id, cx.now),
            Outcome::Never(why) => outbox::mark_dead(conn, id, owner, &short(why), cx.now),
            Outcome::Later(why) => outbox::put_off(conn, id, owner, &short(why), cx.now.after(wait(tries))),
        })?;
        self.counts.message(outcome);
        Ok(())
    }

    /// Gives back what `owner` holds and has not sent, so that others need not wait for the end of its lease.
    ///
    /// # Errors
    /// When the database is away.
    pub fn release_errands(&self, cx: &Context<'_>, owner: Id, held: &[Id]) -> Result<usize> {
        cx.db.write(|conn| outbox::release(conn, owner, held))
    }

    /// A page of messages, latest first, before the one with the key `before`.
    ///
    /// # Errors
    /// When the database is away.
    pub fn list_messages(&self, cx: &Context<'_>, before: Option<Id>, limit: u32) -> Result<Vec<Message>> {
        cx.db.read(|conn| outbox::page(conn, before, i64::from(limit)))
    }

    /// Makes everything that waits due now, with all its tries before it; what is being sent stays with whoever sends it.
    ///
    /// # Errors
    /// When the database is away.
    pub fn retry_messages(&self, cx: &Context<'_>) -> Result<usize> {
        cx.note_posted();
        cx.db.write(|conn| outbox::retry(conn, cx.now, false))
    }

    /// Makes what was put off due now: for a start, which may have mended what was wrong.
    ///
    /// # Errors
    /// When the database is away.
    pub fn resume_messages(&self, cx: &Context<'_>) -> Result<usize> {
        cx.db.write(|conn| outbox::retry(conn, cx.now, true))
    }

    /// Removes what was sent or given up.
    ///
    /// # Errors
    /// When the database is away.
    pub fn purge_messages(&self, cx: &Context<'_>) -> Result<usize> {
        cx.db.write(|conn| messages::forget(conn, cx.now))
    }
}

fn lease(owner: Id, now: Time) -> Lease {
    Lease { owner, until: now.after(Accounts::LEASE) }
}

/// 5 s after the first try, doubling to an hour.
fn wait(tries: i64) -> Duration {
    let doublings = u32::try_from(tries.saturating_sub(1).max(0)).unwrap_or(u32::MAX);
    FIRST_WAIT.saturating_mul(1_u32.checked_shl(doublings).unwrap_or(u32::MAX)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::wait;
    use std::time::Duration;

    #[test]
    fn a_failed_message_waits_five_seconds_and_twice_as_long_each_time_up_to_an_hour() {
        let waits: Vec<u64> = (1..=11).map(|tries| wait(tries).as_secs()).collect();
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600]);
        assert_eq!(wait(i64::MAX), Duration::from_hours(1));
    }
}
