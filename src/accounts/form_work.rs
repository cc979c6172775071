//! What an application does with a form of ours that it extends, in the transaction of what the form asked for. Refuses to
//! know what that is.

use crate::context::Context;
use crate::db::{Conn, Id, users};
use crate::error::Result;

/// Does the work of the extension of the form that was filled in, if it has one.
///
/// # Errors
/// Whatever it refuses.
pub(super) fn do_work(cx: &Context<'_>, conn: &mut Conn, user: Id) -> Result<()> {
    let Some(also) = &cx.client.also else { return Ok(()) };
    match users::get(conn, user)? {
        Some(user) => (also.0)(conn, &user),
        None => Ok(()),
    }
}
