//! How often one client network may try: by the address that may be believed, for as long as the rate says.

mod addresses;
mod rates;
mod window;

use crate::house::House;
use crate::people::WRONG;
use crate::visitor::{Door, Outcome, Visitor};

/// Somebody who says to come from `hops`, as the last hop of a trusted proxy would write it.
pub fn from<'h>(house: &'h House, door: Door, hops: &str) -> Visitor<'h> {
    let visitor = house.visitor(door);
    visitor.headers.lock().unwrap().push(("x-forwarded-for".into(), hops.into()));
    visitor
}

/// A login that is refused, one way or the other. Each names somebody else, so that no account has to wait.
pub fn knock(visitor: &Visitor<'_>, name: &str) -> Outcome {
    visitor.login(&[("username", name), ("password", WRONG)])
}

/// The status of a wrong login at this door.
pub fn refusal(door: Door) -> u16 {
    if door == Door::Pages { 422 } else { 401 }
}
