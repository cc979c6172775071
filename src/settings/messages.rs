//! The settings of messages and codes as the rest of the program sees them; knows nothing of sending.

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use secrecy::SecretString;

/// One-time passwords, and the waits after wrong ones.
#[derive(Clone, Debug)]
pub struct Otp {
    /// The least time between two codes to one address.
    pub resend_interval: Duration,
    /// Most codes to one address in an hour, at least 1.
    pub max_per_hour: u32,
    /// Most codes to one address in a day, at least 1.
    pub max_per_day: u32,
    /// The longest wait that wrong passwords or codes can lead to.
    pub max_wait: Duration,
    /// Wrong tries after which a code is dead, at least 1.
    pub max_attempts: u32,
    /// `[otp.email]`
    pub email: OtpCode,
    /// `[otp.phone]`
    pub phone: OtpCode,
}

/// What the codes for one kind of address look like.
#[derive(Clone, Debug)]
pub struct OtpCode {
    /// Characters of a code, 4 to 64. With the alphabet, at least a million codes.
    pub length: usize,
    /// Capital letters and digits of ASCII, none twice.
    pub alphabet: String,
    /// How long a code is good.
    pub ttl: Duration,
}

/// Whether addresses must be proved.
#[derive(Clone, Copy, Debug)]
pub struct Verification {
    /// Email addresses.
    pub email: Proof,
    /// Phone numbers.
    pub phone: Proof,
}

/// Whether one kind of address must be proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Registration sends a code; the account works without.
    Optional,
    /// Nobody signs in before the address is proved.
    Mandatory,
    /// Registration sends nothing.
    None,
}

/// How email is sent.
#[derive(Clone, Debug)]
pub struct Email {
    /// By which transport.
    pub transport: MailTransport,
    /// The sender: an address, perhaps with a name before it, as in `Club <noreply@example.org>`.
    pub from: String,
    /// The server of the smtp transport; there when that is the transport.
    pub smtp_url: Option<SmtpServer>,
    /// Where the file transport writes; a relative path was joined to the base directory.
    pub directory: PathBuf,
}

/// The ways email can leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailTransport {
    /// Shown on the console.
    Console,
    /// Given to a mail server.
    Smtp,
    /// Written to a directory.
    File,
    /// Kept in the process.
    Memory,
}

/// A mail server.
#[derive(Clone, Debug)]
pub struct SmtpServer {
    /// How the connection is kept from others' eyes.
    pub security: SmtpSecurity,
    /// A name or an address; an IPv6 address without brackets.
    pub host: String,
    /// Unless written 465 for TLS, 587 for STARTTLS, 25 for neither.
    pub port: u16,
    /// User and password, decoded.
    pub credentials: Option<(String, SecretString)>,
}

/// How a connection to a mail server is kept from others' eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpSecurity {
    /// TLS from the first byte: `smtps://` (RFC 8314).
    Tls,
    /// TLS after STARTTLS, which the server must offer: `smtp://` (RFC 3207).
    StartTls,
    /// Not at all: `smtp+insecure://`, on loopback only.
    None,
}

/// How text messages are sent.
#[derive(Clone, Debug)]
pub struct Sms {
    /// By which gateway.
    pub gateway: SmsGateway,
    /// Where the file gateway writes; a relative path was joined to the base directory.
    pub directory: PathBuf,
    /// The sender; may be empty.
    pub from: String,
    /// Most messages in a day; 0 is no limit.
    pub daily_budget: u32,
    /// `[sms.http]`
    pub http: SmsHttp,
}

/// The ways a text message can leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmsGateway {
    /// Shown on the console.
    Console,
    /// Given to a service over HTTP.
    Http,
    /// Written to a directory.
    File,
    /// Kept in the process.
    Memory,
}

/// A service that takes text messages over HTTP.
#[derive(Clone, Debug)]
pub struct SmsHttp {
    /// Where to; https, or http on loopback. Empty unless the gateway is http. May hold a password.
    pub url: SecretString,
    /// `GET`, `POST` or `PUT`.
    pub method: String,
    /// Headers, by name; values may be secret.
    pub headers: Vec<(String, SecretString)>,
    /// A template with `to`, `from` and `text`; may hold a password.
    pub body: SecretString,
    /// What the values in the body are escaped for: by the `Content-Type` among the headers.
    pub escape: BodyFormat,
    /// The status codes that mean success.
    pub success: Vec<RangeInclusive<u16>>,
}

/// What the values in a body are escaped for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// `application/json`
    Json,
    /// `application/x-www-form-urlencoded`, and what a GET request has instead of a body.
    Form,
    /// `application/xml`, `text/xml`
    Xml,
    /// `text/plain`
    Plain,
}
