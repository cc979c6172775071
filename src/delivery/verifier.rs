//! What a remote service has to do that sends codes to phones and checks them itself; knows no particular service, and
//! nothing of accounts, purposes and tries, which stay ours.

use super::letter::MessageKind;
use super::message::Failed;
use std::fmt;
use std::time::Duration;

/// What a service is asked to send.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The number, in E.164.
    pub to: &'a str,
    /// The language, as in `en` or `pt-BR`.
    pub language: &'a str,
    /// What the code is for.
    pub kind: MessageKind,
    /// What the service called the codes it has sent to this number before. None of them may be right any more, and
    /// none of them may be sent again: a code is good for one purpose.
    pub before: &'a [String],
}

/// What a service says of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the one that was sent.
    Right,
    /// It is another one.
    Wrong,
    /// Nothing that was sent under this name can be right any more, or ever was.
    Gone,
}

/// The service did not answer, or not so that one could tell what it says: one line for the administrator, without the
/// code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreachable(pub String);

/// A remote service that sends codes to phones and checks them, for `phone.verifier`.
///
/// Waits, limits, expiry and purposes are kept on our side, whatever the service does besides. Both calls run on threads
/// that may wait, without a database connection; they must come to an end by themselves.
pub trait PhoneVerifier: Send + Sync {
    /// Has a code sent, and says what the service calls it: a name of 1 to 255 characters that is of no use to anyone
    /// without the service's own password. Asked by the postman: no request waits for it.
    ///
    /// # Errors
    /// [`Failed::Passing`] when a later try may succeed, [`Failed::Final`] when none will.
    fn start(&self, start: &Start<'_>) -> Result<String, Failed>;

    /// Whether this is the code that was sent to `to` and that [`start`](Self::start) called `id`. A request waits for
    /// it, so within a few seconds. A right code may be right only once here: it is asked about no more.
    ///
    /// # Errors
    /// [`Unreachable`], which counts as no try.
    fn check(&self, id: &str, to: &str, code: &str) -> Result<Verdict, Unreachable>;

    /// How long [`check`](Self::check) usually takes at most. A wrong code is answered no sooner, so that the time does
    /// not tell whether there was anything to ask the service about.
    fn usual_time(&self) -> Duration {
        Duration::from_millis(500)
    }
}

impl fmt::Debug for dyn PhoneVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneVerifier")
    }
}
