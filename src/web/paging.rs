//! Long lists, a page at a time: `?limit&cursor`, and the `Link` to the next page (RFC 8288). Knows no list.

use crate::accounts::Listed;
use crate::db::Id;
use crate::error::{Code, FormErrors, Result};
use crate::phrase::Phrase;
use crate::settings::Settings;
use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderValue};
use serde_json::Value;
use std::str::FromStr;

/// So many on a page unless asked otherwise.
const USUAL: u32 = 50;
/// And never more.
const MOST: u32 = 100;

/// Which page of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging<C = Id> {
    /// How many on it at most.
    pub limit: u32,
    /// What it comes after; none for the first page.
    pub cursor: Option<C>,
}

impl<C: FromStr> Paging<C> {
    /// What a query string asks for.
    ///
    /// # Errors
    /// [`Code::Invalid`] at `limit` and at `cursor`.
    pub fn of_query(query: &str) -> Result<Self> {
        let mut errors = FormErrors::default();
        let mut paging = Self { limit: USUAL, cursor: None };
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "limit" => match value.parse() {
                    Ok(limit) if (1..=MOST).contains(&limit) => paging.limit = limit,
                    _ => errors.say(
                        "limit",
                        Code::Invalid,
                        Phrase::new("forms-range")
                            .with("what", "number")
                            .with("min", "1")
                            .with("max", MOST.to_string()),
                    ),
                },
                "cursor" => match value.parse() {
                    Ok(cursor) => paging.cursor = Some(cursor),
                    Err(_) => errors.say("cursor", Code::Invalid, Phrase::new("paging-cursor")),
                },
                _ => {}
            }
        }
        errors.or(|| paging)
    }
}

impl<C> Paging<C> {
    /// Where the next page is, which comes after `next`. `query` is what else the list is asked for, or empty.
    #[must_use]
    pub fn further(&self, path: &str, query: &str, next: &str) -> String {
        let joint = if query.is_empty() { "" } else { "&" };
        let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
        format!("{path}?{query}{joint}limit={}&cursor={next}", self.limit)
    }
}

impl Paging {
    /// The page as a reply of the API. `path` is that of the list, such as `/me/sessions`.
    #[must_use]
    pub fn reply<T>(
        self,
        settings: &Settings,
        path: &str,
        page: &Listed<T>,
        draw: impl Fn(&T) -> Value,
    ) -> HttpResponse {
        let items = page.items.iter().map(draw).collect();
        with_next(settings, items, page.next.map(|next| self.further(path, "", &next.to_string())).as_deref())
    }
}

/// A page of a list as a reply of the API, with the way to the next one, below `/api/v1`.
#[must_use]
pub fn with_next(settings: &Settings, items: Vec<Value>, next: Option<&str>) -> HttpResponse {
    let mut reply = HttpResponse::Ok().json(items);
    let link = next.map(|next| format!("<{}/api/v1{next}>; rel=\"next\"", settings.public_url.base));
    if let Some(Ok(link)) = link.map(|link| HeaderValue::from_str(&link)) {
        reply.headers_mut().insert(header::LINK, link);
    }
    reply
}

#[cfg(test)]
mod tests {
    use super::Paging;

    #[test]
    fn a_page_is_of_a_size_that_can_be_answered() {
        let id = "0199f000-0000-7000-8000-000000000000";
        let limit = |query: &str| <Paging>::of_query(query).map(|paging| paging.limit).ok();
        assert_eq!(limit(""), Some(50));
        assert_eq!(limit("session=cookie"), Some(50));
        assert_eq!(limit("limit=1"), Some(1));
        assert_eq!(limit(&format!("limit=100&cursor={id}")), Some(100));
        for bad in
            ["limit=0", "limit=101", "limit=", "limit=-1", "limit=1.5", "limit=x", "limit=99999999999", "cursor="]
        {
            assert_eq!(limit(bad), None, "{bad}");
        }
        for bad in ["cursor=x", "cursor=1", "limit=x&limit=1"] {
            assert_eq!(limit(bad), None, "{bad}");
        }
        let both = <Paging>::of_query("limit=0&cursor=x").unwrap_err();
        assert_eq!(both.to_string(), "the form was refused: invalid, invalid");
    }
}
