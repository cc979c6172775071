//! The columns of `users` that hold addresses: proved, changed, taken away, settled after a reset.

use super::conn::Conn;
use super::schema::users;
use super::types::{Id, Time};
use super::users::User;
use crate::error::Result;
use diesel::prelude::*;

/// Gives the account this address, proved at `verified_at` or not at all, in place of the one it had.
///
/// # Errors
/// [`crate::error::Code::Taken`] when another account has it.
pub fn set_address(conn: &mut Conn, id: Id, email: bool, new: (&str, &str), verified_at: Option<Time>) -> Result<()> {
    let own = users::table.find(id);
    let (address, canonical) = new;
    if email {
        let set =
            (users::email.eq(address), users::email_canonical.eq(canonical), users::email_verified_at.eq(verified_at));
        diesel::update(own).set(set).execute(conn)?;
    } else {
        diesel::update(own).set((users::phone.eq(address), users::phone_verified_at.eq(verified_at))).execute(conn)?;
    }
    Ok(())
}

/// Which account other than `but` has the address with this canonical form, and how it is stored.
///
/// # Errors
/// When the database is away.
pub fn held(conn: &mut Conn, email: bool, canonical: &str, but: Id) -> Result<Option<(Id, String)>> {
    let others = users::table.filter(users::id.ne(but));
    let found: Option<(Id, Option<String>)> = if email {
        let same = others.filter(users::email_canonical.eq(canonical));
        same.select((users::id, users::email)).get_result(conn).optional()?
    } else {
        others.filter(users::phone.eq(canonical)).select((users::id, users::phone)).get_result(conn).optional()?
    };
    Ok(found.and_then(|(id, address)| address.map(|address| (id, address))))
}

/// Marks the addresses named as proved at `now`; one that was proved before keeps its time.
///
/// # Errors
/// When the database is away.
pub fn set_verified(conn: &mut Conn, id: Id, email: bool, phone: bool, now: Time) -> Result<()> {
    if email {
        let open = users::table.find(id).filter(users::email.is_not_null()).filter(users::email_verified_at.is_null());
        diesel::update(open).set(users::email_verified_at.eq(now)).execute(conn)?;
    }
    if phone {
        let open = users::table.find(id).filter(users::phone.is_not_null()).filter(users::phone_verified_at.is_null());
        diesel::update(open).set(users::phone_verified_at.eq(now)).execute(conn)?;
    }
    Ok(())
}

/// What a reset through one address does to the addresses: that one is proved. If the account had a proved one, the other
/// has to be confirmed anew by the signed-in owner; if it had none, whoever proved this one is the only owner, and the
/// other goes.
///
/// # Errors
/// When the database is away.
pub fn settle_after_reset(conn: &mut Conn, user: &User, by_email: bool, now: Time) -> Result<()> {
    set_verified(conn, user.id, by_email, !by_email, now)?;
    if user.email_verified_at.is_none() && user.phone_verified_at.is_none() {
        return remove_address(conn, user.id, !by_email);
    }
    doubt(conn, user.id, !by_email)
}

/// An address of the account counts for nothing until the signed-in owner confirms it.
///
/// # Errors
/// When the database is away.
pub fn doubt(conn: &mut Conn, id: Id, email: bool) -> Result<()> {
    let own = users::table.find(id);
    if email {
        let set = (users::email_verified_at.eq(None::<Time>), users::reset_by.eq("phone"));
        diesel::update(own).set(set).execute(conn)?;
    } else {
        let set = (users::phone_verified_at.eq(None::<Time>), users::reset_by.eq("email"));
        diesel::update(own).set(set).execute(conn)?;
    }
    Ok(())
}

/// Takes an address off the account, with its proof.
///
/// # Errors
/// When the database is away, or it would leave the account without any identifier.
pub fn remove_address(conn: &mut Conn, id: Id, email: bool) -> Result<()> {
    let own = users::table.find(id);
    if email {
        let none = (
            users::email.eq(None::<String>),
            users::email_canonical.eq(None::<String>),
            users::email_verified_at.eq(None::<Time>),
        );
        diesel::update(own).set(none).execute(conn)?;
    } else {
        let none = (users::phone.eq(None::<String>), users::phone_verified_at.eq(None::<Time>));
        diesel::update(own).set(none).execute(conn)?;
    }
    Ok(())
}

/// The signed-in owner has confirmed an address: what a reset took from it, it has again.
///
/// # Errors
/// When the database is away.
pub fn confirm(conn: &mut Conn, id: Id) -> Result<()> {
    diesel::update(users::table.find(id)).set(users::reset_by.eq(None::<String>)).execute(conn)?;
    Ok(())
}
