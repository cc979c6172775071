//! `{admin.path}`: the site at a glance.

use super::chart::{Bar, chart};
use crate::accounts::{Admin, Site, Span, Step};
use crate::app::App;
use crate::db::Time;
use crate::error::Result;
use crate::forms::administer;
use crate::languages::FIRST;
use crate::languages::number;
use crate::phrase::Phrase;
use crate::views::draw::{Content, reply};
use crate::views::page::Page;
use crate::web::{Listing, client};
use actix_web::http::StatusCode;
use actix_web::web::{Data, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// How many there are of what, what needs doing, and what happened over time.
pub async fn show(request: HttpRequest, app: Data<App>, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    draw(&request, &app, &admin).await.map_err(|error| Page::error(&request, error))
}

async fn draw(request: &HttpRequest, app: &App, admin: &Admin) -> Result<HttpResponse> {
    // Whoever mistypes a span sees the usual one.
    let narrowed = administer::overview().clean(&Listing::input(request.query_string())).unwrap_or_default();
    let span = Span::named(narrowed.text("span"));
    let (site, steps) = app
        .run(client(request, app.settings()), move |accounts, cx| {
            Ok((accounts.site(cx)?, accounts.activity(cx, span)?))
        })
        .await?;
    let root = &app.settings().admin.path;
    let content = Content {
        title: Phrase::new("admin-overview-title"),
        who: Some(admin.who()),
        view: json!({
            "figures": figures(&site, root),
            "todo": todo(app, &site, root),
            "spans": spans(span, root),
            "charts": charts(span, &steps),
        }),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "admin/overview.html", &content)
}

fn figures(site: &Site, root: &str) -> Value {
    let figure = |label, count| json!({"label": Phrase::new(label), "value": number(count), "href": null});
    let mut all = vec![
        figure("admin-overview-accounts", site.accounts),
        figure("admin-overview-verified", site.verified),
        figure("admin-overview-staff", site.staff),
        figure("admin-overview-browsers", site.browsers),
        figure("admin-overview-programs", site.programs),
    ];
    let mut waiting = figure("admin-overview-waiting", site.waiting + site.failed);
    waiting["href"] = json!(format!("{root}/messages"));
    all.push(waiting);
    json!(all)
}

/// What needs doing, the most pressing first.
fn todo(app: &App, site: &Site, root: &str) -> Vec<Value> {
    let item = |title: Phrase, text: Phrase, href: Option<String>| json!({"title": title, "text": text, "href": href, "lang": null});
    let messages = |title, text, count: i64, state: &str| {
        item(Phrase::new(title), Phrase::new(text).with("count", count), Some(format!("{root}/messages?state={state}")))
    };
    let mut all = Vec::new();
    if !site.schema_is_current {
        all.push(item(Phrase::new("admin-overview-schema"), Phrase::new("admin-overview-schema-text"), None));
    }
    if site.dead > 0 {
        all.push(messages("admin-overview-dead", "admin-overview-dead-text", site.dead, "dead"));
    }
    if site.failed > 0 {
        all.push(messages("admin-overview-failed", "admin-overview-failed-text", site.failed, "failed"));
    }
    // In the words in which `check` and the log tell them, which are English.
    let warnings = app.warnings().iter();
    all.extend(warnings.map(|one| {
        let end = if one.problem.ends_with('.') { "" } else { "." };
        let text = format!("{}{end} {}", one.problem, one.remedy);
        json!({"title": one.key, "text": text, "href": null, "lang": FIRST})
    }));
    all
}

fn spans(shown: Span, root: &str) -> Vec<Value> {
    let fields = administer::overview().fields;
    let choices = fields.first().map(|field| field.choices().into_owned()).unwrap_or_default();
    let link = |choice: &crate::forms::Choice| {
        json!({
            "href": format!("{root}?span={}", choice.value),
            "label": choice.label,
            "current": choice.value == shown.as_str(),
        })
    };
    choices.iter().map(link).collect()
}

fn charts(span: Span, steps: &[Step]) -> Vec<Value> {
    let bars = |good: fn(&Step) -> i64, bad: fn(&Step) -> i64| -> Vec<Bar> {
        let bar = |step: &Step| Bar { when: when(span, step.from), good: good(step), bad: bad(step) };
        steps.iter().map(bar).collect()
    };
    let good = |name, label, count| chart(name, label, (Some(label), None), &bars(count, |_| 0));
    vec![
        good("registrations", "admin-chart-registrations", |step| step.registrations),
        good("logins", "admin-chart-logins", |step| step.logins),
        chart(
            "refusals",
            "admin-chart-refusals",
            (None, Some("admin-chart-refusals")),
            &bars(|_| 0, |step| step.refusals),
        ),
        chart(
            "deliveries",
            "admin-chart-messages",
            (Some("admin-chart-sent"), Some("admin-chart-dead")),
            &bars(|step| step.sent, |step| step.dead),
        ),
    ]
}

/// When a step was, as exactly as it is long, in figures that every language reads alike.
fn when(span: Span, at: Time) -> String {
    let form = match span {
        Span::Day => "%H:%M",
        Span::Week => "%Y-%m-%d %H:%M",
        Span::Month => "%Y-%m-%d",
    };
    at.timestamp().strftime(form).to_string()
}
