//! What an application adds to the program's own forms beside registration: fields, rules about them, words of its own, and
//! work in the transaction of what the form asks for. Refuses to take anything away: what the form itself asks for stays.

use super::declared::names;
use super::field::Field;
use super::input::{Input, Source};
use super::typed_checks::typed;
use super::value::{self, Sent};
use crate::db::{Conn, User};
use crate::error::{FormErrors, Result};
use crate::phrase::Phrase;
use serde::de::DeserializeOwned;
use serde_json::Map;
use std::any::Any;
use std::fmt;
use std::sync::Arc;
use validator::Validate;

macro_rules! form_names {
    ($($(#[$doc:meta])* $name:ident = $slug:literal;)*) => {
        /// The program's own forms that an application can extend, at both doors.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum FormName { $($(#[$doc])* $name,)* }

        impl FormName {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What it is called in code and in the documents.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $slug,)* }
            }
        }
    };
}

form_names! {
    /// `/login`
    Login = "login";
    /// `/verify/email`
    VerifyEmail = "verify_email";
    /// `/verify/phone`
    VerifyPhone = "verify_phone";
    /// `/verify/email/resend` and `/verify/phone/resend`
    ResendVerification = "resend_verification";
    /// `/password/reset`
    ResetPassword = "reset_password";
    /// `/password/reset/done`, and the link of the message
    ConfirmResetPassword = "confirm_reset_password";
    /// `/account/email`
    ChangeEmail = "change_email";
    /// `/account/phone`
    ChangePhone = "change_phone";
    /// `/account/profile`
    ChangeProfile = "change_profile";
    /// `/account/password`
    ChangePassword = "change_password";
    /// `/account/delete`
    DeleteAccount = "delete_account";
}

impl FormName {
    /// The form of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.as_str() == name)
    }

    /// Whether what it asks for is done to an account that is known then, so that work can be done with it. The others
    /// answer the same whether or not there is one.
    #[must_use]
    pub fn acts(self) -> bool {
        !matches!(self, Self::ResendVerification | Self::ResetPassword)
    }
}

/// What an application adds to one of the forms of [`FormName`]. [`Extension`] is the one to use.
pub trait FormExtension: Send + Sync {
    /// The fields that are asked for beside the form's own.
    fn fields(&self) -> &[Field];
    /// What a field of the form itself is called instead, and its line of help.
    fn words(&self, name: &str) -> Option<(&Phrase, &Phrase)>;
    /// Reads the fields, and notes every mistake in them.
    fn clean(&self, input: &Input) -> (Option<Arc<dyn Any + Send + Sync>>, FormErrors);
    /// Whether there is work to do.
    fn works(&self) -> bool;
    /// Work in the transaction of what the form asks for. When it fails, nothing of that is done.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    fn after(&self, conn: &mut Conn, user: &User, typed: &(dyn Any + Send + Sync)) -> Result<()>;
}

type Work<T> = Box<dyn Fn(&mut Conn, &User, &T) -> Result<()> + Send + Sync>;

/// Fields beside those of one of the program's own forms, read as a value of type `T`: a struct with a member for each of
/// them, which serde reads and validator checks.
pub struct Extension<T> {
    fields: Vec<Field>,
    words: Vec<(&'static str, Phrase, Phrase)>,
    after: Option<Work<T>>,
}

impl<T> Extension<T> {
    /// These fields, each made by [`Field::profile`]. A program sends them beside the form's own members.
    #[must_use]
    pub fn new(fields: Vec<Field>) -> Self {
        Self { fields, words: Vec::new(), after: None }
    }

    /// The same, with another label and line of help (or none) for a field of the form itself.
    #[must_use]
    pub fn words(mut self, field: &'static str, label: Phrase, help: Phrase) -> Self {
        self.words.push((field, label, help));
        self
    }

    /// The same, with work to do in the transaction of what the form asks for: for an account that is being deleted while
    /// its row is still there, for all others once the change is made. When it fails, nothing of that is done; a mistake
    /// that the person can mend is an [`crate::error::Error::Invalid`]. A transaction that the database gives up is done
    /// once more, so change nothing outside of it.
    #[must_use]
    pub fn after(mut self, work: impl Fn(&mut Conn, &User, &T) -> Result<()> + Send + Sync + 'static) -> Self {
        self.after = Some(Box::new(work));
        self
    }
}

impl<T> fmt::Debug for Extension<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Extension").field("fields", &self.fields).finish_non_exhaustive()
    }
}

impl<T: DeserializeOwned + Validate + Send + Sync + 'static> FormExtension for Extension<T> {
    fn fields(&self) -> &[Field] {
        &self.fields
    }

    fn words(&self, name: &str) -> Option<(&Phrase, &Phrase)> {
        self.words.iter().find(|(field, ..)| *field == name).map(|(_, label, help)| (label, help))
    }

    fn clean(&self, input: &Input) -> (Option<Arc<dyn Any + Send + Sync>>, FormErrors) {
        let mut errors = FormErrors::default();
        let mut values = Map::new();
        for field in &self.fields {
            let value = match value::read(field, input, &mut errors) {
                Sent::Value(value) => Some(value),
                Sent::Wrong => None,
                // On a page the default stood in the box, and whoever emptied it meant it.
                Sent::Absent | Sent::None => field.default.clone().filter(|_| input.source() != Source::Page),
            };
            match value {
                Some(value) => _ = values.insert(field.name.clone().into_owned(), value),
                None if field.is_required() => field.missing(&mut errors),
                None => {}
            }
        }
        if !errors.is_empty() {
            return (None, errors);
        }
        let typed = typed::<T>(values, &self.fields, &mut errors);
        (typed.map(|typed| Arc::new(typed) as _), errors)
    }

    fn works(&self) -> bool {
        self.after.is_some()
    }

    fn after(&self, conn: &mut Conn, user: &User, typed: &(dyn Any + Send + Sync)) -> Result<()> {
        match (&self.after, typed.downcast_ref::<T>()) {
            (Some(work), Some(typed)) => work(conn, user, typed),
            _ => Ok(()),
        }
    }
}

/// Why an extension cannot be one of this form, and what would work.
#[must_use]
pub fn unfit(form: FormName, extension: &dyn FormExtension, own: &[Field]) -> Option<(String, String)> {
    if extension.works() && !form.acts() {
        let problem = "has work to do afterwards, and its answer has to be the same whether or not there is an account";
        return Some((problem.into(), "Leave `after` away, or extend the form that does something.".into()));
    }
    let mut before: Vec<&str> = own.iter().map(|field| field.name.as_ref()).collect();
    for field in extension.fields() {
        let at = |problem: &str| format!("has a field `{}` that {problem}", field.name);
        if field.profile_type().is_none() {
            return Some((at("is of no type of the profile"), "Make it with Field::profile.".into()));
        }
        if names::KNOWN.contains(&&*field.name) {
            return Some((at("has the name of one of the program's own"), "Choose another name.".into()));
        }
        if let Some((problem, remedy)) = names::of_field(&field.name) {
            return Some((at(&problem), remedy));
        }
        if before.contains(&&*field.name) {
            return Some((at("is there already"), "Choose another name.".into()));
        }
        before.push(&field.name);
    }
    None
}
