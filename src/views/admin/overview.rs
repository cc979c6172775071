//! `{admin.path}`: the site at a glance.

use crate::accounts::Admin;
use crate::app::App;
use crate::error::Result;
use crate::views::draw::{Content, reply};
use crate::views::page::Page;
use crate::web::client;
use actix_web::http::StatusCode;
use actix_web::web::{Data, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// How many there are of what.
pub async fn show(request: HttpRequest, app: Data<App>, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    draw(&request, &app, &admin).await.map_err(|error| Page::error(&request, error))
}

async fn draw(request: &HttpRequest, app: &App, admin: &Admin) -> Result<HttpResponse> {
    let site = app.run(client(request, app.settings()), |accounts, cx| accounts.site(cx)).await?;
    let content = Content {
        title: "Overview".into(),
        who: Some(admin.who()),
        view: json!({"figures": [
            {"label": "Accounts", "value": site.accounts},
            {"label": "With a verified address", "value": site.verified},
            {"label": "Staff", "value": site.staff},
            {"label": "Active sessions", "value": site.sessions},
            {"label": "Messages waiting", "value": site.waiting + site.failed},
            {"label": "Messages given up", "value": site.dead},
        ]}),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "admin/overview.html", &content)
}
