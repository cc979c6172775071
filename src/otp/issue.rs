//! Making a code, and whether one may be sent.

use super::{Channel, OneTimePasswords, Purpose, Target, Verifier, code, keyed_hash};
use crate::ambient::random_bytes;
use crate::context::Context;
use crate::db::one_time_passwords::{self, OneTimePassword};
use crate::db::{Conn, Id, Time, rate_limits, sendings};
use crate::delivery::Verification;
use crate::error::Result;
use crate::tokens::Opaque;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;

pub(super) const HOUR: Duration = Duration::from_hours(1);
pub(super) const DAY: Duration = Duration::from_hours(24);

/// A code that was made, to be put into a message and then forgotten.
#[derive(Debug)]
pub struct Issued {
    /// The public part of the link.
    pub id: Id,
    /// To type; none where a remote service makes the code.
    pub code: Option<SecretString>,
    /// What that service is to be asked.
    pub verification: Option<Verification>,
    /// The secret part of the link; email only. 256 bits, which guesses at the code can neither throttle nor kill.
    pub link: Option<SecretString>,
    /// From this instant on both are good for nothing.
    pub expires_at: Time,
}

impl OneTimePasswords {
    /// Makes a code. The one before it, of the same purpose, is dead; wrong tries before it still count.
    ///
    /// # Errors
    /// When the database is away.
    pub fn issue(&self, cx: &Context<'_>, conn: &mut Conn, target: &Target, purpose: Purpose) -> Result<Issued> {
        let rules = self.of(target.channel);
        let subject = self.subject(target, purpose);
        let verifier = self.verifier().filter(|_| target.channel == Channel::Phone).map(Verifier::name);
        let before = verifier.map(|name| one_time_passwords::remote_ids(conn, name, &target.address)).transpose()?;
        let code = verifier.is_none().then(|| code::draw(rules, cx.random.as_ref()));
        let hash = |code: &SecretString| self.hash_code(&subject, code.expose_secret()).into_iter().next();
        let link = (target.channel == Channel::Email).then(|| Opaque::new(cx.random.as_ref()));
        let row = OneTimePassword {
            id: Id::new(cx.now, cx.random.as_ref()),
            user_id: target.user,
            kind: target.channel.as_str().into(),
            address: target.address.clone(),
            purpose: purpose.as_str().into(),
            code_hash: match &code {
                Some(code) => hash(code).unwrap_or_default(),
                None => random_bytes::<32>(cx.random.as_ref()).to_vec(),
            },
            link_hash: link.as_ref().map(Opaque::hash),
            tries: 0,
            issued_at: cx.now,
            expires_at: cx.now.after(rules.ttl),
            verifier: verifier.map(str::to_owned),
            remote_id: None,
            subject,
        };
        one_time_passwords::replace(conn, &row)?;
        let link = link.map(|link| SecretString::from(link.expose()));
        let id = row.id.to_string();
        let verification =
            row.verifier.map(|verifier| Verification { verifier, id, before: before.unwrap_or_default() });
        Ok(Issued { id: row.id, code, verification, link, expires_at: row.expires_at })
    }

    /// Whether something may be sent to this destination for this account now, and if so, notes that it is. Called the
    /// same way for an address that names nobody, so that the limits do not tell.
    ///
    /// # Errors
    /// When the database is away.
    pub fn note_sending(&self, cx: &Context<'_>, conn: &mut Conn, target: &Target) -> Result<Result<(), Duration>> {
        let destination = self.destination(target);
        let account = self.account(target);
        // One at a time for one destination, and for one account.
        for subject in [&account, &destination] {
            rate_limits::lock(conn, &format!("sending {}", BASE64_URL_SAFE_NO_PAD.encode(subject)), cx.now)?;
        }
        let wait = self.sending_wait(cx, conn, target, &destination, &account)?;
        let channel = match (target.channel, target.user) {
            (Channel::Email, _) => "email",
            (Channel::Phone, Some(_)) => "sms",
            // To a number of nobody nothing is sent: it counts for the number, and costs nothing of the budget.
            (Channel::Phone, None) => "account",
        };
        if wait > Duration::ZERO {
            self.refused.note();
            return Ok(Err(wait));
        }
        sendings::insert(conn, Id::new(cx.now, cx.random.as_ref()), &destination, channel, cx.now)?;
        sendings::insert(conn, Id::new(cx.now, cx.random.as_ref()), &account, "account", cx.now)?;
        Ok(Ok(()))
    }

    /// How long until something may be sent to this destination for this account; zero is now.
    pub(super) fn sending_wait(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        target: &Target,
        destination: &[u8],
        account: &[u8],
    ) -> Result<Duration> {
        let day = cx.now.before(DAY);
        let sent = sendings::since(conn, destination, day)?;
        let mut wait = Duration::ZERO;
        if let Some(last) = sent.first() {
            wait = left(*last, self.rules.resend_interval, cx.now);
        }
        wait = wait.max(self.crowded(&sent, cx.now));
        wait = wait.max(self.crowded(&sendings::since(conn, account, day)?, cx.now));
        let budget = self.rules.sms_daily_budget;
        if target.channel == Channel::Phone && budget > 0 && sendings::count(conn, "sms", day)? >= budget {
            wait = wait.max(HOUR);
        }
        Ok(wait)
    }

    /// How long until these times, latest first, leave room for one more in an hour and in a day.
    fn crowded(&self, sent: &[Time], now: Time) -> Duration {
        let until = |most: usize, span: Duration| {
            most.checked_sub(1).and_then(|nth| sent.get(nth)).map_or(Duration::ZERO, |at| left(*at, span, now))
        };
        until(self.rules.max_per_hour, HOUR).max(until(self.rules.max_per_day, DAY))
    }

    /// The keyed hash of a code, once for each secret key: the first is stored, any is accepted.
    pub(super) fn hash_code(&self, subject: &[u8], code: &str) -> Vec<Vec<u8>> {
        self.code_keys.iter().map(|key| keyed_hash(key.as_slice(), &[subject, code.as_bytes()])).collect()
    }
}

/// What is left of `span` since `at`.
fn left(at: Time, span: Duration, now: Time) -> Duration {
    at.after(span).since(now).min(span)
}
