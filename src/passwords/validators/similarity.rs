//! Refuses passwords that say what the account says of itself; knows only what it is told about the account.

use crate::error::Code;
use crate::passwords::policy::{About, Complaint, PasswordValidator};
use crate::phrase::Phrase;
use std::collections::HashMap;

/// From this on two texts are too much alike: Django's default.
const RATIO: f64 = 0.7;
/// Pieces of a phone number shorter than this say nothing.
const PHONE_PIECE: usize = 6;

/// Not too much like the username, names, email address or phone number, nor a part of one, as Django's
/// `UserAttributeSimilarityValidator`: case does not count, each is compared whole and by its words, and from a likeness of 0.7 on
/// it is refused. Likeness is twice the number of characters in common, in order or in reverse order, over both lengths.
/// Django leaves the order out, which refuses long sentences for nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Similarity;

impl PasswordValidator for Similarity {
    fn name(&self) -> &'static str {
        "similarity"
    }

    fn validate(&self, password: &str, about: &About<'_>) -> Result<(), Complaint> {
        let password: Vec<char> = password.to_lowercase().chars().collect();
        let details = [
            (about.username, "username"),
            (about.email, "email"),
            (about.first_name, "first_name"),
            (about.last_name, "last_name"),
        ];
        for (detail, called) in details {
            let Some(detail) = detail else { continue };
            let detail = detail.to_lowercase();
            let words = detail.split(|c: char| !c.is_alphanumeric() && c != '_');
            // Nor like what stands before an @, which the host behind it would make look different enough.
            let local = detail.rsplit_once('@').map(|(local, _)| local);
            if words.chain([detail.as_str()]).chain(local).any(|part| alike(&password, part)) {
                return Err(complaint(called));
            }
        }
        let digits: String = about.phone.unwrap_or("").chars().filter(char::is_ascii_digit).collect();
        // People write their number without the country code, and with a 0 in its place.
        if (0..=digits.len().saturating_sub(PHONE_PIECE)).any(|from| alike(&password, &digits[from..])) {
            return Err(complaint("phone"));
        }
        Ok(())
    }
}

fn complaint(like: &'static str) -> Complaint {
    (Code::PasswordSimilar, Phrase::new("password-similar").with("like", like))
}

fn alike(password: &[char], part: &str) -> bool {
    let part: Vec<char> = part.chars().collect();
    if part.is_empty() || password.is_empty() {
        return false;
    }
    let enough = |common: usize| ratio(common, password.len(), part.len()) >= RATIO;
    // Two bounds from above, cheap first, spare nearly all of the real work.
    if !enough(password.len().min(part.len())) || !enough(shared(password, &part)) {
        return false;
    }
    let reversed: Vec<char> = part.iter().rev().copied().collect();
    enough(in_order(password, &part)) || enough(in_order(password, &reversed))
}

#[allow(clippy::cast_precision_loss, reason = "lengths of passwords and names are small")]
fn ratio(common: usize, one: usize, other: usize) -> f64 {
    2.0 * common as f64 / (one + other) as f64
}

/// Characters in common, in any order.
fn shared(one: &[char], other: &[char]) -> usize {
    let mut left = HashMap::new();
    for c in one {
        *left.entry(*c).or_insert(0usize) += 1;
    }
    other.iter().filter(|c| left.get_mut(c).is_some_and(|n| n.checked_sub(1).map(|m| *n = m).is_some())).count()
}

/// Characters in common, in order: the longest common subsequence.
fn in_order(one: &[char], other: &[char]) -> usize {
    let mut row = vec![0usize; other.len() + 1];
    for a in one {
        let mut diagonal = 0;
        for (i, b) in other.iter().enumerate() {
            let above = row[i + 1];
            row[i + 1] = if a == b { diagonal + 1 } else { above.max(row[i]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}
