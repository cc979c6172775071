//! What somebody does to their own account.

use super::addresses::if_there;
use super::endpoint::{Endpoint, delete, get, patch, post};
use crate::api::openapi::{Operation, Tag, Who, example_of, of_change};
use crate::api::{events, export, me, password, sessions};
use crate::app::App;
use crate::error::Code;
use crate::forms::{Field, FormName, ProfileForm, password as forms};
use serde_json::{Value, json};

pub(super) fn table(app: &App) -> Vec<Endpoint> {
    let mut all: Vec<Endpoint> = account(app).into();
    all.extend(passwords(app));
    all.extend(lists());
    all
}

fn new(id: &str, summary: &str) -> Operation {
    Operation::new(id, Tag::Account, summary).by(Who::Account)
}

fn account(app: &App) -> [Endpoint; 5] {
    let profile = ProfileForm::of(app.accounts().register_form.as_ref(), app.region());
    let (fields, schema, body) = change_of_profile(app, profile.fields());
    let update = new("updateMe", "Change the profile")
        .saying("What is not sent stays; null takes away. The username may go while another identifier stays.")
        .takes_schema("Profile", schema, example_of(&fields), body)
        .gives(200, "The account as it is now.", "User")
        .refuses(&[Code::Taken, Code::NoIdentifier, Code::TooShort, Code::TooLong]);
    let remove = new("deleteMe", "Delete the account")
        .takes("Deletion", &app.fields(FormName::DeleteAccount, if_there(forms::deletion(true).fields)))
        .gives_other(204, "It is deleted, or will be after the time of grace that the settings give.", None)
        .refuses(&[Code::InvalidCredentials, Code::Forbidden, Code::Throttled]);
    [
        get("/me", me::show, new("getMe", "Who is signed in").gives(200, "The account.", "User")),
        patch("/me", me::update, update),
        delete("/me", me::delete, remove),
        post(
            "/me/delete/cancel",
            me::keep,
            new("keepMe", "Keep the account after all").gives(200, "It stays.", "UserReply"),
        ),
        get(
            "/me/export",
            export::show,
            new("exportMe", "All that is kept of the account")
                .saying("The password has to have been given a short while ago: see `reauthenticate`.")
                .gives(200, "A file to keep.", "AccountExport")
                .with_header("Content-Disposition", "The name of the file.")
                .refuses(&[Code::Forbidden]),
        ),
    ]
}

/// The fields of a change of the profile, what may be sent, and whether anything must. Of the account's own only what changes
/// is sent; what an application asks for beside them comes with every change.
fn change_of_profile(app: &App, own: &[Field]) -> (Vec<Field>, Value, bool) {
    let fields = app.fields(FormName::ChangeProfile, own.to_vec());
    let mut schema = of_change(&fields);
    let beside = app.fields(FormName::ChangeProfile, Vec::new());
    let required: Vec<&str> = beside.iter().filter(|field| field.is_required()).map(|field| &*field.name).collect();
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    let body = !required.is_empty();
    (fields, schema, body)
}

fn passwords(app: &App) -> [Endpoint; 2] {
    let own = if_there(forms::fields(app.policy(), true));
    let change = new("changePassword", "Change the password")
        .saying("Ends the other sessions. This one goes on as a new one: a new cookie, or a new pair of tokens.")
        .takes("PasswordChange", &app.fields(FormName::ChangePassword, own))
        .gives(200, "It is changed.", "SignedIn")
        .refuses(&[Code::InvalidCredentials, Code::Mismatch, Code::Forbidden, Code::Throttled])
        .refuses(&[Code::PasswordTooShort, Code::PasswordTooCommon, Code::PasswordNumeric, Code::PasswordSimilar]);
    let confirm = new("reauthenticate", "Give the password once more")
        .saying("For what asks for a proof of late.")
        .takes("Reauthentication", &forms::confirm().fields)
        .gives_other(204, "It is right.", None)
        .refuses(&[Code::InvalidCredentials, Code::Forbidden, Code::Throttled]);
    [post("/me/password", password::change, change), post("/me/reauthenticate", password::reauthenticate, confirm)]
}

/// A list of what this schema describes, a page at a time; `cursor` describes what stands for a page.
pub(super) fn paged(operation: Operation, cursor: &Value, words: &str, name: &str) -> Operation {
    operation
        .query("limit", "At most so many.", &json!({"type": "integer", "minimum": 1, "maximum": 100, "default": 50}))
        .query("cursor", "Where the page begins: from the `Link` of the one before.", cursor)
        .gives(200, words, name)
        .with_header("Link", "Where there is more: the next page, as `<…>; rel=\"next\"` (RFC 8288).")
        .refuses(&[Code::Invalid])
}

fn lists() -> [Endpoint; 4] {
    let session = json!({"type": "string", "format": "uuid"});
    let sessions = new("listSessions", "Where the account is signed in");
    let list = paged(sessions, &session, "Sessions, latest first.", "Session[]");
    let events = new("listEvents", "What happened to the account");
    let events = paged(events, &session, "Events, latest first.", "Event[]");
    let end = new("endSession", "End a session")
        .path("id", "The session.", &session)
        .gives_other(204, "It is ended.", None)
        .refuses(&[Code::NotFound]);
    let end_others = new("endOtherSessions", "End all sessions but this one").gives_other(204, "They are ended.", None);
    [
        get("/me/sessions", sessions::list, list),
        delete("/me/sessions", sessions::end_others, end_others),
        delete("/me/sessions/{id}", sessions::end, end),
        get("/me/events", events::list, events),
    ]
}
