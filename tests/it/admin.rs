//! The administration: who is let in, what staff and superusers may do there, and what the pages and calls show.

mod accounts;
mod entrance;
mod rights;
mod routes;

use crate::house::House;
use crate::people::{PASSWORD, person};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::db::User;
use serde_json::json;

/// Zoe, who is staff.
pub fn zoe(house: &House) -> User {
    let zoe = person(house, Some("zoe"), Some("zoe@example.org"), None);
    house.sql("UPDATE users SET is_staff = true WHERE username = 'zoe'");
    User { is_staff: true, ..zoe }
}

/// Root, who may do everything.
pub fn root(house: &House) -> User {
    let root = person(house, Some("root"), Some("root@example.org"), None);
    house.sql("UPDATE users SET is_staff = true, is_superuser = true WHERE username = 'root'");
    User { is_staff: true, is_superuser: true, ..root }
}

/// Signs in at the entrance of the administration.
pub fn knock(visitor: &Visitor<'_>, name: &str, password: &str) -> Outcome {
    let fields = [("identifier", name), ("password", password)];
    match visitor.door {
        Door::Pages => visitor.post_form("/admin/login", &fields),
        _ => visitor.submit("admin/login", &fields),
    }
}

/// A visitor who has been let in.
pub fn inside<'h>(house: &'h House, door: Door, name: &str) -> Visitor<'h> {
    let visitor = house.visitor(door);
    knock(&visitor, name, PASSWORD).done();
    visitor
}

/// The path of the administration at this door.
pub fn at(door: Door, path: &str) -> String {
    if door == Door::Pages { format!("/admin{path}") } else { format!("/api/v1/admin{path}") }
}

/// How a visitor is answered at the front page: 200, or why not.
pub fn front(visitor: &Visitor<'_>) -> u16 {
    visitor.get(&at(visitor.door, "")).status
}

/// What nobody is answered.
pub fn outside(door: Door) -> u16 {
    if door == Door::Pages { 303 } else { 401 }
}

/// What staff are answered who have not given their password, or not administered, for a while.
pub fn closed(door: Door) -> u16 {
    if door == Door::Pages { 303 } else { 403 }
}

/// Access tokens are short; with a new one the same session goes on.
pub fn renew(visitor: &Visitor<'_>) {
    if visitor.door == Door::Bearer {
        let token = visitor.tokens.lock().unwrap().as_ref().unwrap().1.clone();
        visitor.submit_json("token/refresh", &json!({"refresh_token": token})).done();
    }
}
