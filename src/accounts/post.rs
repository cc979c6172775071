//! Puts letters into the outbox, in the transaction of the change they tell of, and hands them to whoever sends them.
//! Sends nothing.

use super::Accounts;
use crate::context::Context;
use crate::db::outbox::{self, Message};
use crate::db::{Conn, Id, Time, User};
use crate::delivery::{Destination, Letter, MessageKind};
use crate::error::{Error, Result};
use crate::otp::{Channel, Issued, Target};
use secrecy::ExposeSecret;
use serde_json::{Map, Value};
use std::time::Duration;

/// A message being sent is nobody else's for so long; longer than any transport takes.
const LEASE: Duration = Duration::from_mins(3);
/// The first wait after a failed try; each further one doubles it.
const FIRST_WAIT: Duration = Duration::from_secs(5);
/// The longest.
const LONGEST_WAIT: Duration = Duration::from_hours(1);
/// After so many tries a message is given up.
const TRIES: i64 = 10;
/// More than this of what a server said is of no use.
const REASON_CHARS: usize = 300;

/// A letter on its way, and what was its outcome.
#[derive(Debug)]
pub struct Errand {
    /// The message it belongs to.
    pub id: Id,
    /// Which try this is.
    pub tries: i64,
    /// What to send.
    pub letter: Letter,
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
    /// Writes a letter with a code, and by email a link, to an address. For nobody everything is done and the letter taken
    /// back, so that the time of an answer does not tell whether there was somebody to write to.
    pub(super) fn post_code(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        kind: MessageKind,
        user: Option<&User>,
        target: &Target,
        issued: &Issued,
    ) -> Result<()> {
        let base = &self.settings.public_url.base;
        let path = match kind {
            MessageKind::VerifyEmail => "/verify/email",
            MessageKind::LoginCode => "/login/code",
            _ => "/password/reset",
        };
        let link = issued.link.as_ref().map(|secret| format!("{base}{path}/{}/{}", issued.id, secret.expose_secret()));
        let letter = Letter {
            code: issued.code.as_ref().map(|code| code.expose_secret().to_owned()),
            verification: issued.verification.clone(),
            link,
            minutes: Some(self.otp.ttl(target.channel).as_secs() / 60),
            ..letter(cx, kind, user, destination(user, target))
        };
        self.post(cx, conn, user, &letter, Some(issued.expires_at))?;
        if user.is_none() {
            outbox::remove(conn, letter.id.parse().map_err(Error::internal)?)?;
        }
        Ok(())
    }

    /// Writes a letter that only tells something.
    pub(super) fn post_notice(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        kind: MessageKind,
        user: &User,
        to: Destination,
    ) -> Result<()> {
        let mut letter = letter(cx, kind, Some(user), to);
        letter
            .details
            .insert("when".into(), Value::from(cx.now.timestamp().strftime("%-d %B %Y, %H:%M UTC").to_string()));
        self.post(cx, conn, Some(user), &letter, None)
    }

    fn post(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: Option<&User>,
        letter: &Letter,
        expires_at: Option<Time>,
    ) -> Result<()> {
        let plain = serde_json::to_vec(letter).map_err(Error::internal)?;
        let sealed = self.seal.seal(&plain, cx.random.as_ref());
        outbox::insert(
            conn,
            &Message {
                id: letter.id.parse().map_err(Error::internal)?,
                user_id: user.map(|user| user.id),
                kind: letter.kind.slug().into(),
                destination: masked(&letter.to),
                letter: Some(sealed.ok_or_else(|| Error::internal("nothing to seal a letter with"))?),
                created_at: cx.now,
                expires_at,
                due_at: cx.now,
                tries: 0,
                sent_at: None,
                dead_at: None,
                last_error: None,
            },
        )?;
        cx.note_posted();
        Ok(())
    }

    /// Messages taken at once.
    pub const BATCH: i64 = 20;

    /// Takes what is due for whoever calls. What came too late to be of use is given up on the way.
    ///
    /// # Errors
    /// When the database is away.
    pub fn take_errands(&self, cx: &Context<'_>) -> Result<Vec<Errand>> {
        cx.db.write(|conn| {
            let mut errands = Vec::new();
            for message in outbox::claim(conn, cx.now, cx.now.after(LEASE), Self::BATCH)? {
                let opened = message.letter.as_deref().and_then(|sealed| self.seal.open(sealed));
                let letter = opened.and_then(|plain| serde_json::from_slice(&plain).ok());
                match letter {
                    _ if message.expires_at.is_some_and(|at| at <= cx.now) => {
                        outbox::mark_dead(conn, message.id, "its code was over before it could be sent", cx.now)?;
                    }
                    Some(letter) => errands.push(Errand { id: message.id, tries: message.tries, letter }),
                    None => {
                        outbox::mark_dead(conn, message.id, "it was sealed under a secret key that is gone", cx.now)?;
                    }
                }
            }
            Ok(errands)
        })
    }

    /// Notes what came of an errand.
    ///
    /// # Errors
    /// When the database is away; the letter is then sent once more when its lease is over.
    pub fn note_errand(&self, cx: &Context<'_>, id: Id, tries: i64, outcome: &Outcome) -> Result<()> {
        let short = |why: &str| why.chars().take(REASON_CHARS).collect::<String>();
        cx.db.write(|conn| match outcome {
            Outcome::Sent => outbox::mark_sent(conn, id, cx.now),
            Outcome::Never(why) => outbox::mark_dead(conn, id, &short(why), cx.now),
            Outcome::Later(why) if tries >= TRIES => outbox::mark_dead(conn, id, &short(why), cx.now),
            Outcome::Later(why) => outbox::put_off(conn, id, &short(why), cx.now.after(wait(tries))),
        })
    }
}

impl Accounts {
    /// A page of messages, latest first, before the one with the key `before`.
    ///
    /// # Errors
    /// When the database is away.
    pub fn list_messages(&self, cx: &Context<'_>, before: Option<Id>, limit: u32) -> Result<Vec<Message>> {
        cx.db.read(|conn| outbox::page(conn, before, i64::from(limit)))
    }

    /// Makes everything that waits due now.
    ///
    /// # Errors
    /// When the database is away.
    pub fn retry_messages(&self, cx: &Context<'_>) -> Result<usize> {
        cx.note_posted();
        cx.db.write(|conn| outbox::retry(conn, cx.now))
    }

    /// Removes what was sent or given up.
    ///
    /// # Errors
    /// When the database is away.
    pub fn purge_messages(&self, cx: &Context<'_>) -> Result<usize> {
        cx.db.write(|conn| outbox::prune(conn, cx.now))
    }
}

fn letter(cx: &Context<'_>, kind: MessageKind, user: Option<&User>, to: Destination) -> Letter {
    Letter {
        id: Id::new(cx.now, cx.random.as_ref()).to_string(),
        kind,
        to,
        language: "en".into(),
        code: None,
        link: None,
        minutes: None,
        name: user.and_then(|user| {
            Some(user.first_name.clone()).filter(|name| !name.is_empty()).or_else(|| user.username.clone())
        }),
        details: Map::new(),
        created_at: cx.now.timestamp(),
        verification: None,
    }
}

/// 5 s after the first try, doubling to an hour.
fn wait(tries: i64) -> Duration {
    let doublings = u32::try_from(tries.saturating_sub(1).max(0)).unwrap_or(u32::MAX);
    FIRST_WAIT.saturating_mul(1_u32.checked_shl(doublings).unwrap_or(u32::MAX)).min(LONGEST_WAIT)
}

/// The account's own address of this kind, as it is stored.
pub(super) fn stored_address(user: &User, channel: Channel) -> Option<Destination> {
    match channel {
        Channel::Email => user.email.clone().map(Destination::Email),
        Channel::Phone => user.phone.clone().map(Destination::Phone),
    }
}

/// A message is only ever sent to the stored address, not to what somebody typed to find it.
fn destination(user: Option<&User>, target: &Target) -> Destination {
    let own = user.filter(|user| user.email_canonical.as_ref() == Some(&target.address));
    match target.channel {
        Channel::Email => {
            Destination::Email(own.and_then(|user| user.email.clone()).unwrap_or_else(|| target.address.clone()))
        }
        Channel::Phone => Destination::Phone(target.address.clone()),
    }
}

/// An address as it may be shown to whoever may not know it: `ex*****@ex*****.***`, `+*********34`.
#[must_use]
pub fn masked(to: &Destination) -> String {
    match to {
        Destination::Email(address) => {
            let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
            let (name, top) = domain.rsplit_once('.').unwrap_or((domain, ""));
            format!("{}@{}.{}", two(local), two(name), "*".repeat(top.chars().count()))
        }
        Destination::Phone(number) => {
            let digits = number.trim_start_matches('+');
            let shown = digits.len().saturating_sub(2);
            format!("+{}{}", "*".repeat(shown), digits.get(shown..).unwrap_or_default())
        }
    }
}

/// The first two characters, if there are more than those.
fn two(text: &str) -> String {
    let count = text.chars().count();
    let shown = 2.min(count.saturating_sub(1));
    text.chars().take(shown).chain(std::iter::repeat_n('*', count - shown)).collect()
}

#[cfg(test)]
mod tests {
    use super::{masked, wait};
    use crate::delivery::Destination;
    use std::time::Duration;

    #[test]
    fn an_address_is_masked_so_that_only_its_owner_knows_it_again() {
        let email = |text: &str| masked(&Destination::Email(text.into()));
        assert_eq!(email("example@example.com"), "ex*****@ex*****.***");
        assert_eq!(email("a@b.de"), "*@*.**");
        assert_eq!(email("alice@mail.example.org"), "al***@ma**********.***");
        assert_eq!(masked(&Destination::Phone("+12025551234".into())), "+*********34");
    }

    #[test]
    fn a_failed_message_waits_five_seconds_and_twice_as_long_each_time_up_to_an_hour() {
        let waits: Vec<u64> = (1..=11).map(|tries| wait(tries).as_secs()).collect();
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600]);
        assert_eq!(wait(i64::MAX), Duration::from_hours(1));
    }
}
