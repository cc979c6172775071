//! Accounts, for those who administer: found, made, changed, shut out, let in, signed out, helped back in and deleted.

mod acts;
mod create;
mod edit;
mod find;
mod rights;
mod shown;

use super::at;
use crate::house::House;
use crate::visitor::{Door, Outcome, Visitor};
use countersign::db::Id;
use serde_json::{Map, Value, json};

/// Does something to an account by its button, or its call.
pub fn act(visitor: &Visitor<'_>, id: Id, name: &str, fields: &[(&str, &str)]) -> Outcome {
    let path = at(visitor.door, &format!("/accounts/{id}"));
    let members: Map<String, Value> = fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    match (visitor.door, name) {
        (Door::Pages, name) => visitor.post_form(&format!("{path}/{name}"), fields),
        (_, "edit") => visitor.call("PATCH", &path, &Value::Object(members)),
        (_, "delete") => visitor.call("DELETE", &path, &Value::Object(members)),
        (_, "end-sessions") => visitor.call("DELETE", &format!("{path}/sessions"), &Value::Object(members)),
        (_, name) => visitor.post_json(&format!("{path}/{name}"), &Value::Object(members)),
    }
}

/// An account as the API has it, whichever door the visitor uses.
pub fn account(house: &House, id: Id) -> Option<Value> {
    let user = house.work(|_, cx| cx.db.read(|conn| countersign::db::users::get(conn, id)));
    user.map(|user| countersign::api::account_json(&user))
}

/// What the newest event of this kind says. The clock stands still, so events of different requests have no order.
#[track_caller]
pub fn event(house: &House, id: Id, kind: &str) -> Value {
    let events = house.work(|_, cx| cx.db.read(|conn| countersign::db::account_events::page(conn, id, None, 100)));
    let kinds: Vec<String> = events.iter().map(|event| event.kind.clone()).collect();
    let found = events.into_iter().find(|event| event.kind == kind);
    Value::Object(found.unwrap_or_else(|| panic!("{kind} is not among {kinds:?}")).detail.0)
}

/// How much there is of what an act may change: what a refusal leaves as it was.
pub fn all_rows(house: &House) -> Vec<i64> {
    ["users", "sessions", "account_events", "outbox", "one_time_passwords", "pending_changes", "address_undos"]
        .map(|table| house.count(&format!("SELECT count(*) FROM {table}")))
        .to_vec()
}

/// A refusal, after which everything is as it was.
#[track_caller]
pub fn refused(house: &House, id: Id, due: u16, work: impl FnOnce() -> Outcome) -> Outcome {
    let before = (all_rows(house), account(house, id));
    let outcome = work();
    assert_eq!(outcome.reply.status, due, "{outcome:?}");
    assert_eq!((all_rows(house), account(house, id)), before, "{outcome:?}");
    outcome
}
