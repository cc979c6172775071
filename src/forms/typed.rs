//! Registration forms as Rust types: a struct that serde reads and validator checks. What the core needs of a registration
//! (identifiers, password, types of the fields) is read by the fields beforehand, so that no struct can be laxer.

use super::field::Field;
use super::fields_form::FieldsForm;
use super::input::Input;
use super::profile::{check_size, key};
use super::register::{Registration, RegistrationForm, Rules};
use super::typed_checks::typed;
use crate::db::{Conn, Json, User};
use crate::error::{FormErrors, Result};
use crate::phrase::Phrase;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::fmt;
use std::sync::Arc;
use validator::Validate;

/// What a typed form makes of an account, beside the identifiers and the password, which the core reads itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// Given name, or empty.
    pub first_name: String,
    /// Family name, or empty.
    pub last_name: String,
    /// Everything else that is to be kept with the account.
    pub profile: Map<String, Value>,
}

type After<T> = Box<dyn Fn(&mut Conn, &User, &T) -> Result<()> + Send + Sync>;

/// A registration form that ends in a value of type `T`. Its fields draw the page, describe the form to programs and check
/// each value; `T` says what the values together must be. A password is never part of `T`.
pub struct TypedForm<T> {
    form: FieldsForm,
    after: Option<After<T>>,
}

impl<T> TypedForm<T> {
    /// A form of these fields. `T` has a member for each field that it wants to see, of the same name.
    #[must_use]
    pub fn new(name: &str, title: Phrase, fields: Vec<Field>, rules: &Rules) -> Self {
        Self { form: FieldsForm::new(name, title, None, fields, rules), after: None }
    }

    /// The same form, with work to do in the transaction that makes the account. When it fails, there is no account; a
    /// mistake that the person can mend is an [`crate::error::Error::Invalid`].
    #[must_use]
    pub fn after_register(mut self, work: impl Fn(&mut Conn, &User, &T) -> Result<()> + Send + Sync + 'static) -> Self {
        self.after = Some(Box::new(work));
        self
    }
}

impl<T> fmt::Debug for TypedForm<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TypedForm").field("form", &self.form).finish_non_exhaustive()
    }
}

impl<T> RegistrationForm for TypedForm<T>
where
    T: DeserializeOwned + Validate + Send + Sync + 'static,
    Details: for<'t> From<&'t T>,
{
    fn name(&self) -> &str {
        self.form.name()
    }

    fn title(&self) -> Phrase {
        self.form.title()
    }

    fn intro(&self) -> Phrase {
        self.form.intro()
    }

    fn fields(&self) -> &[Field] {
        self.form.fields()
    }

    fn clean(&self, input: &Input) -> (Registration, FormErrors) {
        let (mut made, mut errors) = self.form.clean(input);
        let faulty = self.fields().iter().any(|field| errors.has(&field.name) && !field.is_password());
        if faulty {
            return (made, errors);
        }
        let Some(typed) = typed::<T>(values(&made), self.fields(), &mut errors) else { return (made, errors) };
        let Details { first_name, last_name, profile } = Details::from(&typed);
        check_size(&profile, &mut errors);
        let region = self.form.region();
        made.keys = self.fields().iter().filter_map(|f| key(f, Some(profile.get(&*f.name)?), region)).collect();
        made.user.first_name = first_name;
        made.user.last_name = last_name;
        made.user.profile = Json(profile);
        made.typed = Some(Arc::new(typed));
        (made, errors)
    }

    fn after_register(&self, conn: &mut Conn, user: &User, registration: &Registration) -> Result<()> {
        let typed = registration.typed.as_ref().and_then(|typed| typed.downcast_ref::<T>());
        match (&self.after, typed) {
            (Some(work), Some(typed)) => work(conn, user, typed),
            _ => Ok(()),
        }
    }
}

/// What was read of a registration, without the password.
fn values(made: &Registration) -> Map<String, Value> {
    let user = &made.user;
    let mut values = user.profile.0.clone();
    for identifier in user.identifiers() {
        values.insert(identifier.kind().as_str().to_owned(), identifier.as_str().into());
    }
    for (name, value) in [("first_name", &user.first_name), ("last_name", &user.last_name)] {
        if !value.is_empty() {
            values.insert(name.to_owned(), value.as_str().into());
        }
    }
    values
}
