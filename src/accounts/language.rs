//! The language that an account's owner is spoken to in: in pages, in replies, in messages.

use super::{Accounts, SignedIn};
use crate::context::Context;
use crate::db::{User, profiles};
use crate::error::{Code, Error, Result};

impl Accounts {
    /// Keeps the language that somebody chose with their account.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a language that is not offered.
    pub fn choose_language(&self, cx: &Context<'_>, who: &SignedIn, tag: &str) -> Result<()> {
        self.offered_language(tag)?;
        cx.db.write(|conn| profiles::set_language(conn, who.user.id, tag))
    }

    /// Refuses a language that is not offered.
    ///
    /// # Errors
    /// [`Error::Invalid`].
    pub fn offered_language(&self, tag: &str) -> Result<()> {
        let offered = self.settings.languages.enabled.iter().any(|own| own == tag);
        if offered { Ok(()) } else { Err(Error::field("language", Code::Invalid)) }
    }

    /// The language of a message: the account's own, as long as it is offered, else that of whoever asks for it.
    pub(super) fn language_of(&self, cx: &Context<'_>, user: Option<&User>) -> String {
        let offered = &self.settings.languages;
        let own = user.and_then(|user| user.language.as_ref());
        let asked = own.into_iter().chain([&cx.client.language]);
        asked.into_iter().find(|tag| offered.enabled.contains(tag)).unwrap_or(&offered.default).clone()
    }
}
