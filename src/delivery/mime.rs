//! An email as bytes (RFC 5322, RFC 2045): the one place where headers are written. Sends nothing.

use super::message::Email;
use crate::error::{Error, Result};
use lettre::message::header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, Message, MultiPart, SinglePart};
use lettre::{Address, address::Envelope};
use std::time::SystemTime;

/// `X-Countersign-Message`: what the email is about, for filters and for tests.
#[derive(Clone)]
struct Kind(String);

/// `Auto-Submitted` (RFC 3834, section 5): nobody's absence is answered.
#[derive(Clone)]
struct AutoSubmitted(String);

/// `Content-Language` (RFC 3282).
#[derive(Clone)]
struct Language(String);

macro_rules! header {
    ($name:ident = $text:literal) => {
        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }

            fn parse(text: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

header!(Kind = "X-Countersign-Message");
header!(AutoSubmitted = "Auto-Submitted");
header!(Language = "Content-Language");

/// The email with its headers and both parts, for exactly one recipient. The same email gives the same bytes.
///
/// # Errors
/// When an address is none, or a header would hold a line break.
pub fn mime(email: &Email) -> Result<Message> {
    for text in [&email.from, &email.to, &email.subject, &email.message_id, &email.language] {
        if text.chars().any(char::is_control) {
            return Err(Error::internal("a header of an email would hold a control character"));
        }
    }
    let to: Address = email.to.parse().map_err(|_| Error::internal("the recipient is not an email address"))?;
    let from: Mailbox = email.from.parse().map_err(|_| Error::internal("the sender is not an email address"))?;
    let envelope = Envelope::new(Some(from.email.clone()), vec![to.clone()]).map_err(Error::internal)?;
    let part = |kind: ContentType, body: &str| SinglePart::builder().header(kind).body(encoded(body));
    let parts = MultiPart::alternative()
        .boundary(format!("countersign-{}", email.id))
        .singlepart(part(ContentType::TEXT_PLAIN, &email.text))
        .singlepart(part(ContentType::TEXT_HTML, &email.html));
    Message::builder()
        .date(SystemTime::from(email.date))
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(email.subject.clone())
        .message_id(Some(email.message_id.clone()))
        .header(Kind(email.kind.slug().to_owned()))
        .header(AutoSubmitted("auto-generated".to_owned()))
        .header(Language(email.language.clone()))
        .envelope(envelope)
        .multipart(parts)
        .map_err(Error::internal)
}

/// Longest line that may leave as it is, in bytes (RFC 5322, section 2.1.1).
const LONGEST_LINE: usize = 998;

/// Plain ASCII leaves as it is, so that no link is cut in two for those who look at the bytes; the rest is encoded.
fn encoded(text: &str) -> Body {
    let as_it_is = |line: &str| line.len() <= LONGEST_LINE && !line.contains(['\r', '\0']);
    if text.is_ascii() && text.split('\n').all(as_it_is) {
        let lines = text.replace('\n', "\r\n").into_bytes();
        return Body::dangerous_pre_encoded(lines, ContentTransferEncoding::SevenBit);
    }
    Body::new(text.to_owned())
}
