//! Twilio Verify, version 2, as a phone verifier (<https://www.twilio.com/docs/verify/api>).

use super::client;
use super::message::Failed;
use super::trust::Trust;
use super::verifier::{PhoneVerifier, Start, Unreachable, Verdict};
use crate::error::{Error, Result};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;
use ureq::Agent;
use ureq::http::{Request, header};
use ureq::tls::TlsConfig;
use url::{Host, Url};

/// How long the service may take for one request: whoever typed a code waits for it.
const TIMEOUT: Duration = Duration::from_secs(5);
/// Its answers have about a thousand bytes; more than this is none of them.
const LONGEST_ANSWER: u64 = 16 * 1024;
const WHOM: &str = "the phone verifier";

/// Languages it takes; any other is refused as not found, and left to the country of the number instead.
const LANGUAGES: &[&str] = &[
    "af", "ar", "ca", "cs", "da", "de", "el", "en", "en-GB", "es", "et", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "kn", "ko", "lt", "mr", "ms", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sv", "te", "th",
    "tl", "tr", "uk", "vi", "zh", "zh-CN", "zh-HK",
];

/// A Verify service of a Twilio account.
pub struct TwilioVerify {
    agent: Agent,
    /// Up to the service, without a slash at its end.
    url: Url,
    /// Who vouches for it.
    tls: TlsConfig,
    authorization: SecretString,
    timeout: Duration,
}

/// An answer that could be read: the status and the body.
struct Answer {
    status: u16,
    body: Value,
}

impl TwilioVerify {
    /// Where Twilio is, for `base`.
    pub const BASE: &'static str = "https://verify.twilio.com";

    /// The service `VA…` of the account `AC…` (or of an API key `SK…` and its secret) at `base`. Connects to nothing yet.
    ///
    /// # Errors
    /// When one of these cannot be what it should be.
    pub fn new(account: &str, auth_token: &SecretString, service: &str, base: &str) -> Result<Self> {
        if !(is_sid(account, "AC") || is_sid(account, "SK")) {
            return Err(Error::internal("the account SID is AC, or SK for an API key, and 32 hexadecimal digits"));
        }
        if !is_sid(service, "VA") {
            return Err(Error::internal("the SID of a Verify service is VA and 32 hexadecimal digits"));
        }
        if auth_token.expose_secret().is_empty() {
            return Err(Error::internal("the auth token is empty"));
        }
        let url = format!("{}/v2/Services/{service}", base.trim_end_matches('/'));
        let url = Url::parse(&url).ok().filter(is_safe);
        let url = url.ok_or_else(|| {
            Error::internal(
                "the base is https:// and a host, as in \"https://verify.twilio.com\", or http:// on loopback",
            )
        })?;
        let authorization = SecretString::from(client::basic(account, auth_token.expose_secret()));
        let tls = Trust::default().https()?;
        Ok(Self { agent: client::agent(&url, TIMEOUT, tls.clone()), url, tls, authorization, timeout: TIMEOUT })
    }

    /// The same, vouched for by whom `trust` believes; without this, by the authorities built in.
    ///
    /// # Errors
    /// When its certificates cannot be used.
    pub fn trusting(self, trust: &Trust) -> Result<Self> {
        let tls = trust.https()?;
        Ok(Self { agent: client::agent(&self.url, self.timeout, tls.clone()), tls, ..self })
    }

    /// The same, but the service may take so long for one request.
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { agent: client::agent(&self.url, timeout, self.tls.clone()), timeout, ..self }
    }

    /// Sends a form and reads what comes back. A redirect is an answer like any other that is not expected.
    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Answer, Unreachable> {
        let failed = |error: &ureq::Error| Unreachable(client::told(WHOM, error));
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(format!("{}/{path}", self.url))
            .header(header::AUTHORIZATION, self.authorization.expose_secret())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json")
            .body(form)
            .map_err(|_| Unreachable(format!("the request to {WHOM} cannot be written")))?;
        let mut answer = self.agent.run(request).map_err(|error| failed(&error))?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(LONGEST_ANSWER).read_to_vec();
        let body = body.map_err(|error| failed(&error))?;
        Ok(Answer { status, body: serde_json::from_slice(&body).unwrap_or_default() })
    }

    /// Makes an earlier code good for nothing. One that is over already is not found.
    fn cancel(&self, id: &str) -> Result<(), Unreachable> {
        match self.post(&format!("Verifications/{id}"), &[("Status", "canceled")])? {
            Answer { status: 200..=299 | 404, .. } => Ok(()),
            answer => Err(answer.unexpected()),
        }
    }
}

impl Answer {
    fn text(&self, member: &str) -> &str {
        self.body.get(member).and_then(Value::as_str).unwrap_or_default()
    }

    /// Twilio's own number for what went wrong.
    fn code(&self) -> Option<i64> {
        self.body.get("code").and_then(Value::as_i64)
    }

    /// The status and the number; the words may quote what was sent.
    fn unexpected(&self) -> Unreachable {
        let number = self.code().map(|code| format!(" (error {code})")).unwrap_or_default();
        let redirect = if (300..400).contains(&self.status) { ", and redirects are not followed" } else { "" };
        Unreachable(format!("{WHOM} answered {}{number}{redirect}", self.status))
    }
}

impl PhoneVerifier for TwilioVerify {
    fn start(&self, start: &Start<'_>) -> Result<String, Failed> {
        let passing = |Unreachable(why)| Failed::Passing(why);
        // Twilio sends the code of a verification that is under way once more, whatever it was for.
        for id in start.before.iter().filter(|id| is_sid(id, "VE")) {
            self.cancel(id).map_err(passing)?;
        }
        let mut fields = vec![("To", start.to), ("Channel", "sms")];
        if LANGUAGES.contains(&start.language) {
            fields.push(("Locale", start.language));
        }
        let answer = self.post("Verifications", &fields).map_err(passing)?;
        match answer.status {
            200..=299 => {}
            // A number that takes no messages, or that Twilio will not send to.
            400 | 403 => return Err(Failed::Final(answer.unexpected().0)),
            _ => return Err(passing(answer.unexpected())),
        }
        let sid = answer.text("sid");
        if !is_sid(sid, "VE") || answer.text("to") != start.to || answer.text("status") != "pending" {
            return Err(Failed::Passing(format!("{WHOM} answered {} to another question", answer.status)));
        }
        if start.before.iter().any(|before| before == sid) {
            return Err(Failed::Passing(format!("{WHOM} went on with a verification that was canceled")));
        }
        Ok(sid.to_owned())
    }

    fn check(&self, id: &str, to: &str, code: &str) -> Result<Verdict, Unreachable> {
        if !is_sid(id, "VE") {
            return Ok(Verdict::Gone);
        }
        let answer = self.post("VerificationCheck", &[("VerificationSid", id), ("Code", code)])?;
        match (answer.status, answer.code()) {
            // Answers of success say of whom they are.
            (200..=299, _) if answer.text("to") == to => match answer.text("status") {
                "approved" => Ok(Verdict::Right),
                "pending" => Ok(Verdict::Wrong),
                "canceled" | "expired" | "max_attempts_reached" | "deleted" | "failed" => Ok(Verdict::Gone),
                _ => Err(Unreachable(format!("{WHOM} answered {} with an unknown status", answer.status))),
            },
            (200..=299, _) => Err(Unreachable(format!("{WHOM} answered {} to another question", answer.status))),
            // 60200: this cannot be a code at all. 60202: five wrong ones.
            (400, Some(60200)) => Ok(Verdict::Wrong),
            (429, Some(60202)) | (404, _) => Ok(Verdict::Gone),
            _ => Err(answer.unexpected()),
        }
    }

    /// A tenth of the longest.
    fn usual_time(&self) -> Duration {
        self.timeout / 10
    }
}

/// Two letters and 32 hexadecimal digits: nothing that means something in a path.
fn is_sid(text: &str, kind: &str) -> bool {
    text.strip_prefix(kind).is_some_and(|rest| rest.len() == 32 && rest.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Whether a password may be sent there.
fn is_safe(url: &Url) -> bool {
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
        None => false,
    };
    let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    plain && url.fragment().is_none() && (url.scheme() == "https" || url.scheme() == "http" && loopback)
}

/// Without the password.
impl fmt::Debug for TwilioVerify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TwilioVerify").field(&self.url.host_str().unwrap_or_default()).finish()
    }
}
