//! The forms of verification and of password reset: what each asks for, of somebody who is signed in or not.

use super::extension::FormName;
use super::field::Field;
use super::filled::SmallForm;
use super::kind::Kind;
use super::register::password_help;
use crate::identifiers::IdentifierKind;
use crate::passwords::Policy;
use crate::phrase::Phrase;

/// The form in which this kind of address is verified.
#[must_use]
pub fn verifying(kind: IdentifierKind) -> FormName {
    if kind == IdentifierKind::Phone { FormName::VerifyPhone } else { FormName::VerifyEmail }
}

/// Whose address, and the code. Signed in, the address is known.
#[must_use]
pub fn verify(kind: IdentifierKind, signed_in: bool) -> SmallForm {
    let mut fields = address(kind, signed_in);
    fields.push(code(kind == IdentifierKind::Phone));
    SmallForm { fields }
}

/// Where to send another code. Signed in, nothing is asked.
#[must_use]
pub fn resend(kind: IdentifierKind, signed_in: bool) -> SmallForm {
    SmallForm { fields: address(kind, signed_in) }
}

/// Whose password to reset, and for a username by which way.
#[must_use]
pub fn reset_password() -> SmallForm {
    let channel =
        Field::new("channel", Phrase::new("field-channel"), Kind::Channel).help(Phrase::new("field-channel-help"));
    SmallForm { fields: vec![identifier(), channel] }
}

/// The code, and the password to be.
#[must_use]
pub fn confirm_reset(policy: &Policy) -> SmallForm {
    let mut fields = vec![identifier(), code(false)];
    fields.extend(passwords(policy));
    SmallForm { fields }
}

/// The code alone: for whoever left the passwords empty, since a code that releases an address needs none.
#[must_use]
pub fn reset_code() -> SmallForm {
    SmallForm { fields: vec![identifier(), code(false)] }
}

/// The password to be, where a link stands for the code.
#[must_use]
pub fn confirm_reset_by_link(policy: &Policy) -> SmallForm {
    SmallForm { fields: passwords(policy).into() }
}

fn address(kind: IdentifierKind, signed_in: bool) -> Vec<Field> {
    if signed_in { Vec::new() } else { vec![Field::identifier(kind).required()] }
}

fn identifier() -> Field {
    Field::new("identifier", Phrase::new("field-identifier"), Kind::AnyIdentifier).required()
}

fn code(digits: bool) -> Field {
    Field::new("code", Phrase::new("field-code"), Kind::Code { digits }).required()
}

fn passwords(policy: &Policy) -> [Field; 2] {
    let kind = Kind::NewPassword { min_length: policy.min_length, max_bytes: policy.max_bytes };
    let help = password_help(policy.min_length);
    [
        Field::new("new_password", Phrase::new("field-new-password"), kind).required().help(help),
        Field::new("new_password_confirm", Phrase::new("field-new-password-again"), Kind::PasswordAgain),
    ]
}
