//! Checking a code: how often it may be wrong, and that it is good once.

use super::{OneTimePasswords, Purpose, Target};
use crate::context::Context;
use crate::db::login_failures::Failures;
use crate::db::one_time_passwords::{self, OneTimePassword};
use crate::db::{Conn, Id, login_failures};
use crate::delivery::Verdict;
use crate::error::{Code, Error, Result};
use crate::forms;
use crate::tokens::Opaque;
use std::time::Duration;
use subtle::{Choice, ConstantTimeEq};

/// The first wait, after the first wrong code; each further one doubles it.
const FIRST_WAIT: Duration = Duration::from_secs(1);

/// What a code, or a link, came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is right, and not spent yet.
    Right(Box<OneTimePassword>),
    /// It is wrong, expired, spent or dead: nobody is told which.
    Wrong,
    /// It was not looked at.
    Throttled(Duration),
}

impl Checked {
    /// The row of a right code, or the refusal at the field `code`.
    ///
    /// # Errors
    /// [`Code::InvalidCode`], [`Error::Throttled`].
    pub fn or_refuse(self) -> Result<OneTimePassword> {
        match self {
            Self::Right(row) => Ok(*row),
            Self::Wrong => Err(Error::field("code", Code::InvalidCode)),
            Self::Throttled(retry_after) => Err(Error::Throttled { retry_after }),
        }
    }
}

/// What is to be noted of a check, in the transaction in which it is decided.
pub type Note<'a> = dyn Fn(&mut Conn, &Checked) -> Result<()> + 'a;

/// A code that a remote service has to be asked about. It is counted as wrong until the service says otherwise, so that
/// of any number at one instant no more are asked about than are looked at here.
struct Attempt {
    row: OneTimePassword,
    /// What was counted before.
    before: Failures,
    /// What the service calls it, if it can be right at all.
    remote_id: Option<String>,
}

/// What could be said of a code without asking anybody.
enum Looked {
    Done(Checked),
    Remote(Box<Attempt>),
}

impl OneTimePasswords {
    /// Checks a code without spending it. A wrong one counts if there is a code it could have been, expired or not. `note`
    /// is part of the transaction in which that is decided.
    ///
    /// Has transactions of its own, since what it counts must stay whatever follows. A phone verifier is asked, and
    /// waited for, between two of them: where there is one, this belongs on a thread that may wait.
    ///
    /// # Errors
    /// When the database is away; [`Error::Unavailable`] and [`Error::Overloaded`] when a phone verifier cannot be asked,
    /// which count as no try.
    pub fn check(
        &self,
        cx: &Context<'_>,
        target: &Target,
        purpose: Purpose,
        typed: &str,
        note: &Note<'_>,
    ) -> Result<Checked> {
        let looked = cx.db.write(|conn| {
            let looked = self.look(cx, conn, target, purpose, typed)?;
            if let Looked::Done(checked) = &looked {
                note(conn, checked)?;
            }
            Ok(looked)
        })?;
        match looked {
            Looked::Done(checked) => Ok(checked),
            Looked::Remote(attempt) => self.ask(cx, &attempt, typed, note),
        }
    }

    fn look(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        target: &Target,
        purpose: Purpose,
        typed: &str,
    ) -> Result<Looked> {
        let subject = self.subject(target, purpose);
        // Locks the subject for the rest of the transaction: thirty at one instant are looked at one after the other.
        let mut failures = login_failures::lock(conn, &subject, cx.now)?;
        if let Some(until) = failures.blocked_until.filter(|until| *until > cx.now) {
            return Ok(Looked::Done(Checked::Throttled(until.since(cx.now).min(self.rules.max_wait))));
        }
        let open = one_time_passwords::find(conn, &subject)?.filter(|row| row.tries < self.rules.max_attempts);
        let Some(row) = open else { return Ok(Looked::Done(Checked::Wrong)) };
        let possible = row.user_id.is_some() && row.user_id == target.user && cx.now < row.expires_at;
        if row.verifier.is_none() && possible && self.is_same(&row, typed) {
            return Ok(Looked::Done(Checked::Right(Box::new(row))));
        }
        let before = failures.clone();
        one_time_passwords::note_wrong(conn, row.id)?;
        failures.failures = failures.failures.saturating_add(1);
        failures.failed_at = cx.now;
        failures.blocked_until = Some(cx.now.after(self.wait(failures.failures)));
        login_failures::store(conn, &failures)?;
        if row.verifier.is_none() {
            return Ok(Looked::Done(Checked::Wrong));
        }
        let ours = row.verifier.as_deref() == self.verifier().map(super::Verifier::name);
        let remote_id = row.remote_id.clone().filter(|_| possible && ours);
        Ok(Looked::Remote(Box::new(Attempt { row, before, remote_id })))
    }

    /// Whether this is the code whose hash is in the row.
    fn is_same(&self, row: &OneTimePassword, typed: &str) -> bool {
        let given = self.hash_code(&row.subject, &forms::code::read(typed));
        given.iter().fold(Choice::from(0), |same, hash| same | hash.ct_eq(&row.code_hash)).into()
    }

    /// Asks the phone verifier, holding no connection meanwhile. What it finds right it finds right once, and a right
    /// code may have to be shown again (a refused password does not spend it), so from then on it is checked here.
    fn ask(&self, cx: &Context<'_>, attempt: &Attempt, typed: &str, note: &Note<'_>) -> Result<Checked> {
        let Attempt { row, remote_id, .. } = attempt;
        let code = forms::code::read(typed);
        let said = match self.verifier() {
            Some(verifier) => verifier.ask(remote_id.as_deref(), &row.address, &code, cx.random.as_ref()),
            // Its code was sent under settings that named a verifier.
            None => Ok(Verdict::Wrong),
        };
        cx.db
            .write(|conn| {
                let checked = match (&said, remote_id) {
                    (Ok(Verdict::Right), Some(remote_id)) => self.take_over(cx, conn, attempt, remote_id, &code)?,
                    (Ok(_), _) => Checked::Wrong,
                    (Err(_), _) => return self.take_back(cx, conn, attempt).map(|()| Checked::Wrong),
                };
                note(conn, &checked)?;
                Ok(checked)
            })
            .and_then(|checked| said.map(|_| checked))
    }

    /// Makes a code of ours of one that the service has found right, unless it was killed meanwhile.
    fn take_over(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        attempt: &Attempt,
        remote_id: &str,
        code: &str,
    ) -> Result<Checked> {
        let row = &attempt.row;
        // The failures first, as everywhere: two who take the same locks in two orders wait for each other.
        login_failures::lock(conn, &row.subject, cx.now)?;
        let hash = self.hash_code(&row.subject, code).into_iter().next().unwrap_or_default();
        if !one_time_passwords::take_over(conn, row.id, remote_id, &hash)? {
            return Ok(Checked::Wrong);
        }
        self.take_back(cx, conn, attempt)?;
        let row = one_time_passwords::get(conn, row.id)?;
        Ok(row.map_or(Checked::Wrong, |row| Checked::Right(Box::new(row))))
    }

    /// The attempt was no wrong one: it does not count.
    fn take_back(&self, cx: &Context<'_>, conn: &mut Conn, attempt: &Attempt) -> Result<()> {
        let before = &attempt.before;
        let mut failures = login_failures::lock(conn, &before.subject, cx.now)?;
        if failures.failures == before.failures.saturating_add(1) {
            // Nobody else has failed meanwhile: a wait that was over is not begun anew.
            failures.clone_from(before);
        } else {
            failures.failures = failures.failures.saturating_sub(1).max(0);
            let wait = self.wait(failures.failures);
            failures.blocked_until = (failures.failures > 0).then(|| failures.failed_at.after(wait));
        }
        login_failures::store(conn, &failures)?;
        one_time_passwords::take_back(conn, attempt.row.id)
    }

    /// Of two addresses, the one that a code was made for last; the first where neither has one.
    ///
    /// # Errors
    /// When the database is away.
    pub fn latest(&self, conn: &mut Conn, targets: [Target; 2], purpose: Purpose) -> Result<Target> {
        let [first, second] = targets;
        let mut issued = |target| -> Result<_> {
            let row = one_time_passwords::find(conn, &self.subject(target, purpose))?;
            Ok(row.map(|row| row.issued_at))
        };
        Ok(if issued(&second)? > issued(&first)? { second } else { first })
    }

    /// Checks a link's secret without spending it. Guesses are hopeless, so they are not counted.
    ///
    /// # Errors
    /// When the database is away.
    pub fn check_link(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        id: Id,
        secret: &Opaque,
        purpose: Purpose,
    ) -> Result<Checked> {
        let row = one_time_passwords::get(conn, id)?.filter(|row| {
            let same = row.link_hash.as_ref().is_some_and(|hash| bool::from(hash.ct_eq(&secret.hash())));
            same && row.purpose == purpose.as_str() && row.user_id.is_some() && cx.now < row.expires_at
        });
        Ok(row.map_or(Checked::Wrong, |row| Checked::Right(Box::new(row))))
    }

    /// Spends what [`check`](Self::check) or [`check_link`](Self::check_link) found right; the count of wrong ones
    /// begins anew. Of any number at the same instant, one does.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] when another was quicker; what is then done in the same transaction is undone.
    pub fn spend(&self, cx: &Context<'_>, conn: &mut Conn, row: &OneTimePassword) -> Result<()> {
        login_failures::clear(conn, &row.subject)?;
        if !one_time_passwords::spend(conn, row.id, cx.now)? {
            return Err(Error::field("code", Code::InvalidCode));
        }
        Ok(())
    }

    /// How long nothing is looked at after the n-th wrong code in a row: 2^(n-1) seconds, at most `otp.max_wait`.
    #[must_use]
    pub fn wait(&self, failures: i64) -> Duration {
        let doublings = u32::try_from(failures.saturating_sub(1).max(0)).unwrap_or(u32::MAX);
        let factor = 1_u32.checked_shl(doublings).unwrap_or(u32::MAX);
        FIRST_WAIT.saturating_mul(factor).min(self.rules.max_wait)
    }
}
