//! The calls for staff, described. They are served behind their own entrance (`api/admin/`); the tests hold its list and
//! this one against each other.

use super::endpoint::{Endpoint, behind_the_entrance};
use super::entrance::{gives_session, login_schema};
use super::own_account::paged;
use crate::accounts::EventKind;
use crate::api::openapi::{Operation, Tag, Who, example_of, of_fields, of_parameter, one_of_these};
use crate::app::App;
use crate::error::Code;
use crate::forms::{Field, Filters, Kind, ProfileType, administer, explain as explain_form};
use crate::web::administered;
use actix_web::http::Method;
use serde_json::{Value, json};

pub(super) fn table(app: &App) -> Vec<Endpoint> {
    let mut all: Vec<Endpoint> = entrance(app).into();
    all.extend(lists());
    all.push(explain());
    all.extend(super::admin_accounts::table(app));
    all.into_iter().map(|endpoint| endpoint.only(administered)).collect()
}

/// A call for staff, who have signed in to administer.
pub(super) fn new(id: &str, summary: &str) -> Operation {
    Operation::new(id, Tag::Admin, summary).by(Who::Staff)
}

/// A key.
pub(super) fn uuid() -> Value {
    json!({"type": "string", "format": "uuid"})
}

fn entrance(app: &App) -> [Endpoint; 2] {
    let form = &app.accounts().login_form;
    let login = Operation::new("adminLogin", Tag::Admin, "Sign in to administer")
        .saying("Begins a session of its own, which opens the calls for staff for a while.")
        .takes_schema("AdminLogin", login_schema(form), example_of(form.fields()), true)
        .refuses(&[Code::NoIdentifier, Code::InvalidCredentials, Code::Unverified, Code::Throttled]);
    let overview = new("adminOverview", "The site at a glance").gives(200, "How many there are of what.", "Site");
    [
        behind_the_entrance(Method::POST, "/admin/login", gives_session(login, 200, "Signed in.")),
        behind_the_entrance(Method::GET, "/admin", narrowed(overview, &administer::overview())),
    ]
}

/// A call that these narrow down. Where a day is asked for, an instant will do; whatever else stands in the query is refused.
fn narrowed(operation: Operation, filters: &Filters) -> Operation {
    let each = filters.fields.iter().fold(operation, |operation, field| {
        let (words, schema) = of_parameter(field);
        let schema = match field.kind {
            Kind::Profile(ProfileType::Date) => {
                json!({"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}, {"const": ""}]})
            }
            // Of a text the form refuses no length.
            Kind::Profile(ProfileType::Text) => json!({"type": "string"}),
            _ => schema,
        };
        operation.query(&field.name, &words, &schema)
    });
    each.refuses(&[Code::Invalid, Code::UnknownField])
}

fn lists() -> [Endpoint; 5] {
    let cursor = uuid();
    let messages = narrowed(new("adminListMessages", "Messages"), &administer::messages());
    let tokens = narrowed(new("adminListTokens", "Codes that are under way"), &administer::tokens());
    let kinds = administer::events(EventKind::ALL.iter().map(|kind| (kind.slug(), kind.words())));
    let events = narrowed(new("adminListEvents", "What happened"), &kinds)
        .saying("Within a wide network a page may be short, or empty, and another follow.");
    let retry = new("adminRetryMessage", "Have a message tried again now")
        .path("id", "The message.", &uuid())
        .gives(202, "It is tried again.", "Message")
        .refuses(&[Code::NotFound, Code::Invalid]);
    let end = new("adminEndToken", "End a code")
        .saying("It is good for nothing then, and its link neither.")
        .path("id", "The code's key.", &uuid())
        .gives_other(204, "It is ended.", None)
        .refuses(&[Code::NotFound]);
    let (get, page) = (Method::GET, |call, words, name| paged(call, &cursor, words, name));
    [
        behind_the_entrance(get.clone(), "/admin/messages", page(messages, "Messages, latest first.", "Message[]")),
        behind_the_entrance(Method::POST, "/admin/messages/{id}/retry", retry),
        behind_the_entrance(get.clone(), "/admin/tokens", page(tokens, "Codes, latest first.", "OneTimePassword[]")),
        behind_the_entrance(Method::DELETE, "/admin/tokens/{id}", end),
        behind_the_entrance(get, "/admin/events", page(events, "Events, latest first.", "AccountEvent[]")),
    ]
}

/// One question, of two kinds.
fn explain() -> Endpoint {
    let fields: Vec<Field> = explain_form::form().fields;
    let names: Vec<&str> = fields.iter().map(|field| &*field.name).collect();
    let mut schema = of_fields(&fields);
    schema["oneOf"] = one_of_these(&names)["anyOf"].clone();
    let explain = new("adminExplain", "Why somebody cannot sign in")
        .saying("By an identifier, or by the id of a request. The call is noted, so it is no GET.")
        .takes_schema("Question", schema, example_of(&fields[..1]), true)
        .gives(200, "What the program makes of it.", "Explained");
    behind_the_entrance(Method::POST, "/admin/explain", explain)
}
