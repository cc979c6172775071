//! What a database's refusal means: a clash in a unique column, a database that is away, or a fault of ours.

use crate::error::{Code, Error, FormErrors};
use crate::phrase::Phrase;
use diesel::result::{ConnectionError, DatabaseErrorKind, Error as DieselError};

/// The fields behind the unique columns. PostgreSQL names the constraint, SQLite the column, and
/// each contains one of these.
const UNIQUE: [(&str, &str); 3] = [("users_email", "email"), ("users_phone", "phone"), ("users_username", "username")];

/// The words for a value that another account has.
#[must_use]
pub fn taken(field: &str) -> Phrase {
    match field {
        "email" => Phrase::new("error-taken-email"),
        "phone" => Phrase::new("error-taken-phone"),
        "username" => Phrase::new("error-taken-username"),
        _ => Code::Taken.words(),
    }
}

impl From<DieselError> for Error {
    fn from(cause: DieselError) -> Self {
        let DieselError::DatabaseError(kind, info) = &cause else {
            return Self::internal(cause);
        };
        match kind {
            DatabaseErrorKind::UniqueViolation => {
                let name = info.constraint_name().unwrap_or_else(|| info.message()).replace('.', "_");
                let Some((_, field)) = UNIQUE.iter().find(|(part, _)| name.contains(part)) else {
                    return Self::internal(cause);
                };
                let mut errors = FormErrors::default();
                errors.say(*field, Code::Taken, taken(field));
                Self::Invalid(errors)
            }
            DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => {
                Self::Unavailable(cause.to_string())
            }
            _ if is_passing(info.message()) => Self::Unavailable(cause.to_string()),
            _ => Self::internal(cause),
        }
    }
}

/// PostgreSQL's word for it; Diesel has no kind of its own for SQLSTATE 40P01.
const DEADLOCK: &str = "deadlock detected";

/// Refusals that pass by themselves: locks held too long, a server that is going down or coming up,
/// a full disk. Neither Diesel nor SQLite gives them a kind of their own.
fn is_passing(message: &str) -> bool {
    const SIGNS: [&str; 11] = [
        "database is locked",
        "database table is locked",
        "database or disk is full",
        "disk I/O error",
        "statement timeout",
        "lock timeout",
        DEADLOCK,
        "terminating connection",
        "the database system is",
        "server closed the connection",
        "too many clients",
    ];
    SIGNS.iter().any(|sign| message.contains(sign))
}

/// Whether the database gave a transaction up so that another one could go on.
pub(super) fn is_deadlock(error: &Error) -> bool {
    matches!(error, Error::Unavailable(cause) if cause.contains(DEADLOCK))
}

impl From<ConnectionError> for Error {
    fn from(cause: ConnectionError) -> Self {
        Self::Unavailable(cause.to_string())
    }
}
