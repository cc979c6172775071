//! A request's body, read within limits of size and time, as names and values. Knows content types; refuses to know
//! fields.

use crate::error::{Code, Error, Result};
use crate::forms::{Input, Source, Value};
use crate::settings::Server;
use actix_web::http::header;
use actix_web::{HttpMessage, HttpRequest, web};
use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use std::fmt;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// The body of a form post from a page.
///
/// # Errors
/// [`Code::UnsupportedMediaType`], [`Code::TooLarge`], [`Code::Malformed`].
pub async fn read_form(request: &HttpRequest, body: web::Payload, server: &Server) -> Result<Input> {
    refuse_encoded(request)?;
    match essence(request) {
        Some(FORM) => form(&collect(request, body, server.max_form_bytes, server).await?, Source::Page),
        // A form with nothing in it, such as the button that signs out, may come without a type.
        None if collect(request, body, server.max_form_bytes, server).await?.is_empty() => {
            Ok(Input::new(Source::Page, Vec::new()))
        }
        _ => Err(Error::Refused(Code::UnsupportedMediaType)),
    }
}

/// The body of an API call, JSON or form-encoded. No body at all is an empty object.
///
/// # Errors
/// [`Code::UnsupportedMediaType`], [`Code::TooLarge`], [`Code::Malformed`].
pub async fn read_json_or_form(request: &HttpRequest, body: web::Payload, server: &Server) -> Result<Input> {
    refuse_encoded(request)?;
    match essence(request) {
        Some(JSON) => json(&collect(request, body, server.max_json_bytes, server).await?),
        Some(FORM) => form(&collect(request, body, server.max_form_bytes, server).await?, Source::Form),
        None if collect(request, body, server.max_json_bytes, server).await?.is_empty() => {
            Ok(Input::new(Source::Json, Vec::new()))
        }
        _ => Err(Error::Refused(Code::UnsupportedMediaType)),
    }
}

/// The content type, if it is one of the two that are read here; anything else is `Some("")`.
fn essence(request: &HttpRequest) -> Option<&'static str> {
    if !request.headers().contains_key(header::CONTENT_TYPE) {
        return None;
    }
    let known = [JSON, FORM];
    let given = request.content_type().trim().to_ascii_lowercase();
    Some(known.into_iter().find(|known| *known == given).unwrap_or(""))
}

/// An encoded body would be unpacked before its size is known.
fn refuse_encoded(request: &HttpRequest) -> Result<()> {
    let encoded = request.headers().get(header::CONTENT_ENCODING).is_some_and(|value| value != "identity");
    if encoded { Err(Error::Refused(Code::UnsupportedMediaType)) } else { Ok(()) }
}

async fn collect(request: &HttpRequest, body: web::Payload, limit: usize, server: &Server) -> Result<Vec<u8>> {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: usize| length > limit) {
        return Err(Error::Refused(Code::TooLarge));
    }
    let read = tokio::time::timeout(server.request_timeout, body.to_bytes_limited(limit)).await;
    match read {
        Ok(Err(_)) => Err(Error::Refused(Code::TooLarge)),
        // Too slow, or broken off.
        Err(_) | Ok(Ok(Err(_))) => Err(Error::Refused(Code::Malformed)),
        Ok(Ok(Ok(bytes))) => Ok(bytes.to_vec()),
    }
}

fn form(bytes: &[u8], source: Source) -> Result<Input> {
    let mut members: Vec<(String, Value)> = Vec::new();
    let mut replaced = 0;
    for (name, value) in url::form_urlencoded::parse(bytes) {
        if members.iter().any(|(n, _)| *n == name) {
            return Err(Error::Refused(Code::Malformed));
        }
        replaced += name.matches('\u{FFFD}').count() + value.matches('\u{FFFD}').count();
        members.push((name.into_owned(), Value::Text(value.into_owned())));
    }
    // Text that is no UTF-8 has been replaced by U+FFFD; a password must not be changed on the way in. Where U+FFFD
    // itself was sent, it is a character like any other.
    let written = |sign: &[u8]| bytes.windows(sign.len()).filter(|part| part.eq_ignore_ascii_case(sign)).count();
    if replaced == written(b"%EF%BF%BD") + written("\u{FFFD}".as_bytes()) {
        Ok(Input::new(source, members))
    } else {
        Err(Error::Refused(Code::Malformed))
    }
}

fn json(bytes: &[u8]) -> Result<Input> {
    let members: Members = serde_json::from_slice(bytes).map_err(|_| Error::Refused(Code::Malformed))?;
    Ok(Input::new(Source::Json, members.0))
}

/// A JSON object in which no name stands twice; parsers differ in which one they take (RFC 8259, 4).
struct Members(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members: Vec<(String, Value)> = Vec::new();
        while let Some((name, Member(value))) = map.next_entry::<String, Member>()? {
            if members.iter().any(|(known, _)| *known == name) {
                return Err(A::Error::custom("a name stands twice"));
            }
            members.push((name, value));
        }
        Ok(Members(members))
    }
}

struct Member(Value);

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MemberVisitor).map(Member)
    }
}

struct MemberVisitor;

impl<'de> Visitor<'de> for MemberVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(serde_json::Number::from_f64(number).map_or(Value::Other, Value::Number))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}
