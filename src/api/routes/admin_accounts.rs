//! What staff do to accounts, described.

use super::admin::{new, uuid};
use super::endpoint::{Endpoint, behind_the_entrance};
use super::own_account::paged;
use crate::api::openapi::{Operation, example_of, of_change, of_parameter, of_registration};
use crate::app::App;
use crate::error::Code;
use crate::forms::account::{AccountForm, RIGHTS, start_reset, verify_by_hand};
use crate::forms::{Rules, directory};
use actix_web::http::Method;
use serde_json::json;

pub(super) fn table(app: &App) -> Vec<Endpoint> {
    let mut all: Vec<Endpoint> = accounts(app).into();
    all.extend(acts());
    all.extend(belongings());
    all
}

/// A call about one account.
fn about(id: &str, summary: &str) -> Operation {
    new(id, summary).path("id", "The account.", &uuid()).refuses(&[Code::NotFound])
}

fn accounts(app: &App) -> [Endpoint; 5] {
    // As superusers fill it in; for other staff there are no rights to give.
    let form = AccountForm::new(app.accounts().register_form.as_ref(), &Rules::of(app.settings()), &RIGHTS);
    let list = directory::search().fields.iter().fold(new("adminListAccounts", "Find accounts"), |list, field| {
        let (words, schema) = of_parameter(field);
        list.query(&field.name, &words, &schema)
    });
    let list = list.saying(
        "Without `q` the newest come first, with it they stand in the order of the identifiers. Where two filters together \
         find few, a page may be short, or empty, and still lead on.",
    );
    let list = paged(list, &json!({"type": "string"}), "Accounts.", "Account[]");
    let fields = form.new_fields();
    let create = new("adminCreateAccount", "Make an account")
        .saying("Without a password: nobody but its owner ever sets one. Rights are for superusers to give.")
        .takes_schema("NewAccount", of_registration(&fields), example_of(&fields), true)
        .gives(201, "The account.", "Account")
        .with_header("Location", "Where the account is.")
        .refuses(&[Code::NoIdentifier, Code::Taken, Code::TooShort, Code::Throttled]);
    let edit = about("adminUpdateAccount", "Change an account")
        .saying(
            "What is not sent stays; null takes away. A new address is not verified, and the old one is told. Rights are for \
             superusers to give, and a change of them signs the account out everywhere.",
        )
        .takes_schema("AccountChange", of_change(form.fields()), example_of(form.fields()), false)
        .gives(200, "The account as it is now.", "Account")
        .refuses(&[Code::NoIdentifier, Code::Taken, Code::TooShort]);
    let show = about("adminGetAccount", "An account").gives(200, "The account.", "Account");
    let delete = about("adminDeleteAccount", "Delete an account")
        .saying("At once and for good, without the time of grace and without a message.")
        .gives_other(204, "It is deleted.", None);
    [
        behind_the_entrance(Method::GET, "/admin/accounts", list),
        behind_the_entrance(Method::POST, "/admin/accounts", create),
        behind_the_entrance(Method::GET, "/admin/accounts/{id}", show),
        behind_the_entrance(Method::PATCH, "/admin/accounts/{id}", edit),
        behind_the_entrance(Method::DELETE, "/admin/accounts/{id}", delete),
    ]
}

fn acts() -> [Endpoint; 4] {
    let activate =
        about("adminActivateAccount", "Let an account sign in").gives(200, "The account as it is now.", "Account");
    let deactivate = about("adminDeactivateAccount", "Shut an account out").saying("Ends its sessions, too.").gives(
        200,
        "The account as it is now.",
        "Account",
    );
    let verify = about("adminVerifyAddress", "Verify an address by hand")
        .saying("A verified address lets the password be reset.")
        .takes("VerifiedByHand", &verify_by_hand().fields)
        .gives(200, "The account as it is now.", "Account")
        .refuses(&[Code::AlreadyVerified]);
    let reset = about("adminSendReset", "Send the message to set a password")
        .takes("StartedReset", &start_reset().fields)
        .gives(202, "A message is on its way.", "OnItsWay")
        .refuses(&[Code::Throttled]);
    [
        behind_the_entrance(Method::POST, "/admin/accounts/{id}/activate", activate),
        behind_the_entrance(Method::POST, "/admin/accounts/{id}/deactivate", deactivate),
        behind_the_entrance(Method::POST, "/admin/accounts/{id}/verify", verify),
        behind_the_entrance(Method::POST, "/admin/accounts/{id}/reset", reset),
    ]
}

fn belongings() -> [Endpoint; 4] {
    let sessions = about("adminListSessions", "Where an account is signed in");
    let events = about("adminListAccountEvents", "What happened to an account");
    let end_all = about("adminEndSessions", "End all sessions of an account")
        .saying("Of one's own account all but the one that asks.")
        .gives_other(204, "They are ended.", None);
    let end = about("adminEndSession", "End a session of an account")
        .path("session", "The session.", &uuid())
        .gives_other(204, "It is ended.", None);
    let sessions = paged(sessions, &uuid(), "Sessions, latest first.", "Session[]");
    let events = paged(events, &uuid(), "Events, latest first.", "Event[]");
    [
        behind_the_entrance(Method::GET, "/admin/accounts/{id}/sessions", sessions),
        behind_the_entrance(Method::DELETE, "/admin/accounts/{id}/sessions", end_all),
        behind_the_entrance(Method::DELETE, "/admin/accounts/{id}/sessions/{session}", end),
        behind_the_entrance(Method::GET, "/admin/accounts/{id}/events", events),
    ]
}
