//! The stylesheet, the pictures and the one script, embedded. Asked for with the hash of their content they may be kept for ever;
//! without, they are asked for again.

use super::files::{self, version};
use super::page::Page;
use crate::error::{Code, Error};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET /static/{file}`
pub async fn show(name: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, Page> {
    // Only what was embedded has a name here, so no path leads anywhere else.
    let file = files::find(name.as_str()).ok_or_else(|| Page::error(&request, Error::Refused(Code::NotFound)))?;
    let version = version(file);
    let tag = header::EntityTag::new_strong(version.clone());
    let kept = request.query_string() == format!("v={version}");
    let caching = if kept { "public, max-age=31536000, immutable" } else { "public, max-age=0, must-revalidate" };
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut reply = match known {
        Some(known) if known.contains(&version) => HttpResponse::NotModified(),
        _ => HttpResponse::Ok(),
    };
    reply.insert_header((header::CACHE_CONTROL, caching)).insert_header(header::ETag(tag));
    if known.is_some_and(|known| known.contains(&version)) {
        return Ok(reply.finish());
    }
    Ok(reply.content_type(media_type(name.as_str())).body(file))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
