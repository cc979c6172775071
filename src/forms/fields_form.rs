//! The registration form that is made of a list of fields: the built-in ones, and those declared without code.

use super::field::{Field, at_least_one};
use super::input::{Input, Source};
use super::kind::Kind;
use super::profile::{check_size, key, store};
use super::register::{Registration, RegistrationForm, Rules};
use super::value::{self, Sent};
use crate::db::users::NewUser;
use crate::error::{Code, FormErrors};
use crate::identifiers::{Email, Flaw, Identifier, IdentifierKind, Phone, Region, Username};
use crate::phrase::Phrase;
use secrecy::{ExposeSecret, SecretString};

/// A registration form made of a list of fields.
#[derive(Clone, Debug)]
pub struct FieldsForm {
    name: String,
    title: Phrase,
    intro: Phrase,
    fields: Vec<Field>,
    rules: Rules,
}

fn with_help(field: Field, rules: &Rules) -> Field {
    match field.kind {
        _ if !field.help.is_empty() => field,
        Kind::Identifier(IdentifierKind::Phone) if rules.region.is_none() => {
            field.help(Phrase::new("field-phone-help"))
        }
        Kind::Identifier(IdentifierKind::Username) => field.help(Phrase::new("field-username-help")),
        _ => field,
    }
}

impl FieldsForm {
    /// A form of these fields. Without an `intro`, a form that asks for several identifiers and requires none says so.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        title: Phrase,
        intro: Option<Phrase>,
        fields: Vec<Field>,
        rules: &Rules,
    ) -> Self {
        let fields: Vec<Field> = fields.into_iter().map(|field| with_help(field, rules)).collect();
        let asked: Vec<&Field> = fields.iter().filter(|field| field.identifier_kind().is_some()).collect();
        let any = asked.len() > 1 && asked.iter().all(|field| !field.required && field.required_unless.is_none());
        let kinds: Vec<IdentifierKind> = asked.iter().filter_map(|field| field.identifier_kind()).collect();
        let intro = intro.unwrap_or_else(|| if any { at_least_one(&kinds) } else { Phrase::NONE });
        Self { name: name.into(), title, intro, fields, rules: rules.clone() }
    }

    /// Region of phone numbers without a country code.
    pub(super) fn region(&self) -> Option<Region> {
        self.rules.region
    }

    pub(super) fn asks_for_an_identifier(&self) -> bool {
        self.fields.iter().any(|field| matches!(field.kind, Kind::Identifier(_)))
    }

    fn asks_again(&self) -> bool {
        self.fields.iter().any(|field| field.kind == Kind::PasswordAgain)
    }

    fn identifier(
        &self,
        field: &Field,
        kind: IdentifierKind,
        input: &Input,
        user: &mut NewUser,
        errors: &mut FormErrors,
    ) {
        let Some(raw) = input.text(&field.name, errors) else {
            self.absent(field, input, errors);
            return;
        };
        let read = match kind {
            IdentifierKind::Username => Username::parse(raw).map(|value| {
                user.username = Some(value.clone());
                Identifier::Username(value)
            }),
            IdentifierKind::Email => Email::parse(raw).map(|value| {
                user.email = Some(value.clone());
                Identifier::Email(value)
            }),
            IdentifierKind::Phone => Phone::parse(raw, self.rules.region).map(|value| {
                user.phone = Some(value.clone());
                Identifier::Phone(value)
            }),
        };
        match read {
            Err(Flaw { code, detail }) => errors.say(field.name.clone(), code, detail),
            Ok(identifier) => {
                if let Some((code, detail)) = field.checks.text(identifier.as_str(), &field.help) {
                    errors.say(field.name.clone(), code, detail);
                }
            }
        }
    }

    /// Notes a field that must be there and is not.
    fn absent(&self, field: &Field, input: &Input, errors: &mut FormErrors) {
        if field.is_required() {
            field.missing(errors);
        } else if let Some(other) = &field.required_unless
            && !value::is_given(input, other)
            && !errors.has(&field.name)
        {
            let label = self.fields.iter().find(|field| field.name == *other).map(|field| field.label.clone());
            let label = label.unwrap_or_else(|| Phrase::verbatim(other.clone()));
            errors.say(field.name.clone(), Code::Required, Phrase::new("forms-or-other").with("other", label));
        }
    }

    fn any_identifier(&self, user: &NewUser, errors: &mut FormErrors) {
        let asked = || self.fields.iter().filter(|field| field.identifier_kind().is_some());
        if user.identifiers().next().is_none() && !asked().any(|field| errors.has(&field.name)) {
            let asked: Vec<IdentifierKind> = asked().filter_map(Field::identifier_kind).collect();
            errors.whole(Code::NoIdentifier, at_least_one(&asked));
        }
    }

    /// A name, or a field of the profile.
    fn value(&self, field: &Field, input: &Input, registration: &mut Registration, errors: &mut FormErrors) {
        let value = match value::read(field, input, errors) {
            Sent::Value(value) => value,
            Sent::Wrong => return,
            // On a page the default stood in the box, and whoever emptied it meant it.
            Sent::Absent | Sent::None => match &field.default {
                Some(default) if input.source() != Source::Page => default.clone(),
                _ => return self.absent(field, input, errors),
            },
        };
        let user = &mut registration.user;
        let text = || value.as_str().unwrap_or_default().to_owned();
        match (&field.kind, &*field.name) {
            (Kind::Name, "first_name") => user.first_name = text(),
            (Kind::Name, _) => user.last_name = text(),
            _ => {
                registration.keys.extend(key(field, Some(&value), self.rules.region));
                store(&mut user.profile.0, field, Some(value));
            }
        }
    }

    fn password(&self, field: &Field, input: &Input, errors: &mut FormErrors) -> Option<SecretString> {
        let again = input.secret("password_confirm", errors);
        let Some(password) = input.secret("password", errors) else {
            if field.required {
                field.missing(errors);
            }
            return None;
        };
        match again {
            Some(again) if again.expose_secret() != password.expose_secret() => {
                errors.add("password_confirm", Code::Mismatch);
            }
            None if self.asks_again() && input.source() == Source::Page && !errors.has("password_confirm") => {
                errors.add("password_confirm", Code::Required);
            }
            _ => {}
        }
        if let Kind::NewPassword { min_length, .. } = field.kind {
            let length = password.expose_secret().chars().count();
            // Shorter than the policy's own minimum, and the policy says so.
            if length < min_length && length >= self.rules.policy.min_length {
                let words = Phrase::new("forms-too-short").with("count", min_length);
                errors.say("password", Code::PasswordTooShort, words);
            }
        }
        Some(password)
    }
}

impl RegistrationForm for FieldsForm {
    fn name(&self) -> &str {
        &self.name
    }

    fn title(&self) -> Phrase {
        self.title.clone()
    }

    fn intro(&self) -> Phrase {
        self.intro.clone()
    }

    fn fields(&self) -> &[Field] {
        &self.fields
    }

    fn clean(&self, input: &Input) -> (Registration, FormErrors) {
        let mut errors = FormErrors::default();
        let mut made = Registration::default();
        let last = self.fields.iter().rposition(|field| field.identifier_kind().is_some());
        for (at, field) in self.fields.iter().enumerate() {
            match field.kind {
                Kind::Identifier(kind) => self.identifier(field, kind, input, &mut made.user, &mut errors),
                Kind::NewPassword { .. } => made.password = self.password(field, input, &mut errors),
                Kind::Name | Kind::Profile(_) => self.value(field, input, &mut made, &mut errors),
                _ => {}
            }
            if Some(at) == last {
                self.any_identifier(&made.user, &mut errors);
            }
        }
        check_size(&made.user.profile.0, &mut errors);
        let mut known: Vec<&str> = self.fields.iter().map(|field| field.name.as_ref()).collect();
        if known.contains(&"password") {
            known.push("password_confirm");
        }
        input.refuse_others(&known, &mut errors);
        (made, errors)
    }
}
