//! Every way a request can be refused, as one type and one table of codes; knows nothing of HTTP, pages or JSON.

use crate::phrase::Phrase;
use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

/// What any function that can refuse returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $slug:literal;)*) => {
        /// A stable name for one kind of refusal. Programs compare the slug, people read the words of `error-SLUG`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code there is, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The name that programs compare: lower case, words joined by `_`, never changed once published.
            #[must_use]
            pub fn slug(self) -> &'static str {
                match self { $(Code::$name => $slug,)* }
            }

            /// What people are told, when nothing more exact is known.
            #[must_use]
            pub fn words(self) -> Phrase {
                Phrase::new(match self { $(Code::$name => concat!("error-", $slug),)* })
            }
        }
    };
}

codes! {
    /// A field that must be there is absent.
    Required = "required";
    /// A field is there but empty.
    Blank = "blank";
    /// A value breaks the rules of its field.
    Invalid = "invalid";
    /// A text is shorter than its field allows.
    TooShort = "too_short";
    /// A text is longer than its field allows.
    TooLong = "too_long";
    /// A value that must be unique belongs to another account.
    Taken = "taken";
    /// A value and its confirmation differ.
    Mismatch = "mismatch";
    /// A member that the form does not have.
    UnknownField = "unknown_field";
    /// The password is shorter than `passwords.min_length`.
    PasswordTooShort = "password_too_short";
    /// The password is on the lists that attackers try first.
    PasswordTooCommon = "password_too_common";
    /// The password is digits only.
    PasswordNumeric = "password_numeric";
    /// The password is like something else the account says of itself.
    PasswordSimilar = "password_similar";
    /// No username, email address or phone number was given.
    NoIdentifier = "no_identifier";
    /// The body is not what its content type says.
    Malformed = "malformed";
    /// A token is unknown, spent, expired or revoked.
    InvalidToken = "invalid_token";
    /// The resource does not know this method.
    MethodNotAllowed = "method_not_allowed";
    /// The body is larger than the settings allow.
    TooLarge = "too_large";
    /// The body is of a type, or in an encoding, that is not read here.
    UnsupportedMediaType = "unsupported_media_type";
    /// The identifier and the password do not belong together. Says no more on purpose.
    InvalidCredentials = "invalid_credentials";
    /// A one-time password is wrong, expired, spent or dead. Says no more on purpose.
    InvalidCode = "invalid_code";
    /// Too many tries; the reply says when the next one will be looked at.
    Throttled = "throttled";
    /// The address was proved before.
    AlreadyVerified = "already_verified";
    /// The new value is the old one.
    SameValue = "same_value";
    /// The account has an address to prove before it can sign in.
    Unverified = "unverified";
    /// `registration.open` is false.
    RegistrationClosed = "registration_closed";
    /// A request that a cookie could authorise came from another site.
    CrossOrigin = "cross_origin";
    /// Nobody is signed in.
    Unauthenticated = "unauthenticated";
    /// Somebody is signed in who may not do this.
    Forbidden = "forbidden";
    /// There is nothing here.
    NotFound = "not_found";
    /// More work is waiting than the program will queue.
    Overloaded = "overloaded";
    /// The database, or a service that has to be asked, cannot be reached.
    Unavailable = "unavailable";
    /// A fault of ours; its cause is in the log under the request id.
    Internal = "internal";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

/// One mistake in a form, tied to its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name; `None` for the form as a whole.
    pub field: Option<Cow<'static, str>>,
    /// What kind of mistake.
    pub code: Code,
    /// What to tell the person: never the refused value itself, never a secret.
    pub detail: Phrase,
}

/// All mistakes of one form, in the order of its fields: people mend them together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormErrors(pub Vec<FieldError>);

impl FormErrors {
    /// Adds a mistake in `field`, in the words of its code.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, code: Code) {
        self.say(field, code, code.words());
    }

    /// Adds a mistake in `field`, in better words than the code's own.
    pub fn say(&mut self, field: impl Into<Cow<'static, str>>, code: Code, detail: Phrase) {
        self.0.push(FieldError { field: Some(field.into()), code, detail });
    }

    /// Adds a mistake that belongs to no field alone.
    pub fn whole(&mut self, code: Code, detail: Phrase) {
        self.0.push(FieldError { field: None, code, detail });
    }

    /// Whether this field has a mistake already.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|e| e.field.as_deref() == Some(field))
    }

    /// Whether there is nothing to mend.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok(value)` without mistakes, else all of them.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every mistake collected.
    pub fn or<T>(self, value: impl FnOnce() -> T) -> Result<T> {
        if self.is_empty() { Ok(value()) } else { Err(Error::Invalid(self)) }
    }
}

/// Why something was not done. Shown to the outside by the doors, each in its own way.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person can mend this in the form.
    #[error("the form was refused: {}", .0.0.iter().map(|e| e.code.slug()).collect::<Vec<_>>().join(", "))]
    Invalid(FormErrors),
    /// Refused as a whole, with nothing to mend in a field.
    #[error("refused: {0}")]
    Refused(Code),
    /// Refused until `retry_after` has passed.
    #[error("throttled for {} s", .retry_after.as_secs())]
    Throttled {
        /// From now; shown rounded up to whole seconds, at least one.
        retry_after: Duration,
    },
    /// Whoever is signed in has to prove it once more before this.
    #[error("the last proof is too old")]
    Stale {
        /// Whether the account has a password to prove it with; without one, only signing in anew does.
        with_password: bool,
    },
    /// A queue is full: nothing was begun.
    #[error("overloaded")]
    Overloaded,
    /// The database, or a service that has to be asked, is away: nothing was changed.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A fault of ours. The cause goes to the log, never to the outside.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// A form refused for one field.
    #[must_use]
    pub fn field(field: &'static str, code: Code) -> Self {
        let mut errors = FormErrors::default();
        errors.add(field, code);
        Self::Invalid(errors)
    }

    /// A fault of ours, from whatever caused it.
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// The code that sums this error up.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Invalid(errors) => errors.0.first().map_or(Code::Invalid, |e| e.code),
            Self::Refused(code) => *code,
            Self::Throttled { .. } => Code::Throttled,
            Self::Stale { .. } => Code::Forbidden,
            Self::Overloaded => Code::Overloaded,
            Self::Unavailable(_) => Code::Unavailable,
            Self::Internal(_) => Code::Internal,
        }
    }
}
