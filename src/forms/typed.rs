//! Registration forms as Rust types: a struct that serde reads and validator checks. What the core needs of a registration
//! (identifiers, password, types of the fields) is read by the fields beforehand, so that no struct can be laxer.

use super::field::Field;
use super::fields_form::FieldsForm;
use super::input::Input;
use super::profile::{check_size, key};
use super::register::{Registration, RegistrationForm, Rules};
use crate::db::{Conn, Json, User};
use crate::error::{Code, FormErrors, Result};
use crate::phrase::Phrase;
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

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
        let typed: T = match read(&made) {
            Ok(typed) => typed,
            Err((field, code)) => {
                self.note(&mut errors, &field, code, code.words());
                return (made, errors);
            }
        };
        if let Err(found) = typed.validate() {
            self.note_all(&found, &mut errors);
        }
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

/// The values as `T`, or the field that does not fit.
fn read<T: DeserializeOwned>(made: &Registration) -> Result<T, (String, Code)> {
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
    // serde does not say which member an error is about, but it is the one that was read last.
    let last = RefCell::new(String::new());
    let noted = values.into_iter().inspect(|(name, _)| last.borrow_mut().clone_from(name));
    T::deserialize(MapDeserializer::<_, serde_json::Error>::new(noted)).map_err(|error| {
        let words = error.to_string();
        match words.split_once("missing field `").and_then(|(_, rest)| rest.split_once('`')) {
            Some((name, _)) => (name.to_owned(), Code::Required),
            None => (last.take(), Code::Invalid),
        }
    })
}

impl<T> TypedForm<T> {
    /// Notes a mistake at a field; what is no field of the form is the whole form's.
    fn note(&self, errors: &mut FormErrors, field: &str, code: Code, detail: Phrase) {
        if self.form.fields().iter().any(|known| known.name == field) {
            errors.say(field.to_owned(), code, detail);
        } else {
            errors.whole(code, detail);
        }
    }

    /// Notes what validator found, in the order of the fields.
    fn note_all(&self, found: &ValidationErrors, errors: &mut FormErrors) {
        let place = |name: &str| self.form.fields().iter().position(|field| field.name == name).unwrap_or(usize::MAX);
        let mut all: Vec<(&str, &ValidationErrorsKind)> =
            found.errors().iter().map(|(name, kind)| (name.as_ref(), kind)).collect();
        all.sort_by_key(|(name, _)| (place(name), *name));
        for (name, kind) in all {
            match kind {
                ValidationErrorsKind::Field(each) => {
                    for error in each {
                        let (code, detail) = in_our_words(error);
                        self.note(errors, name, code, detail);
                    }
                }
                _ => self.note(errors, name, Code::Invalid, Code::Invalid.words()),
            }
        }
    }
}

/// A mistake of validator as one of ours. A message of its own is what the person reads.
fn in_our_words(error: &ValidationError) -> (Code, Phrase) {
    let number = |name: &str| error.params.get(name).and_then(Value::as_f64);
    let length = || {
        error.params.get("value").map(|value| match value {
            Value::String(text) => text.chars().count(),
            Value::Array(all) => all.len(),
            _ => 0,
        })
    };
    let bounds = |what: &'static str| {
        let (id, min, max) = match (number("min"), number("max"), number("equal")) {
            (Some(min), Some(max), _) => ("forms-range", min, max),
            (Some(min), None, _) => ("forms-least", min, 0.0),
            (None, Some(max), _) => ("forms-most", 0.0, max),
            (None, None, equal) => ("forms-exactly", equal.unwrap_or(0.0), 0.0),
        };
        Phrase::new(id).with("what", what).with("min", min.to_string()).with("max", max.to_string())
    };
    let (code, words) = match &*error.code {
        "length" => {
            let least = number("min").or(number("equal")).unwrap_or(0.0);
            #[allow(clippy::cast_precision_loss, reason = "no text is that long")]
            let short = length().is_some_and(|length| (length as f64) < least);
            (if short { Code::TooShort } else { Code::TooLong }, bounds("length"))
        }
        "range" => (Code::Invalid, bounds("number")),
        "required" => (Code::Required, Code::Required.words()),
        "must_match" => (Code::Mismatch, Code::Mismatch.words()),
        own => {
            let of_a_form = [Code::Required, Code::Blank, Code::Invalid, Code::TooShort, Code::TooLong, Code::Taken];
            let code = of_a_form.into_iter().find(|code| code.slug() == own).unwrap_or(Code::Invalid);
            (code, code.words())
        }
    };
    (code, error.message.clone().map_or(words, Phrase::verbatim))
}
