//! The whole document, put together from the route table.

use super::components;
use super::operation::Tag;
use crate::api::routes::{BASE, table};
use crate::app::App;
use actix_web::http::Method;
use actix_web::{HttpResponse, web};
use serde_json::{Map, Value, json};

const ABOUT: &str = "Accounts: registration, sign-in, verification and recovery by username, email address or phone \
    number.\n\nWhat is described here is what this installation serves, with the forms that its settings declare. Every \
    refusal is a problem (RFC 9457) with a `code` for programs. Bodies are JSON or form-encoded; an unknown member, or one \
    that stands twice, is refused. In JSON null means absent.";

/// The OpenAPI document of the API, under the settings that `app` runs with. In English, for whoever writes programs.
#[must_use]
pub fn document(app: &App) -> Value {
    let mut paths = Map::new();
    let mut schemas: Map<String, Value> =
        components::schemas().into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    for endpoint in table(app).iter().filter(|endpoint| (endpoint.there)(app.settings())) {
        for (path, operation) in &endpoint.operations {
            if let Some((name, schema)) = operation.body() {
                schemas.insert(name.to_owned(), schema.clone());
            }
            let method = endpoint.method.as_str().to_ascii_lowercase();
            let at = paths.entry(format!("{BASE}{path}")).or_insert_with(|| json!({}));
            at[method] = operation.describe(endpoint.method == Method::GET);
        }
    }
    let tags: Vec<Value> = Tag::ALL
        .iter()
        .map(|tag| {
            let (name, description) = tag.words();
            json!({"name": name, "description": description})
        })
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "countersign",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        // First wherever the document was read: it is right under every name that leads here.
        "servers": [{"url": "/"}, {"url": app.settings().public_url.base}],
        "tags": tags,
        "paths": paths,
        "webhooks": components::webhooks(),
        "components": {
            "schemas": schemas,
            "headers": components::headers(),
            "securitySchemes": components::security(app.settings()),
        },
    })
}

/// `GET /openapi.json`
pub async fn show(app: web::Data<App>) -> HttpResponse {
    HttpResponse::Ok().json(document(&app))
}
