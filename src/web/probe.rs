//! How this program sees a request, told to `doctor` of the same installation and to nobody else.

use super::client::hops;
use crate::app::App;
use crate::tokens::Probe;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// The answer, if the request carries a question of this installation.
#[must_use]
pub fn answer(request: &HttpRequest, app: &App) -> Option<HttpResponse> {
    let question = request.headers().get(Probe::QUESTION)?.to_str().ok()?;
    let probe = app.probe();
    if !probe.is_ours(question, app.now()) {
        return None;
    }
    let (peer, forwarded) = hops(request);
    let trusted: Vec<String> = app.settings().server.trusted_proxies.iter().map(ToString::to_string).collect();
    let answer = json!({
        "version": env!("CARGO_PKG_VERSION"), "now": app.now(), "peer": peer, "forwarded": forwarded, "trusted": trusted,
    });
    let answer = answer.to_string();
    let proof = probe.proof(question, &answer);
    let mut reply = HttpResponse::Ok();
    reply.insert_header((header::CACHE_CONTROL, "no-store")).insert_header((Probe::PROOF, proof));
    Some(reply.content_type("application/json").body(answer))
}
