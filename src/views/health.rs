//! Whether the program is alive, and whether it can do its work; for whoever watches it.

use crate::app::App;
use crate::web::probe_answer;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET /healthz`: the program answers. Asks nothing of the database. `doctor` of the same installation is told more.
pub async fn alive(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    if let Some(answer) = probe_answer(&request, &app) {
        return answer;
    }
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// `GET /readyz`: the database answers and has the schema of this program.
pub async fn ready(app: web::Data<App>) -> HttpResponse {
    match app.ready().await {
        Ok(()) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Err(cause) => {
            tracing::error!(%cause, "not ready");
            HttpResponse::ServiceUnavailable()
                .insert_header((header::RETRY_AFTER, "2"))
                .content_type("text/plain; charset=utf-8")
                .body("not ready\n")
        }
    }
}
