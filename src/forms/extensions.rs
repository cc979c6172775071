//! The extensions of the program's own forms, by form, and one reading of one. Refuses to know what a form asks for.

use super::extension::{FormExtension, FormName};
use super::field::Field;
use super::input::Input;
use super::kind::Kind;
use crate::db::{Conn, User};
use crate::error::Result;
use std::any::Any;
use std::fmt;
use std::sync::Arc;

/// Every extension there is, at most one a form.
#[derive(Clone, Default)]
pub struct Extensions(Vec<(FormName, Arc<dyn FormExtension>)>);

/// What somebody sent for an extension, without a mistake.
#[derive(Clone)]
pub struct Extended {
    extension: Arc<dyn FormExtension>,
    typed: Arc<dyn Any + Send + Sync>,
}

impl Extensions {
    /// These.
    #[must_use]
    pub fn new(all: Vec<(FormName, Arc<dyn FormExtension>)>) -> Self {
        Self(all)
    }

    fn of(&self, form: FormName) -> Option<&Arc<dyn FormExtension>> {
        self.0.iter().find(|(of, _)| *of == form).map(|(_, extension)| extension)
    }

    /// The fields of a form with those of its extension: after its own, but before the boxes to tick at its end.
    #[must_use]
    pub fn fields(&self, form: FormName, mut own: Vec<Field>) -> Vec<Field> {
        let Some(extension) = self.of(form) else { return own };
        for field in &mut own {
            if let Some((label, help)) = extension.words(&field.name) {
                (field.label, field.help) = (label.clone(), help.clone());
            }
        }
        let ticks = own.iter().rev().take_while(|field| field.kind == Kind::Checkbox).count();
        let at = own.len().saturating_sub(ticks);
        own.splice(at..at, extension.fields().iter().cloned());
        own
    }

    /// Reads the extension of a form. Its members stand in the input from then on as those that the form may have, and its
    /// mistakes are told together with the form's own.
    pub fn read(&self, form: FormName, input: &mut Input) -> Option<Extended> {
        let extension = self.of(form)?;
        let (typed, errors) = extension.clean(input);
        input.extend(extension.fields().iter().map(|field| field.name.clone().into_owned()).collect(), errors);
        typed.map(|typed| Extended { extension: Arc::clone(extension), typed })
    }

    /// Takes out what was sent for the extension of a form: on some pages one form has two buttons.
    pub fn leave_out(&self, form: FormName, input: &mut Input) {
        for field in self.of(form).into_iter().flat_map(|extension| extension.fields()) {
            if !input.is_of_extension(&field.name) {
                input.take_text(&field.name);
            }
        }
    }
}

impl Extended {
    /// The work of the extension, in the transaction of what the form asked for.
    ///
    /// # Errors
    /// Whatever shall refuse it.
    pub fn work(&self, conn: &mut Conn, user: &User) -> Result<()> {
        self.extension.after(conn, user, self.typed.as_ref())
    }
}

impl fmt::Debug for Extensions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(form, _)| form.as_str())).finish()
    }
}

/// Shows nothing of what was sent.
impl fmt::Debug for Extended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Extended")
    }
}
