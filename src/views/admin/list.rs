//! A long list as a page for staff: what narrows it down, its rows, the way on. Knows no list.

use crate::accounts::{Admin, Listed};
use crate::app::App;
use crate::db::{Id, Time};
use crate::error::{Code, Error, FormErrors, Result};
use crate::forms::{Filters, Input};
use crate::languages::{ago, moment};
use crate::phrase::Phrase;
use crate::views::draw::{Content, form, reply};
use crate::web::{Listing, status};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a list is called and where it is.
#[derive(Clone, Debug)]
pub struct List<'a> {
    /// The heading.
    pub title: Phrase,
    /// A line under it.
    pub intro: Phrase,
    /// What has just happened, or empty.
    pub notice: Phrase,
    /// Below `admin.path`.
    pub path: &'a str,
    /// What draws it.
    pub template: &'a str,
    /// What narrows it down.
    pub filters: &'a Filters,
}

/// The rows of one page.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Each as its template wants it.
    pub rows: Vec<Value>,
    /// The query of the next page.
    pub next: Option<String>,
}

impl Rows {
    /// The rows of a page that was found.
    pub fn of<T>(listing: &Listing, page: &Listed<T>, draw: impl Fn(&T) -> Value) -> Self {
        Self { rows: page.items.iter().map(draw).collect(), next: page.next.map(|next| listing.after(next)) }
    }
}

impl List<'_> {
    /// The page with what was found; for a refusal of what was asked, the page that says what is wrong with it, and no rows.
    /// `refused` is what else was refused.
    ///
    /// # Errors
    /// Every other refusal.
    pub fn page(
        &self,
        request: &HttpRequest,
        app: &App,
        admin: &Admin,
        found: Result<Rows>,
        refused: Option<&Error>,
    ) -> Result<HttpResponse> {
        let (found, wrong) = match found {
            Ok(found) => (found, None),
            Err(error @ Error::Invalid(_)) => (Rows::default(), Some(error)),
            Err(other) => return Err(other),
        };
        let error = refused.or(wrong.as_ref());
        let query = request.query_string();
        let at = format!("{}{}", app.settings().admin.path, self.path);
        let input = Listing::input(query);
        let narrowed = input.names().any(|name| input.shown(name).is_some_and(|text| !text.is_empty()));
        let beyond_the_first = url::form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == "cursor");
        let first = Listing::of_query(query, self.filters).map(|listing| listing.narrowed.query()).unwrap_or_default();
        let first = if first.is_empty() { at.clone() } else { format!("{at}?{first}") };
        let content = Content {
            title: self.title.clone(),
            intro: self.intro.clone(),
            notice: if error.is_none() { self.notice.clone() } else { Phrase::NONE },
            who: Some(admin.who()),
            form: form("filter", &at, Phrase::new("admin-filter-submit"), &self.filters.fields, Some(&input), error),
            view: json!({
                "at": at,
                "rows": found.rows,
                "next": found.next.map(|next| format!("{at}?{next}")).unwrap_or_default(),
                "first": if beyond_the_first { first } else { String::new() },
                "clear": if narrowed { at.as_str() } else { "" },
                "narrowed": narrowed,
                "refused": wrong.is_some(),
            }),
            ..Content::default()
        };
        reply(request, error.map_or(StatusCode::OK, status), self.template, &content)
    }
}

/// An instant as templates want it.
pub fn time(at: Time, now: Time) -> Value {
    let ago = if at <= now { ago(now.since(at)) } else { Phrase::NONE };
    json!({"at": at, "words": moment(at.timestamp()), "ago": ago})
}

/// An account that a row speaks of: where its page is, and what it is called, if it is still there.
pub fn account(app: &App, names: &BTreeMap<Id, String>, id: Option<Id>) -> Value {
    let Some(id) = id else { return Value::Null };
    let href = names.get(&id).map(|_| format!("{}/accounts/{id}", app.settings().admin.path));
    json!({"id": id, "name": names.get(&id), "href": href})
}

/// The row that a button of a list is about: what was sent as `name`. Beside it only `others` may be sent.
///
/// # Errors
/// [`Code::Required`] at `name`; [`Code::UnknownField`]; [`Code::NotFound`] for what can be the key of no row.
pub fn chosen(input: &Input, name: &'static str, others: &[&str]) -> Result<Id> {
    let mut errors = FormErrors::default();
    let named = input.text(name, &mut errors).map(str::to_owned);
    let known: Vec<&str> = others.iter().copied().chain([name]).collect();
    input.refuse_others(&known, &mut errors);
    if named.is_none() {
        errors.add(name, Code::Required);
    }
    errors.or(|| named.unwrap_or_default())?.parse().map_err(|_| Error::Refused(Code::NotFound))
}
