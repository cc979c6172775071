//! The phone verifier of the settings, as far as checking goes: asked by a few at once, trusted once it has refused a
//! code that cannot be right, and with the same time for an answer whether or not there was anything to ask. Knows no
//! address but the one it is handed, and nothing of tries.

use super::pace::Pace;
use crate::ambient::{Random, random_bytes};
use crate::delivery::{PhoneVerifier, Unreachable, Verdict};
use crate::error::{Error, Result};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

/// Codes that are being asked about at once; beyond this many the answer is 503.
const MOST_AT_ONCE: usize = 64;
/// Digits of a code that cannot be right: longer than any that is sent, so that no chance makes it so, and that a service
/// may refuse it without counting it.
const IMPOSSIBLE_DIGITS: usize = 16;
/// A number that is nobody's (+1 202 555 0100 to 0199 are for fiction).
const NOBODY: &str = "+12025550123";

/// The verifier of the settings.
pub struct Verifier {
    name: String,
    service: Arc<dyn PhoneVerifier>,
    pace: Pace,
    asking: AtomicUsize,
    /// It has refused a code that cannot be right, for a verification that it had begun itself.
    trusted: AtomicBool,
    /// It has accepted one.
    unmasked: AtomicBool,
}

/// A verifier said that a code is right which nobody was ever sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("accepts a code that was never sent")]
pub struct AcceptsAnything;

impl Verifier {
    /// The service of this name.
    #[must_use]
    pub fn new(name: impl Into<String>, service: Arc<dyn PhoneVerifier>) -> Self {
        Self {
            name: name.into(),
            service,
            pace: Pace::default(),
            asking: AtomicUsize::new(0),
            trusted: AtomicBool::new(false),
            unmasked: AtomicBool::new(false),
        }
    }

    /// The name that settings.toml knows it by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The service itself.
    #[must_use]
    pub fn service(&self) -> &dyn PhoneVerifier {
        self.service.as_ref()
    }

    /// Asks about a verification that is made up. A service that is away proves nothing, and keeps nothing from
    /// starting: it is asked once more before its first answer is believed.
    ///
    /// # Errors
    /// When it says that the code is right.
    pub fn probe(&self, random: &dyn Random) -> Result<(), AcceptsAnything> {
        let id = random_bytes::<16>(random).iter().fold(String::new(), |id, byte| format!("{id}{byte:02x}"));
        match self.service.check(&id, NOBODY, &impossible(random)) {
            Ok(Verdict::Right) => Err(AcceptsAnything),
            Ok(Verdict::Wrong | Verdict::Gone) => Ok(()),
            Err(Unreachable(why)) => {
                tracing::warn!(verifier = self.name, why, "the phone verifier could not be asked at the start");
                Ok(())
            }
        }
    }

    /// What the service says of a code for the verification `id`. Where there is none to ask about, the answer is no, and
    /// takes as long; and while the service is away, it is away then too.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the service does not answer or cannot be trusted, [`Error::Overloaded`] when too much
    /// is asked at once.
    pub(super) fn ask(&self, id: Option<&str>, to: &str, code: &str, random: &dyn Random) -> Result<Verdict> {
        let _place = Place::take(&self.asking)?;
        let begun = Instant::now();
        let verdict = match id {
            _ if self.unmasked.load(Ordering::SeqCst) => return Err(self.distrusted()),
            Some(id) => self.asked(id, to, code, random, begun)?,
            None => self.pretended(begun)?,
        };
        if verdict != Verdict::Right {
            std::thread::sleep(self.pace.wrong(self.service.usual_time()).saturating_sub(begun.elapsed()));
        }
        Ok(verdict)
    }

    fn asked(&self, id: &str, to: &str, code: &str, random: &dyn Random, begun: Instant) -> Result<Verdict> {
        let said = if self.trusted.load(Ordering::SeqCst) {
            self.service.check(id, to, code)
        } else {
            self.service.check(id, to, &impossible(random)).and_then(|said| match said {
                Verdict::Right => {
                    self.unmasked.store(true, Ordering::SeqCst);
                    Ok(Verdict::Wrong)
                }
                Verdict::Wrong => {
                    self.trusted.store(true, Ordering::SeqCst);
                    self.service.check(id, to, code)
                }
                Verdict::Gone => Ok(Verdict::Gone),
            })
        };
        self.pace.remember(begun.elapsed(), said.is_ok(), Instant::now());
        if self.unmasked.load(Ordering::SeqCst) {
            return Err(self.distrusted());
        }
        said.map_err(|Unreachable(why)| Error::Unavailable(why))
    }

    /// As if the service had been asked.
    fn pretended(&self, begun: Instant) -> Result<Verdict> {
        match self.pace.away(begun) {
            Some(took) => {
                std::thread::sleep(took);
                Err(Error::Unavailable("the phone verifier was away a moment ago".into()))
            }
            None => Ok(Verdict::Wrong),
        }
    }

    fn distrusted(&self) -> Error {
        Error::Unavailable(format!("the phone verifier {} accepts any code, and is not believed", self.name))
    }
}

/// A code that cannot be right.
fn impossible(random: &dyn Random) -> String {
    random_bytes::<IMPOSSIBLE_DIGITS>(random).iter().map(|byte| char::from(b'0' + byte % 10)).collect()
}

/// One of the places for those who wait; given back when dropped.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(asking: &'a AtomicUsize) -> Result<Self> {
        let place = Self(asking);
        if asking.fetch_add(1, Ordering::SeqCst) < MOST_AT_ONCE { Ok(place) } else { Err(Error::Overloaded) }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Verifier").field(&self.name).finish()
    }
}
