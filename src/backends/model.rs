//! The built-in backends: accounts of our own table, found by one kind of identifier or by several.

use super::AuthenticationBackend;
use crate::db::{Conn, User, users};
use crate::error::Result;
use crate::identifiers::{Identifier, IdentifierKind};

/// A backend over our own accounts.
#[derive(Clone, Copy, Debug)]
pub struct ModelBackend(&'static [IdentifierKind]);

impl AuthenticationBackend for ModelBackend {
    fn accepts(&self) -> &'static [IdentifierKind] {
        self.0
    }

    fn find(&self, conn: &mut Conn, identifier: &Identifier) -> Result<Option<User>> {
        users::find(conn, identifier)
    }
}

/// The built-in backends by name. Without phones, those named after them are missing and `any` takes the other two.
#[must_use]
pub fn built_in(phones: bool) -> Vec<(&'static str, ModelBackend)> {
    use IdentifierKind::{Email, Phone, Username};
    let mut all: Vec<(&str, ModelBackend)> = vec![
        ("username", ModelBackend(&[Username])),
        ("email", ModelBackend(&[Email])),
        ("username_or_email", ModelBackend(&[Username, Email])),
    ];
    if phones {
        all.push(("phone", ModelBackend(&[Phone])));
        all.push(("username_or_phone", ModelBackend(&[Username, Phone])));
    }
    all.push(("any", ModelBackend(if phones { &[Username, Email, Phone] } else { &[Username, Email] })));
    all
}
