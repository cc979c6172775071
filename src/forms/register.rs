//! Registration forms: the trait that any form implements, and the one form that is made of a list of fields.
//! Refuses to know who is registered already.

use super::field::Field;
use super::fields_form::FieldsForm;
use super::input::Input;
use super::kind::Kind;
use crate::db::profile_keys::ProfileKey;
use crate::db::users::NewUser;
use crate::db::{Conn, User};
use crate::error::{FormErrors, Result};
use crate::identifiers::{IdentifierKind, Region};
use crate::passwords::Policy;
use crate::phrase::Phrase;
use crate::settings::Settings;
use secrecy::SecretString;
use std::any::Any;
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
    /// What a typed form read, for its work after the registration.
    pub typed: Option<Arc<dyn Any + Send + Sync>>,
}

/// A registration form. The core's own rules hold whatever the form says: identifiers are valid by their type, and
/// uniqueness and the password policy are checked afterwards.
pub trait RegistrationForm: Send + Sync {
    /// Its name in the settings.
    fn name(&self) -> &str;
    /// The heading of its page.
    fn title(&self) -> Phrase;
    /// A line under the heading that says what the fields together want, or empty.
    fn intro(&self) -> Phrase {
        Phrase::NONE
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
    /// Work in the transaction that makes the account. When it fails, there is no account.
    ///
    /// # Errors
    /// Whatever keeps the account from being made.
    fn after_register(&self, conn: &mut Conn, user: &User, registration: &Registration) -> Result<()> {
        let _ = (conn, user, registration);
        Ok(())
    }
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

impl Rules {
    /// The rules of these settings, for forms registered in code. The validators of new passwords are asked by the core.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let passwords = &settings.passwords;
        let policy =
            Policy { min_length: passwords.min_length, max_bytes: passwords.max_bytes, validators: Vec::new() };
        Self {
            region: settings.phone.default_region.as_deref().and_then(|code| Region::parse(code).ok()),
            phones: settings.phone_authentication_active,
            policy: Arc::new(policy),
        }
    }

    /// The boxes of the password and of the password again.
    #[must_use]
    pub fn password_fields(&self) -> [Field; 2] {
        passwords(&self.policy)
    }
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
        let identifier = |kind: &IdentifierKind| Field { required: *required, ..Field::identifier(*kind) };
        let mut fields: Vec<Field> = asked.iter().map(identifier).collect();
        fields.extend(passwords(&rules.policy));
        FieldsForm::new(*name, Phrase::new("register-title"), None, fields, rules)
    });
    made.filter(FieldsForm::asks_for_an_identifier).collect()
}

fn passwords(policy: &Policy) -> [Field; 2] {
    let kind = Kind::NewPassword { min_length: policy.min_length, max_bytes: policy.max_bytes };
    [
        Field::new("password", Phrase::new("field-password"), kind).required().help(password_help(policy.min_length)),
        Field::new("password_confirm", Phrase::new("field-password-again"), Kind::PasswordAgain),
    ]
}

/// What the box of a new password says of itself.
pub(super) fn password_help(fewest: usize) -> Phrase {
    Phrase::new("field-password-help").with("count", fewest)
}
