//! One field of a form: its name, its label, what may be in it. The same field draws the page, checks the JSON
//! and describes itself to programs.

use super::checks::{Checks, Choice};
use super::kind::{Kind, NAME_LENGTH, ProfileType};
use crate::error::FormErrors;
use crate::identifiers::IdentifierKind;
use crate::phrase::Phrase;
use serde_json::Value;
use std::borrow::Cow;

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The JSON member and the name of the box.
    pub name: Cow<'static, str>,
    /// What people call it.
    pub label: Phrase,
    /// What it takes.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// The field of the same form without which this one must be there.
    pub required_unless: Option<String>,
    /// A line of help under the label, or none.
    pub help: Phrase,
    /// What its value must keep beyond its kind.
    pub checks: Checks,
    /// What stands in the box at first, and is stored when a program sends nothing.
    pub default: Option<Value>,
    /// The heading it stands under, together with its neighbours of the same group.
    pub group: Option<Phrase>,
    /// The HTML autofill token, in place of that of its kind.
    pub autofill: Option<Cow<'static, str>>,
}

impl Field {
    /// A field that need not be there.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, label: Phrase, kind: Kind) -> Self {
        Self {
            name: name.into(),
            label,
            kind,
            required: false,
            required_unless: None,
            help: Phrase::NONE,
            checks: Checks::default(),
            default: None,
            group: None,
            autofill: None,
        }
    }

    /// The box of one identifier.
    #[must_use]
    pub fn identifier(kind: IdentifierKind) -> Self {
        let label = match kind {
            IdentifierKind::Username => Phrase::new("field-username"),
            IdentifierKind::Email => Phrase::new("field-email"),
            IdentifierKind::Phone => Phrase::new("field-phone"),
        };
        Self::new(kind.as_str(), label, Kind::Identifier(kind))
    }

    /// The box of the given name.
    #[must_use]
    pub fn first_name() -> Self {
        Self::new("first_name", Phrase::new("field-first-name"), Kind::Name)
    }

    /// The box of the family name.
    #[must_use]
    pub fn last_name() -> Self {
        Self::new("last_name", Phrase::new("field-last-name"), Kind::Name)
    }

    /// A field of the profile.
    #[must_use]
    pub fn profile(name: impl Into<Cow<'static, str>>, label: Phrase, kind: ProfileType) -> Self {
        Self::new(name, label, Kind::Profile(kind))
    }

    /// The type of profile field it is, if it is one.
    #[must_use]
    pub fn profile_type(&self) -> Option<ProfileType> {
        match self.kind {
            Kind::Profile(kind) => Some(kind),
            _ => None,
        }
    }

    /// The same field, with what its value must keep.
    #[must_use]
    pub fn checks(mut self, checks: Checks) -> Self {
        self.checks = checks;
        self
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
    pub fn help(mut self, help: Phrase) -> Self {
        self.help = help;
        self
    }

    /// The type of the HTML box, and the `type` that programs are told.
    #[must_use]
    pub fn input_type(&self) -> &'static str {
        match self.kind {
            Kind::Identifier(IdentifierKind::Username) | Kind::AnyIdentifier | Kind::Code { .. } | Kind::Name => "text",
            Kind::Channel => "select",
            Kind::Identifier(IdentifierKind::Email) => "email",
            Kind::Identifier(IdentifierKind::Phone) => "tel",
            Kind::Password | Kind::NewPassword { .. } | Kind::PasswordAgain => "password",
            Kind::Checkbox => "checkbox",
            Kind::Profile(kind) => kind.as_str(),
        }
    }

    /// The HTML autofill token, or nothing.
    #[must_use]
    pub fn autocomplete(&self) -> &str {
        if let Some(token) = &self.autofill {
            return token;
        }
        match self.kind {
            Kind::AnyIdentifier | Kind::Identifier(IdentifierKind::Username) => "username",
            Kind::Identifier(IdentifierKind::Email) => "email",
            Kind::Identifier(IdentifierKind::Phone) => "tel",
            Kind::Password => "current-password",
            Kind::NewPassword { .. } | Kind::PasswordAgain => "new-password",
            Kind::Code { .. } => "one-time-code",
            Kind::Name if self.name == "first_name" => "given-name",
            Kind::Name => "family-name",
            Kind::Checkbox | Kind::Channel | Kind::Profile(_) => "",
        }
    }

    /// Whether a refused form may show the value again.
    #[must_use]
    pub fn may_echo(&self) -> bool {
        !matches!(self.kind, Kind::Code { .. } | Kind::Password | Kind::NewPassword { .. } | Kind::PasswordAgain)
    }

    /// What a select offers.
    #[must_use]
    pub fn choices(&self) -> Cow<'_, [Choice]> {
        if self.kind == Kind::Channel {
            let choice = |value: &str, label| Choice { value: value.to_owned(), label };
            return vec![
                choice("email", Phrase::new("field-channel-email")),
                choice("phone", Phrase::new("field-channel-phone")),
            ]
            .into();
        }
        self.checks.choices.as_slice().into()
    }

    /// The keyboard a small screen should show, or nothing.
    #[must_use]
    pub fn input_mode(&self) -> &'static str {
        match self.kind {
            Kind::Code { digits: true } => "numeric",
            Kind::Profile(ProfileType::Number) => "decimal",
            _ => "",
        }
    }

    /// The most characters it may have, by its own rule or by that of its kind.
    #[must_use]
    pub fn max_length(&self) -> Option<usize> {
        let of_kind = match self.kind {
            Kind::Identifier(IdentifierKind::Username) | Kind::Name => Some(NAME_LENGTH),
            Kind::Identifier(IdentifierKind::Email) => Some(254),
            Kind::Profile(kind) => kind.usual_length(),
            _ => None,
        };
        self.checks.max_length.or(of_kind)
    }

    /// Whether it takes a password to be, or that again.
    #[must_use]
    pub fn is_password(&self) -> bool {
        matches!(self.kind, Kind::NewPassword { .. } | Kind::PasswordAgain)
    }

    /// Whether a form without it is refused, whatever else is in it.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.required || self.checks.must_be_true
    }

    /// Notes the field as missing, unless there is a mistake in it already.
    pub fn missing(&self, errors: &mut FormErrors) {
        if !errors.has(&self.name) {
            errors.add(self.name.clone(), crate::error::Code::Required);
        }
    }
}

/// "Give at least one: username, email or phone."
pub(super) fn at_least_one(kinds: &[IdentifierKind]) -> Phrase {
    Phrase::new("forms-at-least-one").with("identifiers", listed(kinds, false))
}

/// "Username, email or phone", as it stands alone or within a sentence.
pub(super) fn listed(kinds: &[IdentifierKind], alone: bool) -> Phrase {
    let called = |at: usize, kind: &IdentifierKind| {
        Phrase::new(match (kind, alone && at == 0) {
            (IdentifierKind::Username, true) => "identifier-username-alone",
            (IdentifierKind::Email, true) => "identifier-email-alone",
            (IdentifierKind::Phone, true) => "identifier-phone-alone",
            (IdentifierKind::Username, false) => "identifier-username",
            (IdentifierKind::Email, false) => "identifier-email",
            (IdentifierKind::Phone, false) => "identifier-phone",
        })
    };
    let mut words = kinds.iter().enumerate().map(|(at, kind)| called(at, kind));
    let Some(mut all) = words.next() else { return Phrase::new("identifier-any") };
    let last = words.next_back();
    for next in words {
        all = Phrase::new("list-comma").with("first", all).with("next", next);
    }
    match last {
        Some(last) => Phrase::new("list-or").with("first", all).with("last", last),
        None => all,
    }
}
