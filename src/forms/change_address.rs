//! The forms that change and remove an address: what each asks for, and what was sent. Refuses to know whose address it is.

use super::extension::FormName;
use super::field::Field;
use super::filled::SmallForm;
use super::input::Input;
use super::kind::Kind;
use crate::error::FormErrors;
use crate::identifiers::{Flaw, Identifier, IdentifierKind, Region};
use crate::phrase::Phrase;
use secrecy::SecretString;

/// What somebody wants changed, as far as it could be read.
#[derive(Debug, Default)]
pub struct AddressChange {
    /// The address to be.
    pub new: Option<Identifier>,
    /// Exactly as sent; an account without a password sends none.
    pub password: Option<SecretString>,
}

/// The form in which this kind of address is changed.
#[must_use]
pub fn changing(kind: IdentifierKind) -> FormName {
    if kind == IdentifierKind::Phone { FormName::ChangePhone } else { FormName::ChangeEmail }
}

/// The name of the box for the address to be.
#[must_use]
pub fn new_name(kind: IdentifierKind) -> &'static str {
    if kind == IdentifierKind::Phone { "new_phone" } else { "new_email" }
}

/// The address to be, and the password if the account has one.
#[must_use]
pub fn change(kind: IdentifierKind, has_password: bool, region: Option<Region>) -> SmallForm {
    let (label, help) = match kind {
        IdentifierKind::Phone => (Phrase::new("field-new-phone"), phone_help(region)),
        _ => (Phrase::new("field-new-email"), Phrase::NONE),
    };
    let mut fields = vec![Field::new(new_name(kind), label, Kind::Identifier(kind)).required().help(help)];
    fields.extend(password(has_password));
    SmallForm { fields }
}

/// How a phone number is written where there is no region to read it in.
pub(super) fn phone_help(region: Option<Region>) -> Phrase {
    if region.is_none() { Phrase::new("field-phone-help") } else { Phrase::NONE }
}

/// The code that was sent to the address to be.
#[must_use]
pub fn confirm(kind: IdentifierKind) -> SmallForm {
    let digits = kind == IdentifierKind::Phone;
    SmallForm { fields: vec![Field::new("code", Phrase::new("field-code"), Kind::Code { digits }).required()] }
}

/// The password, if the account has one.
#[must_use]
pub fn remove(has_password: bool) -> SmallForm {
    SmallForm { fields: password(has_password).into_iter().collect() }
}

/// Nothing but a button.
#[must_use]
pub fn nothing() -> SmallForm {
    SmallForm { fields: Vec::new() }
}

fn password(has_password: bool) -> Option<Field> {
    has_password.then(|| Field::new("password", Phrase::new("field-password"), Kind::Password).required())
}

/// What could be read of the form [`change`], and every mistake in it but one: whether a password is missing, only
/// whoever knows the account can say.
#[must_use]
pub fn read_change(kind: IdentifierKind, input: &Input, region: Option<Region>) -> (AddressChange, FormErrors) {
    let mut errors = FormErrors::default();
    let name = new_name(kind);
    let mut asked = AddressChange::default();
    match input.text(name, &mut errors).map(|raw| Identifier::parse(kind, raw, region)) {
        Some(Ok(new)) => asked.new = Some(new),
        Some(Err(Flaw { code, detail })) => errors.say(name, code, detail),
        None if !errors.has(name) => errors.add(name, crate::error::Code::Required),
        None => {}
    }
    asked.password = input.secret("password", &mut errors);
    input.refuse_others(&[name, "password"], &mut errors);
    (asked, errors)
}

/// The same for the form [`remove`].
#[must_use]
pub fn read_remove(input: &Input) -> (Option<SecretString>, FormErrors) {
    let mut errors = FormErrors::default();
    let password = input.secret("password", &mut errors);
    input.refuse_others(&["password"], &mut errors);
    (password, errors)
}
