//! The messages of the site, for those who administer it: how it stands with each, and trying one again. Never knows what
//! a message says.

use super::{Accounts, Actor, EventKind, Listed};
use crate::context::Context;
use crate::db::outbox_pages::{self, Envelope, State};
use crate::db::{Conn, Id, Time, outbox, tallies};
use crate::error::{Code, Error, FormErrors, Result};
use crate::phrase::Phrase;
use serde_json::json;

/// What messages that were sent and given up are tallied by, once their rows are gone.
pub(super) const SENT: &str = "messages_sent";
pub(super) const DEAD: &str = "messages_dead";

impl Accounts {
    /// A page of messages in one state or in any, latest first, before the one with the key `cursor`.
    ///
    /// # Errors
    /// When the database is away.
    pub fn search_messages(
        &self,
        cx: &Context<'_>,
        state: Option<State>,
        cursor: Option<Id>,
        limit: u32,
    ) -> Result<Listed<Envelope>> {
        let one_more = i64::from(limit).saturating_add(1);
        let found = cx.db.read(|conn| outbox_pages::page(conn, state, cursor, one_more))?;
        Ok(Listed::cut(found, limit, |message| message.id))
    }

    /// Makes a message due now, with all its tries before it; one that is being sent stays with whoever sends it.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Invalid`] at `message` for one that was sent or given up: what it said is erased.
    pub fn retry_message(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id) -> Result<Envelope> {
        cx.note_posted();
        cx.db.write(|conn| {
            let message = outbox_pages::get(conn, id)?.ok_or(Error::Refused(Code::NotFound))?;
            if matches!(message.state(), State::Sent | State::Dead) {
                let mut errors = FormErrors::default();
                errors.say("message", Code::Invalid, Phrase::new("admin-messages-erased"));
                return Err(Error::Invalid(errors));
            }
            outbox_pages::retry(conn, id, cx.now)?;
            let detail = actor.signs(json!({"message": id, "kind": message.kind}));
            self.note(cx, conn, message.user_id, EventKind::MessageRetried, detail)?;
            outbox_pages::get(conn, id)?.ok_or(Error::Refused(Code::NotFound))
        })
    }
}

/// Removes what was sent or given up before `before`, keeps how many there were in which hour, and says how many.
///
/// # Errors
/// When the database is away.
pub(super) fn forget(conn: &mut Conn, before: Time) -> Result<usize> {
    let gone = outbox::prune(conn, before)?;
    tallies::add(conn, SENT, &gone.sent)?;
    tallies::add(conn, DEAD, &gone.dead)?;
    Ok(gone.sent.len() + gone.dead.len())
}
