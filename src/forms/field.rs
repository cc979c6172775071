//! One field of a form: its name, its label, what may be in it. The same field draws the page, checks the JSON
//! and describes itself to programs.

use crate::error::FormErrors;
use crate::identifiers::IdentifierKind;
use serde_json::{Map, Value, json};

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
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The JSON member and the name of the box.
    pub name: &'static str,
    /// What people call it.
    pub label: String,
    /// What it takes.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// A line of help under the label, or empty.
    pub help: String,
}

impl Field {
    /// A field that need not be there.
    #[must_use]
    pub fn new(name: &'static str, label: impl Into<String>, kind: Kind) -> Self {
        Self { name, label: label.into(), kind, required: false, help: String::new() }
    }

    /// The box of one identifier.
    #[must_use]
    pub fn identifier(kind: IdentifierKind) -> Self {
        let label = match kind {
            IdentifierKind::Username => "Username",
            IdentifierKind::Email => "Email address",
            IdentifierKind::Phone => "Phone number",
        };
        Self::new(kind.as_str(), label, Kind::Identifier(kind))
    }

    /// The kind of identifier it takes, if it takes one kind alone.
    #[must_use]
    pub fn identifier_kind(&self) -> Option<IdentifierKind> {
        match self.kind {
            Kind::Identifier(kind) => Some(kind),
            _ => None,
        }
    }

    /// The same field, that must be there.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same field with a line of help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The type of the HTML box, and the `type` that programs are told.
    #[must_use]
    pub fn input_type(&self) -> &'static str {
        match self.kind {
            Kind::Identifier(IdentifierKind::Username) | Kind::AnyIdentifier | Kind::Code { .. } => "text",
            Kind::Channel => "select",
            Kind::Identifier(IdentifierKind::Email) => "email",
            Kind::Identifier(IdentifierKind::Phone) => "tel",
            Kind::Password | Kind::NewPassword { .. } | Kind::PasswordAgain => "password",
            Kind::Checkbox => "checkbox",
        }
    }

    /// The HTML autofill token, or nothing.
    #[must_use]
    pub fn autocomplete(&self) -> &'static str {
        match self.kind {
            Kind::AnyIdentifier | Kind::Identifier(IdentifierKind::Username) => "username",
            Kind::Identifier(IdentifierKind::Email) => "email",
            Kind::Identifier(IdentifierKind::Phone) => "tel",
            Kind::Password => "current-password",
            Kind::NewPassword { .. } | Kind::PasswordAgain => "new-password",
            Kind::Code { .. } => "one-time-code",
            Kind::Checkbox | Kind::Channel => "",
        }
    }

    /// Whether a refused form may show the value again.
    #[must_use]
    pub fn may_echo(&self) -> bool {
        !matches!(self.kind, Kind::Code { .. } | Kind::Password | Kind::NewPassword { .. } | Kind::PasswordAgain)
    }

    /// What a select offers.
    #[must_use]
    pub fn choices(&self) -> &'static [&'static str] {
        if self.kind == Kind::Channel { &["email", "phone"] } else { &[] }
    }

    /// The keyboard a small screen should show, or nothing.
    #[must_use]
    pub fn input_mode(&self) -> &'static str {
        if self.kind == (Kind::Code { digits: true }) { "numeric" } else { "" }
    }

    /// The most characters a box lets one type, where that is a rule of the kind.
    #[must_use]
    pub fn max_length(&self) -> Option<usize> {
        match self.kind {
            Kind::Identifier(IdentifierKind::Username) => Some(150),
            Kind::Identifier(IdentifierKind::Email) => Some(254),
            _ => None,
        }
    }

    /// What programs are told of the field.
    #[must_use]
    pub fn describe(&self) -> Value {
        let mut all = Map::new();
        all.insert("name".into(), json!(self.name));
        all.insert("type".into(), json!(self.input_type()));
        all.insert("label".into(), json!(self.label));
        all.insert("required".into(), json!(self.required));
        if !self.help.is_empty() {
            all.insert("help".into(), json!(self.help));
        }
        if !self.autocomplete().is_empty() {
            all.insert("autocomplete".into(), json!(self.autocomplete()));
        }
        if let Some(max) = self.max_length() {
            all.insert("max_length".into(), json!(max));
        }
        if let Kind::NewPassword { min_length, max_bytes } = self.kind {
            all.insert("min_length".into(), json!(min_length));
            all.insert("max_bytes".into(), json!(max_bytes));
        }
        Value::Object(all)
    }

    /// Notes the field as missing, unless there is a mistake in it already.
    pub fn missing(&self, errors: &mut FormErrors) {
        if !errors.has(self.name) {
            errors.add(self.name, crate::error::Code::Required);
        }
    }
}

/// "username, email or phone"
pub(super) fn in_words(kinds: &[IdentifierKind]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    match words.as_slice() {
        [] => "identifier".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
