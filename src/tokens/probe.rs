//! A question that only this installation can have asked, and an answer that only it can have given: so `doctor` knows whether
//! an address leads to this program, and the program tells nobody else how it sees a request.

use super::keys::{Keys, PurposeKeys};
use crate::ambient::{Random, random_bytes};
use crate::db::Time;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use std::time::Duration;

/// A question is answered for so long; clocks may differ by as much.
const GOOD_FOR: Duration = Duration::from_hours(1);

/// Asks and answers.
pub struct Probe(PurposeKeys);

impl Probe {
    /// The header that carries the question.
    pub const QUESTION: &'static str = "x-countersign-doctor";
    /// The header that carries the proof of the answer.
    pub const PROOF: &'static str = "x-countersign-answer";

    /// With the keys of the installation.
    #[must_use]
    pub fn new(keys: &Keys) -> Self {
        Self(keys.derive("doctor/v1"))
    }

    /// A new question, asked at `now`.
    #[must_use]
    pub fn question(&self, now: Time, random: &dyn Random) -> String {
        let asked = format!("{}.{}", now.unix(), URL_SAFE_NO_PAD.encode(random_bytes::<16>(random)));
        let proof = self.proofs("ask", &asked, "").next().unwrap_or_default();
        format!("{asked}.{proof}")
    }

    /// Whether this installation has asked `question`, not long before or after `now`.
    #[must_use]
    pub fn is_ours(&self, question: &str, now: Time) -> bool {
        let Some((asked, proof)) = question.rsplit_once('.') else { return false };
        let at = asked.split('.').next().and_then(|at| at.parse::<i64>().ok());
        let fresh = at.is_some_and(|at| at.abs_diff(now.unix()) <= GOOD_FOR.as_secs());
        fresh && self.proves("ask", asked, "", proof)
    }

    /// What proves that this installation gave `answer` to `question`.
    #[must_use]
    pub fn proof(&self, question: &str, answer: &str) -> String {
        self.proofs("answer", question, answer).next().unwrap_or_default()
    }

    /// Whether `proof` is one.
    #[must_use]
    pub fn is_proof(&self, question: &str, answer: &str, proof: &str) -> bool {
        self.proves("answer", question, answer, proof)
    }

    /// One for each key, the first key's first.
    fn proofs<'a>(&'a self, part: &'a str, question: &'a str, answer: &'a str) -> impl Iterator<Item = String> + 'a {
        self.0.iter().filter_map(move |key| {
            let proof = mac(key.as_slice(), part, question, answer)?.finalize().into_bytes();
            Some(URL_SAFE_NO_PAD.encode(proof))
        })
    }

    fn proves(&self, part: &str, question: &str, answer: &str, proof: &str) -> bool {
        let Ok(proof) = URL_SAFE_NO_PAD.decode(proof) else { return false };
        let right = |key: &[u8]| mac(key, part, question, answer).is_some_and(|mac| mac.verify_slice(&proof).is_ok());
        self.0.iter().any(|key| right(key.as_slice()))
    }
}

/// No question has a line break in it, so what stands in front of one is never taken for what stands behind.
fn mac(key: &[u8], part: &str, question: &str, answer: &str) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    for text in [part, question, answer] {
        mac.update(text.as_bytes());
        mac.update(b"\n");
    }
    Some(mac)
}

impl fmt::Debug for Probe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Probe({} keys)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{GOOD_FOR, Probe};
    use crate::ambient::SystemRandom;
    use crate::db::Time;
    use crate::tokens::Keys;
    use std::time::Duration;

    fn probe(secrets: &[&str]) -> Probe {
        Probe::new(&Keys::new(&secrets.iter().map(|secret| (*secret).into()).collect::<Vec<_>>()))
    }

    #[test]
    fn only_who_has_a_key_of_the_installation_asks_and_answers() {
        let (ours, rotated, others) = (probe(&["one"]), probe(&["two", "one"]), probe(&["three"]));
        let now: Time = "2026-11-22T10:00:00Z".parse::<jiff::Timestamp>().unwrap().into();
        let question = ours.question(now, &SystemRandom);
        assert!(ours.is_ours(&question, now) && rotated.is_ours(&question, now) && !others.is_ours(&question, now));
        assert!(ours.is_ours(&question, now.after(GOOD_FOR)) && ours.is_ours(&question, now.before(GOOD_FOR)));
        assert!(!ours.is_ours(&question, now.after(GOOD_FOR + Duration::from_secs(1))));
        let proof = rotated.proof(&question, "{}");
        assert!(rotated.is_proof(&question, "{}", &proof));
        assert!(!others.is_proof(&question, "{}", &others.proof("x", "{}")));
        assert!(!rotated.is_proof(&question, "{ }", &proof), "another answer");
        assert!(!ours.is_ours(&format!("{question}x"), now) && !ours.is_ours("", now) && !ours.is_ours("9.x.y", now));
    }
}
