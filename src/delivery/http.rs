//! Gives text messages to a service over HTTP, as `[sms.http]` describes it; knows no particular service.

use super::client;
use super::message::{Failed, Sending, Sms, SmsGateway, Turn};
use super::trust::Trust;
use crate::error::{Error, Result};
use crate::settings::{BodyFormat, SmsHttp, percent_decoded};
use secrecy::ExposeSecret;
use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;
use tera::{Context, Tera};
use ureq::Agent;
use ureq::http::{Request, StatusCode, header};
use url::Url;

/// How long the service may take, from the connection to the answer.
pub(super) const TIMEOUT: Duration = Duration::from_secs(10);

/// The name of the one template.
const BODY: &str = "sms.http.body";

/// The gateway to a service over HTTP.
pub struct HttpGateway(Arc<Service>);

struct Service {
    agent: Agent,
    url: Url,
    authorization: Option<String>,
    http: SmsHttp,
    body: Tera,
}

impl HttpGateway {
    /// The service that `http` describes, vouched for by whom `trust` believes, which may take `timeout` to answer.
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// When the template is none, asks for values other than `to`, `from` and `text`, or the address is none.
    pub fn new(http: SmsHttp, timeout: Duration, trust: &Trust) -> Result<Self> {
        let mut url =
            Url::parse(http.url.expose_secret()).map_err(|_| Error::internal("sms.http.url is no address"))?;
        let authorization = basic(&url);
        // The client would send them on as they are.
        let _ = (url.set_username(""), url.set_password(None));
        let mut body = Tera::new();
        body.autoescape_on(vec![BODY]);
        body.set_escape_fn(match http.escape {
            BodyFormat::Json => json,
            BodyFormat::Form => form,
            BodyFormat::Xml => xml,
            BodyFormat::Plain => plain,
        });
        body.add_raw_template(BODY, http.body.expose_secret()).map_err(Error::internal)?;
        let agent = client::agent(&url, timeout, trust.https()?);
        let service = Service { agent, url, authorization, http, body };
        service.filled(&["+15550100", "sender", "text"]).map_err(Error::internal)?;
        Ok(Self(Arc::new(service)))
    }
}

impl Service {
    /// The body for one message.
    fn filled(&self, [to, from, text]: &[&str; 3]) -> tera::TeraResult<String> {
        let mut values = Context::new();
        values.insert("to", to);
        values.insert("from", from);
        values.insert("text", text);
        self.body.render(BODY, &values)
    }

    /// Asks the service, and waits for it.
    fn send(&self, to: &str, from: &str, text: &str) -> Result<(), Failed> {
        let wrong = |error: &dyn fmt::Display| Failed::Final(format!("the request cannot be written: {error}"));
        let body = self.filled(&[to, from, text]).map_err(|error| wrong(&error))?;
        let mut url = self.url.clone();
        let get = self.http.method == "GET";
        if get && !body.is_empty() {
            let query = url.query().map_or_else(|| body.clone(), |query| format!("{query}&{body}"));
            url.set_query(Some(&query));
        }
        let mut request = Request::builder().method(self.http.method.as_str()).uri(url.as_str());
        for (name, value) in &self.http.headers {
            request = request.header(name, value.expose_secret());
        }
        if let Some(authorization) = &self.authorization {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        let answer = if get {
            self.agent.run(request.body(()).map_err(|error| wrong(&error))?)
        } else {
            self.agent.run(request.body(body).map_err(|error| wrong(&error))?)
        };
        // What the service says beside the status is not read: it may quote the message, and every service says it its own way.
        self.judged(answer.map_err(|error| Failed::Passing(client::told("the SMS gateway", &error)))?.status())
    }

    /// Refused for what it says (400, 422), a message will be refused again; any other refusal may be over by then.
    fn judged(&self, status: StatusCode) -> Result<(), Failed> {
        let number = status.as_u16();
        if self.http.success.iter().any(|range| range.contains(&number)) {
            return Ok(());
        }
        let reason = format!("the SMS gateway answered {status}");
        match number {
            300..400 => Err(Failed::Passing(format!("{reason}, and redirects are not followed"))),
            400 | 422 => Err(Failed::Final(reason)),
            _ => Err(Failed::Passing(reason)),
        }
    }
}

/// The `Authorization` that a user and a password in an address stand for (RFC 7617).
fn basic(url: &Url) -> Option<String> {
    let user = percent_decoded(url.username()).filter(|user| !user.is_empty())?;
    let password = percent_decoded(url.password().unwrap_or_default())?;
    Some(client::basic(&user, &password))
}

/// As the inside of a JSON string (RFC 8259, section 7).
fn json(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let quoted = serde_json::to_string(text)?;
    let inside = quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default();
    out.write_all(inside.as_bytes())
}

/// As a value of a form (URL Standard, section 5.2).
fn form(text: &str, out: &mut dyn Write) -> io::Result<()> {
    url::form_urlencoded::byte_serialize(text.as_bytes()).try_for_each(|part| out.write_all(part.as_bytes()))
}

/// As text or an attribute of XML 1.0, in which most control characters cannot stand at all.
fn xml(text: &str, out: &mut dyn Write) -> io::Result<()> {
    text.chars().try_for_each(|c| match c {
        '<' => out.write_all(b"&lt;"),
        '>' => out.write_all(b"&gt;"),
        '&' => out.write_all(b"&amp;"),
        '"' => out.write_all(b"&quot;"),
        '\'' => out.write_all(b"&apos;"),
        '\n' => out.write_all(b"&#10;"),
        c if c.is_control() => Ok(()),
        c => write!(out, "{c}"),
    })
}

fn plain(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text.as_bytes())
}

impl fmt::Debug for HttpGateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HttpGateway").field(&self.0.url.host_str().unwrap_or_default()).finish()
    }
}

impl SmsGateway for HttpGateway {
    fn send<'a>(&'a self, sms: &'a Sms, turn: &'a dyn Turn) -> Sending<'a> {
        Box::pin(async move {
            let service = Arc::clone(&self.0);
            let Sms { to, from, text, .. } = sms.clone();
            turn.comes().await?;
            let asked = tokio::task::spawn_blocking(move || service.send(&to, &from, &text));
            asked.await.unwrap_or_else(|error| Err(Failed::Passing(error.to_string())))
        })
    }

    fn name(&self) -> &'static str {
        "http"
    }
}
