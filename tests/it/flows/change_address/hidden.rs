//! Where known addresses are hidden, changing to one tells nothing either.

use super::{NEW, OLD, WRONG_CODE, alice, ask, email, post};
use crate::house::{House, through_every_door};
use crate::people::bob;
use crate::visitor::{Outcome, Visitor};
use countersign::delivery::MessageKind::{AlreadyRegistered, ChangeEmail};

const HIDDEN: &str = "[registration]\nprevent_enumeration = true\n[verification]\nemail = \"mandatory\"";
const TABLES: [&str; 7] = [
    "pending_changes",
    "one_time_passwords",
    "outbox",
    "sendings",
    "account_events",
    "address_undos",
    "login_failures",
];

fn written(house: &House, work: impl FnOnce() -> Outcome) -> (Outcome, Vec<i64>) {
    let count = || TABLES.map(|table| house.count(&format!("SELECT count(*) FROM {table}")));
    let before = count();
    let outcome = work();
    (outcome, count().iter().zip(before).map(|(after, before)| after - before).collect())
}

fn confirm(visitor: &Visitor<'_>) -> Outcome {
    post(visitor, "email/confirm", &[("code", WRONG_CODE)])
}

#[test]
fn a_taken_address_is_answered_as_a_free_one_and_only_its_owner_is_told() {
    through_every_door(HIDDEN, |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        bob(house);
        let (free, wrote) = written(house, || ask(&alice, NEW).done());
        house.received(ChangeEmail, NEW, 0);
        let wrong = confirm(&alice);
        house.sql("DELETE FROM login_failures");
        post(&alice, "email/cancel", &[]).done();
        let (taken, wrote_too) = written(house, || ask(&alice, "bob@example.org").done());
        assert_eq!((taken.reply.status, wrote_too), (free.reply.status, wrote));
        let shown = |outcome: &Outcome| outcome.reply.body.replace("al***", "…").replace("bo*", "…");
        assert_eq!(shown(&taken), shown(&free));
        let told = house.received(AlreadyRegistered, "bob@example.org", 0);
        assert!(told.code.is_none(), "{}", told.text);
        let wrong_too = confirm(&alice);
        assert_eq!((wrong_too.reply.status, wrong_too.mistakes), (wrong.reply.status, wrong.mistakes));
        assert_eq!(confirm(&alice).retry_after(), Some(1), "the same curve");
        assert_eq!(email(&alice), (OLD.into(), true));
    });
}
