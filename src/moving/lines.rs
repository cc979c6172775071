//! Our own format: one account a line, as JSON, with everything that is kept of it. What goes out comes back the same.

use super::{Proof, Record};
use crate::db::moved_keys::Keys;
use crate::db::types::Json;
use crate::db::{Id, Time, User};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::fmt::Write as _;

/// One line. Only the password and one identifier must be there when it comes back.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    #[serde(default)]
    id: Option<Id>,
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    email_verified_at: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    phone_verified_at: Option<String>,
    password: String,
    #[serde(default)]
    first_name: String,
    #[serde(default)]
    last_name: String,
    #[serde(default)]
    profile: Json,
    #[serde(default = "yes")]
    is_active: bool,
    #[serde(default)]
    is_staff: bool,
    #[serde(default)]
    is_superuser: bool,
    #[serde(default)]
    date_joined: Option<String>,
    #[serde(default)]
    last_login: Option<String>,
    #[serde(default)]
    reset_by: Option<Address>,
    #[serde(default)]
    delete_at: Option<String>,
    /// SHA-256 of the values of unique profile fields, in hexadecimal.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    unique: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Address {
    Email,
    Phone,
}

fn yes() -> bool {
    true
}

/// Never the password.
impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line").field("id", &self.id).finish_non_exhaustive()
    }
}

/// An account as a line, without the end of it.
///
/// # Errors
/// Never, as far as anybody knows: every value is text, a flag or JSON already.
pub fn write(user: &User, keys: &Keys) -> Result<String, serde_json::Error> {
    let time = |at: Time| at.to_string();
    serde_json::to_string(&Line {
        id: Some(user.id),
        username: user.username.clone(),
        email: user.email.clone(),
        email_verified_at: user.email_verified_at.map(time),
        phone: user.phone.clone(),
        phone_verified_at: user.phone_verified_at.map(time),
        password: user.password.clone(),
        first_name: user.first_name.clone(),
        last_name: user.last_name.clone(),
        profile: user.profile.clone(),
        is_active: user.is_active,
        is_staff: user.is_staff,
        is_superuser: user.is_superuser,
        date_joined: Some(time(user.date_joined)),
        last_login: user.last_login.map(time),
        reset_by: match user.reset_by.as_deref() {
            Some("email") => Some(Address::Email),
            Some("phone") => Some(Address::Phone),
            _ => None,
        },
        delete_at: user.delete_at.map(time),
        unique: keys.iter().map(|(field, hash)| (field.clone(), hex(hash))).collect(),
    })
}

/// A line as a record; `place` and `number` say where it stands.
///
/// # Errors
/// In words that name the line and never quote it, since it has a password in it.
pub fn read(text: &str, place: &str, number: usize) -> Result<Record, String> {
    let line: Line = serde_json::from_str(text).map_err(|cause| {
        format!(
            "Line {number} of {place} cannot be read: {}. Each line is one JSON object as countersign export writes it.",
            without_values(&cause)
        )
    })?;
    let mut keys = Keys::new();
    for (field, text) in line.unique {
        let Some(hash) = unhex(&text) else {
            return Err(format!("Line {number} of {place}: unique.{field} is not 64 hexadecimal digits."));
        };
        keys.insert(field, hash);
    }
    let proof = |at: Option<String>| at.map_or(Proof::None, Proof::At);
    Ok(Record {
        table: place.to_owned(),
        key: line.id.map_or_else(|| number.to_string(), |id| id.to_string()),
        id: line.id,
        username: line.username,
        email: line.email,
        email_proof: proof(line.email_verified_at),
        phone: line.phone,
        phone_proof: proof(line.phone_verified_at),
        further: Vec::new(),
        password: line.password,
        first_name: line.first_name,
        last_name: line.last_name,
        profile: line.profile,
        is_active: line.is_active,
        is_staff: line.is_staff,
        is_superuser: line.is_superuser,
        date_joined: line.date_joined,
        last_login: line.last_login,
        reset_by: line.reset_by.map(|by| match by {
            Address::Email => "email".to_owned(),
            Address::Phone => "phone".to_owned(),
        }),
        delete_at: line.delete_at,
        keys,
    })
}

/// What serde says, without the values it likes to quote: one could be a password.
fn without_values(cause: &serde_json::Error) -> String {
    let text = cause.to_string();
    let of_names = ["missing field", "unknown field", "duplicate field"].iter().any(|begin| text.starts_with(begin));
    if cause.is_data() && !of_names {
        return format!("a value is none that can stand there, at column {}", cause.column());
    }
    text
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    digits.filter(|all| all.len() == 64).map(|all| all.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}
