//! A long list as a query asks for it: which page of it, and what narrows it down. Knows no list.

use super::paging::Paging;
use crate::accounts::Listed;
use crate::db::Id;
use crate::error::Result;
use crate::forms::{Filters, Input, Narrowed, Source, Value};
use crate::settings::Settings;
use actix_web::HttpResponse;
use std::fmt::Write;

/// A list, asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Which page.
    pub paging: Paging,
    /// What narrows it down.
    pub narrowed: Narrowed,
}

impl Listing {
    /// What a query string asks for.
    ///
    /// # Errors
    /// As [`Paging::of_query`]; as [`Filters::clean`].
    pub fn of_query(query: &str, filters: &Filters) -> Result<Self> {
        let narrowed = filters.clean(&Self::input(query))?;
        Ok(Self { paging: Paging::of_query(query)?, narrowed })
    }

    /// What a query string says beside the page, and beside what pages say to themselves: what has just been `done`.
    #[must_use]
    pub fn input(query: &str) -> Input {
        let mut members: Vec<(String, Value)> = Vec::new();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let known = matches!(&*name, "limit" | "cursor" | "done") || members.iter().any(|(n, _)| *n == name);
            if !known {
                members.push((name.into_owned(), Value::Text(value.into_owned())));
            }
        }
        Input::new(Source::Page, members)
    }

    /// The query that asks for the page after `next`.
    #[must_use]
    pub fn after(&self, next: Id) -> String {
        let mut query = self.narrowed.query();
        let joint = if query.is_empty() { "" } else { "&" };
        // Writing to a String cannot fail.
        let _ = write!(query, "{joint}limit={}&cursor={next}", self.paging.limit);
        query
    }

    /// The page as a reply of the API. `path` is that of the list, such as `/admin/events`.
    #[must_use]
    pub fn reply<T>(
        &self,
        settings: &Settings,
        path: &str,
        page: &Listed<T>,
        draw: impl Fn(&T) -> serde_json::Value,
    ) -> HttpResponse {
        let query = self.narrowed.query();
        let path = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        self.paging.reply(settings, &path, page, draw)
    }
}
