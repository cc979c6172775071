//! The program's own forms with what an application adds to them, as the doors want it. Refuses to know what that is.

use super::App;
use crate::context::AlsoDo;
use crate::forms::{Field, FormName, Input};
use std::sync::Arc;

impl App {
    /// The fields of a form with those that an application adds to it.
    #[must_use]
    pub fn fields(&self, form: FormName, own: Vec<Field>) -> Vec<Field> {
        self.accounts().extensions.fields(form, own)
    }

    /// Reads what was sent for an extension of this form, and returns the work to be done with it. Mistakes are told with
    /// those of the form itself.
    pub fn read_extension(&self, form: FormName, input: &mut Input) -> Option<AlsoDo> {
        let extended = self.accounts().extensions.read(form, input)?;
        Some(AlsoDo(Arc::new(move |conn, user| extended.work(conn, user))))
    }

    /// Takes out what was sent for an extension of this form: on some pages one form has two buttons.
    pub fn leave_extension_out(&self, form: FormName, input: &mut Input) {
        self.accounts().extensions.leave_out(form, input);
    }
}
