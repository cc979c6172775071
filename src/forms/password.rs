//! The forms of somebody who is signed in: a new password, and the present one to confirm. Refuses to know whether a
//! password is right, and which the policy takes.

use super::field::Field;
use super::filled::SmallForm;
use super::input::{Input, Source};
use super::kind::Kind;
use super::register::password_help;
use crate::error::{Code, FormErrors};
use crate::passwords::Policy;
use crate::phrase::Phrase;
use secrecy::{ExposeSecret, SecretString};

/// What somebody sent to change their password: what could be read of it.
#[derive(Debug, Default)]
pub struct PasswordChange {
    /// The present one; none where none was sent.
    pub current: Option<SecretString>,
    /// The one to be.
    pub new: Option<SecretString>,
}

/// The fields of a change. An account that has no password is not asked for it.
#[must_use]
pub fn fields(policy: &Policy, has_password: bool) -> Vec<Field> {
    let kind = Kind::NewPassword { min_length: policy.min_length, max_bytes: policy.max_bytes };
    let help = password_help(policy.min_length);
    let mut fields = vec![
        Field::new("new_password", Phrase::new("field-new-password"), kind).required().help(help),
        Field::new("new_password_confirm", Phrase::new("field-new-password-again"), Kind::PasswordAgain),
    ];
    if has_password {
        fields.insert(
            0,
            Field::new("current_password", Phrase::new("field-current-password"), Kind::Password).required(),
        );
    }
    fields
}

/// Reads a change. What must be there beside the new password is for whoever knows the account to say.
#[must_use]
pub fn clean(input: &Input) -> (PasswordChange, FormErrors) {
    let mut errors = FormErrors::default();
    let current = input.secret("current_password", &mut errors);
    let new = input.secret("new_password", &mut errors);
    if new.is_none() && !errors.has("new_password") {
        errors.add("new_password", Code::Required);
    }
    match (&new, input.secret("new_password_confirm", &mut errors)) {
        (Some(new), Some(again)) if new.expose_secret() != again.expose_secret() => {
            errors.add("new_password_confirm", Code::Mismatch);
        }
        // A program may leave the second entry out; a person may not.
        (_, None) if input.source() == Source::Page => errors.add("new_password_confirm", Code::Required),
        _ => {}
    }
    input.refuse_others(&["current_password", "new_password", "new_password_confirm"], &mut errors);
    (PasswordChange { current, new }, errors)
}

/// The present password, to delete the account. One that has none proves itself by having signed in just now.
#[must_use]
pub fn deletion(has_password: bool) -> SmallForm {
    let password = Field::new("password", Phrase::new("field-password"), Kind::Password);
    SmallForm { fields: vec![if has_password { password.required() } else { password }] }
}

/// The present password, to confirm that its owner is there.
#[must_use]
pub fn confirm() -> SmallForm {
    SmallForm { fields: vec![Field::new("password", Phrase::new("field-password"), Kind::Password).required()] }
}
