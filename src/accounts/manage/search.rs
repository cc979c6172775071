//! Finding accounts: by what their identifiers begin with, by id, by the state they are in.

use crate::accounts::Accounts;
use crate::context::Context;
use crate::db::{Id, User, directory, users};
use crate::error::{Code, Error, FormErrors, Result};
use crate::forms::directory::AccountSearch;
use crate::identifiers::{Region, beginnings};
use crate::phrase::Phrase;

/// A page of accounts. Where those looked for are rare it may be short, or even empty, with more to come.
#[derive(Debug)]
pub struct Directory {
    /// Those found: newest first, or in the order of the identifiers that were searched.
    pub users: Vec<User>,
    /// From where to look on, as [`Accounts::search`] takes it; none at the end.
    pub next: Option<String>,
}

impl Accounts {
    /// A page of the accounts that are looked for, from where the page before ended.
    ///
    /// # Errors
    /// [`Code::Invalid`] at `cursor` for one that no page gave.
    pub fn search(
        &self,
        cx: &Context<'_>,
        wanted: &AccountSearch,
        cursor: Option<&str>,
        limit: u32,
        region: Option<Region>,
    ) -> Result<Directory> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let Some(text) = &wanted.text else {
            let after = cursor.map(|cursor| cursor.parse::<Id>().map_err(|_| no_cursor())).transpose()?;
            let page = cx.db.read(|conn| directory::newest(conn, wanted.filters, after, limit))?;
            return Ok(Directory { users: page.users, next: page.next.map(|id| id.to_string()) });
        };
        // The database could not even compare it.
        if cursor.is_some_and(|cursor| cursor.contains('\0')) {
            return Err(no_cursor());
        }
        if let Some(user) = by_id(cx, text)? {
            return Ok(Directory { users: vec![user], next: None });
        }
        let beginnings = beginnings(text, region);
        let after = cursor.map(str::to_owned);
        let page = cx.db.read(|conn| directory::beginning(conn, &beginnings, wanted.filters, after, limit))?;
        Ok(Directory { users: page.users, next: page.next })
    }
}

/// The account with this id, where `text` is one. Whoever types a whole id wants that account, whatever its state.
fn by_id(cx: &Context<'_>, text: &str) -> Result<Option<User>> {
    match text.parse() {
        Ok(id) => cx.db.read(|conn| users::get(conn, id)),
        Err(_) => Ok(None),
    }
}

fn no_cursor() -> Error {
    let mut errors = FormErrors::default();
    errors.say("cursor", Code::Invalid, Phrase::new("paging-cursor"));
    Error::Invalid(errors)
}
