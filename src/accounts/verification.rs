//! Checking codes, and those that a phone verifier sends by itself: whether one is still wanted, having it sent, which it is. For
//! one number it has one under way at a time, the one that was asked for last: services keep no purposes apart.

use super::Accounts;
use crate::context::Context;
use crate::db::Conn;
use crate::db::one_time_passwords::{self, OneTimePassword};
use crate::delivery::{Destination, Failed, Letter, Start, Verification};
use crate::error::{Error, Result};
use crate::otp::{Checked, Purpose, Target, Verifier};

/// The longest name of a verification that is kept.
const LONGEST_NAME: usize = 255;

/// Whether a code is to be sent by a phone verifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Yes, and none of those before it may be right any more.
    Now(Verification),
    /// It was sent already, and only that was not noted.
    Sent,
    /// It was killed, it expired, or another was asked for since: it would be right for nothing, and could make the other
    /// one wrong.
    NoMore,
}

impl Accounts {
    /// Whether checking a code may mean waiting for a remote service.
    #[must_use]
    pub fn asks_a_verifier(&self) -> bool {
        self.otp.verifier().is_some()
    }

    /// Checks a code without spending it, and notes a refusal.
    ///
    /// # Errors
    /// As [`OneTimePasswords::check`](crate::otp::OneTimePasswords::check).
    pub(super) fn check_code(
        &self,
        cx: &Context<'_>,
        target: &Target,
        purpose: Purpose,
        typed: &str,
    ) -> Result<Checked> {
        let note = |conn: &mut Conn, checked: &Checked| self.note_check(cx, conn, target, purpose, checked);
        self.otp.check(cx, target, purpose, typed, &note)
    }

    /// Whether the code is to be sent.
    ///
    /// # Errors
    /// When the database is away.
    pub fn wants_verification(&self, cx: &Context<'_>, verification: &Verification) -> Result<Wanted> {
        let id = verification.id.parse().map_err(Error::internal)?;
        let all = cx.db.read(|conn| one_time_passwords::remote(conn, id))?;
        let Some((own, others)) = all.split_first() else { return Ok(Wanted::NoMore) };
        if own.remote_id.is_some() {
            return Ok(Wanted::Sent);
        }
        if own.expires_at <= cx.now || others.iter().any(|other| other.issued_at > own.issued_at) {
            return Ok(Wanted::NoMore);
        }
        let mut before = verification.before.clone();
        before.extend(others.iter().filter_map(|other| other.remote_id.clone()));
        before.sort();
        before.dedup();
        Ok(Wanted::Now(Verification { before, ..verification.clone() }))
    }

    /// Has the code sent and says what the service calls it. Waits for the service; touches no database.
    ///
    /// # Errors
    /// What the service says, or that the settings name it no more.
    pub fn start_verification(&self, letter: &Letter, verification: &Verification) -> Result<String, Failed> {
        let verifier = self.otp.verifier().filter(|verifier| verifier.name() == verification.verifier);
        let service = verifier.map(Verifier::service).ok_or_else(|| {
            Failed::Final(format!("it was for the phone verifier {}, which is that no more", verification.verifier))
        })?;
        let Destination::Phone(to) = &letter.to else {
            return Err(Failed::Final("a phone verifier sends nothing by email".into()));
        };
        let before = &verification.before;
        let id = service.start(&Start { to, language: &letter.language, kind: letter.kind, before })?;
        if id.is_empty() || id.len() > LONGEST_NAME || id.contains('\0') {
            return Err(Failed::Passing("the phone verifier gave the code no name, or one that is too long".into()));
        }
        Ok(id)
    }

    /// Notes that the code was sent, and what the service calls it. Whatever was asked for before it, for the same number,
    /// can be right no more; neither can it, if another that was asked for since was sent meanwhile.
    ///
    /// # Errors
    /// When the database is away.
    pub fn note_verification(&self, cx: &Context<'_>, verification: &Verification, remote_id: &str) -> Result<()> {
        let id = verification.id.parse().map_err(Error::internal)?;
        cx.db.write(|conn| {
            let all = one_time_passwords::remote(conn, id)?;
            let Some((own, others)) = all.split_first() else { return Ok(()) };
            let newer = |other: &&OneTimePassword| other.issued_at > own.issued_at;
            if others.iter().filter(newer).any(|other| other.remote_id.is_some()) {
                return Ok(());
            }
            for other in others.iter().filter(|other| !newer(other)) {
                one_time_passwords::set_remote_id(conn, other.id, None)?;
            }
            one_time_passwords::set_remote_id(conn, own.id, Some(remote_id))
        })
    }
}
