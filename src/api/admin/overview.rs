//! `GET /admin`

use crate::accounts::{Span, Step};
use crate::api::problem::Problem;
use crate::app::App;
use crate::forms::administer;
use crate::web::{Listing, client};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// How many there are of what, and what happened over time.
pub async fn show(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    let narrowed = administer::overview().clean(&Listing::input(request.query_string()))?;
    let span = Span::named(narrowed.text("span"));
    let (site, steps) = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            Ok((accounts.site(cx)?, accounts.activity(cx, span)?))
        })
        .await?;
    Ok(HttpResponse::Ok().json(json!({
        "accounts": site.accounts,
        "verified": site.verified,
        "staff": site.staff,
        "sessions": {"browsers": site.browsers, "programs": site.programs},
        "messages": {"waiting": site.waiting, "failed": site.failed, "dead": site.dead},
        "schema_is_current": site.schema_is_current,
        "warnings": app.warnings().iter().map(|warning| json!({
            "key": warning.key, "problem": warning.problem, "remedy": warning.remedy,
        })).collect::<Vec<_>>(),
        "span": span.as_str(),
        "activity": steps.iter().map(draw).collect::<Vec<_>>(),
    })))
}

fn draw(step: &Step) -> Value {
    json!({
        "from": step.from,
        "registrations": step.registrations,
        "logins": step.logins,
        "refusals": step.refusals,
        "sent": step.sent,
        "dead": step.dead,
    })
}
