//! Rules for what sends messages: senders, servers, gateways, alphabets of codes; connects to nothing.

use std::net::IpAddr;
use std::ops::RangeInclusive;

use lettre::message::Mailbox;
use secrecy::SecretString;
use url::{Host, Url};

use super::keys::Refusal;
use super::messages::{BodyFormat, SmtpSecurity, SmtpServer};
use super::places::is_loopback_name;

const SMTP_REMEDY: &str = "Write \"smtps://user:password@host:465\", or \"smtp://user:password@host:587\", which \
    requires STARTTLS. In user and password, %40 is @, %3A is :, %2F is /, %23 is # and %25 is %.";
const GATEWAY_REMEDY: &str = "Write it as in \"https://api.example.com/messages\".";

/// Takes a sender: an address, perhaps with a name before it.
pub(super) fn sender(text: &str) -> Result<(), Refusal> {
    let remedy = "Write \"noreply@example.org\" or \"Your Club <noreply@example.org>\".";
    let good = text.parse().is_ok_and(|mailbox: Mailbox| mailbox.email.to_string().is_ascii());
    if text.chars().any(char::is_control) || !good {
        return Err(Refusal::new("is not the address of a sender", remedy));
    }
    Ok(())
}

/// Takes nothing, or the address of a mail server.
pub(super) fn smtp_url(text: &str) -> Result<(), Refusal> {
    smtp(text).map(|_| ())
}

/// Reads the address of a mail server; the empty text is none.
pub(super) fn smtp(text: &str) -> Result<Option<SmtpServer>, Refusal> {
    let refuse = |problem: &str| Refusal::new(problem, SMTP_REMEDY);
    if text.is_empty() {
        return Ok(None);
    }
    let url = Url::parse(text).map_err(|_| refuse("is not the address of a mail server"))?;
    let (security, port) = match url.scheme() {
        "smtps" => (SmtpSecurity::Tls, 465),
        "smtp" => (SmtpSecurity::StartTls, 587),
        "smtp+insecure" => (SmtpSecurity::None, 25),
        _ => return Err(refuse("is not the address of a mail server")),
    };
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    if host.is_empty() {
        return Err(refuse("names no host"));
    }
    if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
        return Err(refuse("has something behind host and port"));
    }
    if security == SmtpSecurity::None && !is_loopback(&host) {
        let remedy = "smtp+insecure:// is for a server on this machine, as in \"smtp+insecure://127.0.0.1:2525\". \
            Write smtps:// or smtp:// for any other.";
        return Err(Refusal::new("would send passwords and codes across the network in the clear", remedy));
    }
    let credentials = match (percent_decoded(url.username()), url.password().map(percent_decoded)) {
        (Some(user), None) if user.is_empty() => None,
        (Some(user), Some(Some(password))) if !user.is_empty() => Some((user, SecretString::from(password))),
        _ => return Err(refuse("has a user without a password, or one that cannot be read")),
    };
    Ok(Some(SmtpServer { security, host, port: url.port().unwrap_or(port), credentials }))
}

fn is_loopback(host: &str) -> bool {
    host.parse::<IpAddr>().map_or_else(|_| is_loopback_name(host), |address| address.to_canonical().is_loopback())
}

/// A text without its percent signs (RFC 3986, section 2.1); `None` for what stands for no text, or for control
/// characters.
pub(crate) fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if let (b'%', [high, low, after @ ..]) = (first, after) {
            let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            bytes.push(digit(high)? * 16 + digit(low)?);
            rest = after;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.chars().any(char::is_control))
}

/// Takes nothing, or where an SMS gateway listens: https, or http on loopback.
pub(super) fn gateway_url(text: &str) -> Result<(), Refusal> {
    let refuse = |problem: &str| Refusal::new(problem, GATEWAY_REMEDY);
    if text.is_empty() {
        return Ok(());
    }
    let url = Url::parse(text).map_err(|_| refuse("is not the address of a gateway"))?;
    let loopback = match url.host() {
        Some(Host::Domain(name)) => is_loopback_name(name),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(refuse("names no host")),
    };
    match url.scheme() {
        "https" => {}
        "http" if loopback => {}
        "http" => return Err(refuse("would send codes across the network in the clear")),
        _ => return Err(refuse("is not the address of a gateway")),
    }
    if url.fragment().is_some() {
        return Err(refuse("has a fragment"));
    }
    Ok(())
}

/// Takes status codes, as in `2xx` or `200, 202`.
pub(super) fn success(text: &str) -> Result<(), Refusal> {
    statuses(text).map(|_| ()).ok_or_else(|| {
        Refusal::new("is not a list of status codes", "Write \"2xx\", \"200\", or several together as in \"200, 202\".")
    })
}

/// Reads status codes.
pub(super) fn statuses(text: &str) -> Option<Vec<RangeInclusive<u16>>> {
    let one = |part: &str| {
        let (range, low) = match part.strip_suffix("xx") {
            Some(hundreds) => (99, hundreds.parse::<u16>().ok()?.checked_mul(100)?),
            None => (0, part.parse().ok()?),
        };
        (200..600).contains(&low).then(|| low..=low + range)
    };
    text.split(',').map(|part| one(part.trim())).collect()
}

/// Takes one header of a request to a gateway.
pub(super) fn header(name: &str, value: &str) -> Result<(), Refusal> {
    const OURS: [&str; 4] = ["host", "content-length", "transfer-encoding", "connection"];
    let token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let problem = if name.is_empty() || !name.chars().all(token) {
        "has a name that no header can have"
    } else if OURS.contains(&name.to_ascii_lowercase().as_str()) {
        "has a header that the program writes by itself"
    } else if !value.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
        "has a value that no header can have: characters other than ASCII, or a line break"
    } else {
        return Ok(());
    };
    Err(Refusal::new(problem, "Write it as in { Authorization = \"Bearer …\", Content-Type = \"application/json\" }."))
}

/// What values are escaped for under this `Content-Type`; `None` where that is unknown.
pub(super) fn body_format(content_type: &str) -> Option<BodyFormat> {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    Some(match essence.as_str() {
        "application/json" => BodyFormat::Json,
        "application/x-www-form-urlencoded" => BodyFormat::Form,
        "application/xml" | "text/xml" => BodyFormat::Xml,
        "text/plain" => BodyFormat::Plain,
        other if other.ends_with("+json") => BodyFormat::Json,
        other if other.ends_with("+xml") => BodyFormat::Xml,
        _ => return None,
    })
}

/// Takes the characters of codes: what people read without asking for the case, and none twice.
pub(super) fn alphabet(text: &str) -> Result<(), Refusal> {
    let remedy = "Write capital letters and digits, each once, as in \"0123456789\".";
    if let Some(c) = text.chars().find(|c| !c.is_ascii_uppercase() && !c.is_ascii_digit()) {
        return Err(Refusal::new(format!("has {c:?}, which is neither a capital letter of ASCII nor a digit"), remedy));
    }
    if let Some((_, c)) = text.char_indices().find(|(at, c)| text[..*at].contains(*c)) {
        return Err(Refusal::new(format!("has {c:?} twice"), remedy));
    }
    if text.len() < 2 {
        return Err(Refusal::new("has fewer than two characters", remedy));
    }
    Ok(())
}
