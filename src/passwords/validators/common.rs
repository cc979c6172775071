//! Refuses the passwords that attackers try first; asks no service outside.

use crate::error::Code;
use crate::passwords::policy::{About, Complaint, PasswordValidator};
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::{Score, zxcvbn};

/// Longer passwords are on no list, and what else is looked for shows in this many characters.
const LOOKED_AT: usize = 64;

/// Not on a list of common passwords, words and names, nor a plain pattern such as `abcdefgh` or `aaaaaaaa`.
///
/// The lists are those of zxcvbn (Wheeler, 2016), inside the crate `zxcvbn`: 30,000 passwords from published
/// breaches, 30,000 words of English, 20,000 of film subtitles, 14,000 names. A password that as a whole is one entry of them, in capitals,
/// backwards or with the usual digits for letters too, is refused, and so is whatever zxcvbn thinks guessed within a
/// thousand tries. (NIST SP 800-63B-4, section 3.1.1.2; ASVS 5.0, 6.2.4.)
#[derive(Clone, Copy, Debug, Default)]
pub struct Common;

impl PasswordValidator for Common {
    fn name(&self) -> &'static str {
        "common"
    }

    fn validate(&self, password: &str, _about: &About<'_>) -> Result<(), Complaint> {
        let head: String = password.chars().take(LOOKED_AT).collect();
        let estimate = zxcvbn(&head, &[]);
        let whole = head.len() == password.len();
        let listed =
            whole && matches!(estimate.sequence(), [only] if matches!(only.pattern, MatchPattern::Dictionary(_)));
        if listed || estimate.score() == Score::Zero {
            return Err((Code::PasswordTooCommon, Code::PasswordTooCommon.words()));
        }
        Ok(())
    }
}
