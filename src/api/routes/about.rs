//! What the API says of itself.

use super::endpoint::{Endpoint, get, page};
use crate::api::openapi::{Operation, Tag};
use crate::api::{forms, openapi};
use crate::app::App;
use crate::error::Code;
use serde_json::json;

pub(super) fn table(app: &App) -> Vec<Endpoint> {
    let mut names = vec!["login".to_owned(), "register".to_owned()];
    for form in app.accounts().register_forms() {
        if !names.iter().any(|known| known == form.name()) {
            names.push(form.name().to_owned());
        }
    }
    let form = Operation::new("getForm", Tag::About, "What a form asks for")
        .saying(
            "The fields with their rules, for programs that draw the form themselves. `register` is the form in use.",
        )
        .path("name", "The form.", &json!({"type": "string", "enum": names}))
        .gives(200, "The form.", "Form")
        .refuses(&[Code::NotFound]);
    let document =
        Operation::new("getOpenapi", Tag::About, "This document").gives(200, "The OpenAPI document.", "Document");
    let docs = Operation::new("getDocs", Tag::About, "This document as a page").gives_other(
        200,
        "A page that needs no script.",
        Some("text/html"),
    );
    vec![get("/forms/{name}", forms::show, form), get("/openapi.json", openapi::show, document), page("/docs", docs)]
}
