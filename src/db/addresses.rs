//! The columns of `users` that hold addresses: proved, taken away, settled after a reset.

use super::conn::Conn;
use super::schema::users;
use super::types::{Id, Time};
use super::users::User;
use crate::error::Result;
use diesel::prelude::*;

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
    let own = users::table.find(user.id);
    if by_email {
        let set = (users::phone_verified_at.eq(None::<Time>), users::reset_by.eq("email"));
        diesel::update(own).set(set).execute(conn)?;
    } else {
        let set = (users::email_verified_at.eq(None::<Time>), users::reset_by.eq("phone"));
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
