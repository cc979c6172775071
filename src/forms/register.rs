//! Registration forms: the trait that any form implements, and the one form that is made of a list of fields.
//! Refuses to know who is registered already.

use super::field::{Field, in_words};
use super::input::{Input, Source};
use super::kind::Kind;
use super::profile::{check_size, key, store};
use super::value::{self, Sent};
use crate::db::profile_keys::ProfileKey;
use crate::db::users::NewUser;
use crate::error::{Code, FormErrors};
use crate::identifiers::{Email, Flaw, Identifier, IdentifierKind, Phone, Region, Username};
use crate::passwords::Policy;
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;

/// What a registration form makes of an input.
#[derive(Clone, Debug, Default)]
pub struct Registration {
    /// The account to be.
    pub user: NewUser,
    /// Its password; none makes an account that cannot sign in with one.
    pub password: Option<SecretString>,
    /// What its profile is unique by.
    pub keys: Vec<ProfileKey>,
}

/// A registration form. The core's own rules hold whatever the form says: identifiers are valid by their type, and
/// uniqueness and the password policy are checked afterwards.
pub trait RegistrationForm: Send + Sync {
    /// Its name in the settings.
    fn name(&self) -> &str;
    /// The heading of its page.
    fn title(&self) -> &str;
    /// A line under the heading that says what the fields together want, or empty.
    #[allow(clippy::unnecessary_literal_bound, reason = "a form of one's own may own its words")]
    fn intro(&self) -> &str {
        ""
    }
    /// Its fields, in order.
    fn fields(&self) -> &[Field];
    /// Those of its fields that end up in the account's `profile`.
    fn profile_fields(&self) -> Vec<&Field> {
        self.fields().iter().filter(|field| field.profile_type().is_some()).collect()
    }
    /// What could be read of the input, and every mistake in it. The account is made only without mistakes; what
    /// could be read lets the core say in the same answer which identifiers are taken.
    fn clean(&self, input: &Input) -> (Registration, FormErrors);
}

/// What the settings say that every registration form needs.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Region of phone numbers without a country code.
    pub region: Option<Region>,
    /// Whether phone numbers exist on this site.
    pub phones: bool,
    /// The rules for new passwords.
    pub policy: Arc<Policy>,
}

/// A registration form made of a list of fields.
#[derive(Clone, Debug)]
pub struct FieldsForm {
    name: String,
    title: String,
    intro: String,
    fields: Vec<Field>,
    rules: Rules,
}

/// The forms that come with the program, as names, and the identifiers each asks for and requires.
const BUILT_IN: [(&str, &[IdentifierKind], bool); 5] = {
    use IdentifierKind::{Email, Phone, Username};
    [
        ("register", &[Username, Email, Phone], false),
        ("register_username", &[Username], true),
        ("register_email", &[Email], true),
        ("register_phone", &[Phone], true),
        ("register_full", &[Username, Email, Phone], true),
    ]
};

/// The forms that come with the program. Without phones, none asks for one.
#[must_use]
pub fn built_in(rules: &Rules) -> Vec<FieldsForm> {
    let made = BUILT_IN.iter().map(|(name, kinds, required)| {
        let asked: Vec<IdentifierKind> =
            kinds.iter().copied().filter(|kind| rules.phones || *kind != IdentifierKind::Phone).collect();
        let identifier =
            |kind: &IdentifierKind| Field { required: *required, ..with_help(Field::identifier(*kind), rules) };
        let mut fields: Vec<Field> = asked.iter().map(identifier).collect();
        fields.extend(passwords(&rules.policy));
        let intro = if *required { String::new() } else { format!("Give at least one: {}.", in_words(&asked)) };
        FieldsForm { name: (*name).into(), title: "Create your account".into(), intro, fields, rules: rules.clone() }
    });
    made.filter(FieldsForm::asks_for_an_identifier).collect()
}

fn with_help(field: Field, rules: &Rules) -> Field {
    match field.kind {
        Kind::Identifier(IdentifierKind::Phone) if rules.region.is_none() => {
            field.help("With + and country code, such as +49 1512 3456789.")
        }
        Kind::Identifier(IdentifierKind::Username) => field.help("Letters, numbers, and . _ -"),
        _ => field,
    }
}

fn passwords(policy: &Policy) -> [Field; 2] {
    let kind = Kind::NewPassword { min_length: policy.min_length, max_bytes: policy.max_bytes };
    [
        Field::new("password", "Password", kind)
            .required()
            .help(format!("At least {} characters. A sentence only you would say is a good one.", policy.min_length)),
        Field::new("password_confirm", "Password again", Kind::PasswordAgain),
    ]
}

impl FieldsForm {
    fn asks_for_an_identifier(&self) -> bool {
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
                if let Some((code, detail)) = field.checks.text(identifier.as_str(), field.help.as_str()) {
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
            let label =
                self.fields.iter().find(|field| field.name == *other).map_or(other.as_str(), |f| f.label.as_str());
            errors.say(field.name.clone(), Code::Required, format!("Give this, or this one: {label}."));
        }
    }

    fn any_identifier(&self, user: &NewUser, errors: &mut FormErrors) {
        let asked = || self.fields.iter().filter(|field| field.identifier_kind().is_some());
        if user.identifiers().next().is_none() && !asked().any(|field| errors.has(&field.name)) {
            let asked: Vec<IdentifierKind> = asked().filter_map(Field::identifier_kind).collect();
            errors.whole(Code::NoIdentifier, format!("Give at least one: {}.", in_words(&asked)));
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
        Some(password)
    }
}

impl RegistrationForm for FieldsForm {
    fn name(&self) -> &str {
        &self.name
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn intro(&self) -> &str {
        &self.intro
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
