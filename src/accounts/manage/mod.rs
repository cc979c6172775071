//! What those who administer do to accounts, a file each: from the shell, the pages for staff and their calls. Each act
//! looks at the rights of whoever does it, asks for a proof of late where it matters, and notes who it was.

mod active;
mod create;
mod delete;
mod edit;
mod password;
mod record;
mod search;
mod sessions;
mod start_reset;
mod verify_by_hand;

pub(super) use password::check_password;
pub use record::{AccountRecord, OpenCode};
pub use search::Directory;

use super::{Accounts, Actor};
use crate::context::Context;
use crate::db::{Conn, Id, User, users};
use crate::error::{Code, Error, Result};
use crate::identifiers::{Flaw, Identifier, Region, shape};

/// An account looked for by what somebody typed.
#[derive(Debug)]
pub enum Named {
    /// This one.
    Found(Box<User>),
    /// None has this identifier.
    Unknown(Identifier),
    /// The text can be nobody's identifier.
    Impossible(Flaw),
}

impl Accounts {
    /// The account that `text` names, its kind told by its shape.
    ///
    /// # Errors
    /// When the database is away.
    pub fn find_user(&self, cx: &Context<'_>, text: &str, region: Option<Region>) -> Result<Named> {
        let identifier = match Identifier::parse(shape(text), text, region) {
            Ok(identifier) => identifier,
            Err(flaw) => return Ok(Named::Impossible(flaw)),
        };
        let found = cx.db.read(|conn| users::find(conn, &identifier))?;
        Ok(found.map_or(Named::Unknown(identifier), |user| Named::Found(Box::new(user))))
    }

    /// A page of accounts, oldest first, after the one with the key `after`.
    ///
    /// # Errors
    /// When the database is away.
    pub fn list_users(&self, cx: &Context<'_>, after: Option<Id>, limit: u32) -> Result<Vec<User>> {
        cx.db.read(|conn| users::page(conn, after, i64::from(limit)))
    }

    /// Refuses whoever has not given their password of late. The shell has nothing to give.
    pub(super) fn demand_fresh_actor(&self, cx: &Context<'_>, actor: Actor<'_>) -> Result<()> {
        match actor {
            Actor::Shell => Ok(()),
            Actor::Admin(admin) => self.demand_fresh(cx, admin.who()),
        }
    }
}

/// The account that an act is about, which nobody else changes until the transaction is over.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::Forbidden`] when it is not for `actor` to change.
fn account_to_change(conn: &mut Conn, actor: Actor<'_>, id: Id) -> Result<User> {
    let user = users::lock(conn, id)?.ok_or(Error::Refused(Code::NotFound))?;
    actor.may_change(&user)?;
    Ok(user)
}

/// Refuses what people would do to themselves by accident alone: whoever wants to be gone deletes the account as its owner.
fn not_oneself(actor: Actor<'_>, user: &User) -> Result<()> {
    if is_oneself(actor, user) { Err(Error::Refused(Code::Forbidden)) } else { Ok(()) }
}

fn is_oneself(actor: Actor<'_>, user: &User) -> bool {
    matches!(actor, Actor::Admin(admin) if admin.user().id == user.id)
}
