//! What a field can take: identifiers, passwords, codes, names, and the types of the profile.

use crate::identifiers::IdentifierKind;

/// The longest given or family name.
pub const NAME_LENGTH: usize = 150;

/// What a field of the profile takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileType {
    /// One line of text.
    Text,
    /// An email address, which is no identifier.
    Email,
    /// A phone number, which is no identifier.
    Tel,
    /// The address of a page: http or https.
    Url,
    /// A number, stored as one.
    Number,
    /// A day, as in `2026-11-22`.
    Date,
    /// Several lines of text.
    Textarea,
    /// One of the choices.
    Select,
    /// Yes or no, stored as `true` or `false`.
    Checkbox,
}

impl ProfileType {
    /// Every type there is.
    pub const ALL: &'static [ProfileType] = &[
        Self::Text,
        Self::Email,
        Self::Tel,
        Self::Url,
        Self::Number,
        Self::Date,
        Self::Textarea,
        Self::Select,
        Self::Checkbox,
    ];

    /// Its name in the settings and the type of its HTML box.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Url => "url",
            Self::Number => "number",
            Self::Date => "date",
            Self::Textarea => "textarea",
            Self::Select => "select",
            Self::Checkbox => "checkbox",
        }
    }

    /// The most characters its text has unless the field says otherwise.
    #[must_use]
    pub fn usual_length(self) -> Option<usize> {
        match self {
            Self::Text => Some(255),
            Self::Email => Some(254),
            Self::Url | Self::Textarea => Some(2000),
            _ => None,
        }
    }
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the three identifiers.
    Identifier(IdentifierKind),
    /// An identifier of any of the kinds that the chain takes, told apart by its shape.
    AnyIdentifier,
    /// A password that exists. Never shown again.
    Password,
    /// A password to be: the policy applies. Never shown again.
    NewPassword {
        /// Fewest characters.
        min_length: usize,
        /// Most bytes.
        max_bytes: usize,
    },
    /// The same password again. Never shown again.
    PasswordAgain,
    /// A one-time password. Never shown again.
    Code {
        /// It is made of digits.
        digits: bool,
    },
    /// `email` or `phone`.
    Channel,
    /// Yes or no.
    Checkbox,
    /// `first_name` or `last_name`.
    Name,
    /// A field of the profile.
    Profile(ProfileType),
}
