//! A sign-in as a reply: tokens in the body, or a cookie in the header.

use super::account::user_json;
use super::call::Call;
use crate::accounts::{Bearing, Entry, TokenPair};
use crate::phrase::Phrase;
use crate::web::{give, unsaid};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use secrecy::ExposeSecret;
use serde_json::{Value, json};

/// The reply to a call that has begun a session.
pub fn signed_in(call: &Call, status: StatusCode, entry: &Entry) -> HttpResponse {
    let mut all = json!({"user": user_json(&entry.user)});
    if let Bearing::Bearer(pair) = &entry.bearing {
        add_tokens(&mut all, pair);
    }
    let mut reply = HttpResponse::build(status).json(all);
    give(&call.request, call.app.settings(), &entry.bearing, &mut reply);
    reply
}

/// Adds a pair of tokens, named as in RFC 6749, 5.1.
pub fn add_tokens(all: &mut Value, pair: &TokenPair) {
    all["access_token"] = json!(pair.access_token.expose_secret());
    all["refresh_token"] = json!(pair.refresh_token.expose_secret());
    all["token_type"] = json!("Bearer");
    all["expires_in"] = json!(pair.expires_in);
}

/// A reply that says something, beside what else is in it.
pub fn said(status: StatusCode, id: &'static str, mut all: Value) -> HttpResponse {
    all["detail"] = json!(Phrase::new(id));
    unsaid(status, "application/json", all)
}
