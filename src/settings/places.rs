//! Addresses of every sort: of this site, of origins, of sockets, networks and databases; resolves no name, opens nothing.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;

use ipnet::IpNet;
use secrecy::SecretString;
use url::{Host, Url};

use super::keys::Refusal;
use super::types::{DatabaseUrl, PublicUrl};

const SITE_REMEDY: &str = "Write it as in \"https://accounts.example.org\".";
const DATABASE_REMEDY: &str = "Write \"sqlite://countersign.db\" (relative to the settings file), \
    \"sqlite:///var/lib/countersign.db\" or \"postgres://user:password@host/name\".";

/// The first of the addresses that are IPv4 written as IPv6.
const IPV4_MAPPED: Ipv6Addr = Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0);

/// Reads where people reach the program: scheme, host, perhaps port, perhaps a path under which all of it lies.
pub(super) fn site(text: &str) -> Result<PublicUrl, Refusal> {
    let refuse = |problem: &str| Refusal::new(problem, SITE_REMEDY);
    if text.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
        return Err(refuse("has a space, a backslash or a control character"));
    }
    // The parser forgives "https:host" and "https:///host"; whoever wrote that may have meant something else.
    if text.split_once("://").is_none_or(|(_, rest)| rest.is_empty() || rest.starts_with('/')) {
        return Err(refuse("is not an address with scheme and host"));
    }
    let url = Url::parse(text).map_err(|_| refuse("is not an address with scheme and host"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refuse("is neither http nor https"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse("names a user, which an address of this site cannot"));
    }
    if text.contains(['?', '#']) {
        return Err(refuse("has a query or a fragment"));
    }
    let path = url.path().trim_end_matches('/').to_owned();
    prefix(&path)?;
    let loopback = match url.host() {
        Some(Host::Domain(name)) => is_loopback_name(name),
        Some(Host::Ipv4(address)) if address.is_unspecified() => return Err(unreachable_host()),
        Some(Host::Ipv6(address)) if address.is_unspecified() => return Err(unreachable_host()),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(refuse("has no host")),
    };
    let origin = url.origin().ascii_serialization();
    Ok(PublicUrl {
        base: format!("{origin}{path}"),
        path,
        origin,
        host: url.host_str().unwrap_or_default().to_owned(),
        https: url.scheme() == "https",
        loopback,
    })
}

/// What the paths of the program itself begin with: a prefix that does so too could not be told from them.
const OWN: [&str; 14] = [
    "account", "admin", "api", "dev", "docs", "healthz", "language", "login", "logout", "password", "readyz",
    "register", "static", "verify",
];

/// Takes the path under which everything lies where the program is mounted in a site: plain segments.
fn prefix(path: &str) -> Result<(), Refusal> {
    let refuse = |problem: &str| Refusal::new(problem, "A path is as in \"https://shop.example.org/accounts\".");
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
    let mut segments = path.split('/').skip(1);
    if segments.any(|segment| segment.is_empty() || segment.starts_with('.') || !segment.chars().all(plain)) {
        return Err(refuse("has a path with other signs than letters, digits, -, _, . and ~"));
    }
    if path.split('/').nth(1).is_some_and(|first| OWN.contains(&first)) {
        return Err(refuse("has a path that begins like one of the program's own"));
    }
    Ok(())
}

fn unreachable_host() -> Refusal {
    Refusal::new("is no address that a link can lead to", "Write the name that people type into their browser.")
}

/// Whether a name can only lead to this machine (RFC 6761, section 6.3).
pub(super) fn is_loopback_name(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    name == "localhost" || name.ends_with(".localhost")
}

/// Reads an origin and writes it as browsers do: small letters, no port where it is the scheme's own.
pub(super) fn origin(text: &str) -> Result<String, Refusal> {
    let refuse = |problem: &str| {
        Refusal::new(problem, "An origin is scheme://host or scheme://host:port, as in \"https://app.example.org\".")
    };
    if text.contains('*') {
        return Err(refuse("has a *; every origin must be named"));
    }
    let (_, rest) = text.split_once("://").ok_or_else(|| refuse("is not an origin"))?;
    if rest.contains(['/', '\\', '?', '#']) {
        return Err(refuse("has something behind the host"));
    }
    if rest.contains('@') || text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(refuse("is not an origin"));
    }
    let url = Url::parse(text).map_err(|_| refuse("is not an origin"))?;
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| refuse("has no host"))?;
    Ok(match url.port() {
        Some(port) => format!("{}://{host}:{port}", url.scheme()),
        None => format!("{}://{host}", url.scheme()),
    })
}

/// Reads an address and a port. Names are refused: what they lead to can change.
pub(super) fn address(text: &str) -> Result<SocketAddr, Refusal> {
    text.parse().map_err(|_| {
        let remedy = match text.rsplit_once(':') {
            Some(("localhost", port)) => format!("Write \"127.0.0.1:{port}\"."),
            Some(("" | "*", port)) => format!("Write \"0.0.0.0:{port}\" to listen on every address of the machine."),
            _ if text.parse::<IpAddr>().is_ok() => "Add a port, as in \"127.0.0.1:8000\".".to_owned(),
            _ => "Write it as in \"127.0.0.1:8000\" or \"[::1]:8000\".".to_owned(),
        };
        Refusal::new("is not an address with a port", remedy)
    })
}

/// Reads a network, or a single address. What is wide enough to hold strangers is refused.
pub(super) fn network(text: &str) -> Result<IpNet, Refusal> {
    let net: IpNet = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).map_err(|_| {
        Refusal::new("is not a network", "Write it as in \"10.0.0.0/8\", \"192.168.1.7\" or \"fd00::/8\".")
    })?;
    if is_too_wide(net) {
        return Err(Refusal::new(
            "would trust strangers: anyone could then claim any client address",
            "Name the networks of your own proxies only.",
        ));
    }
    Ok(net.trunc())
}

/// The widest private networks are `10.0.0.0/8` and `fc00::/7`; nobody's own proxies need more.
fn is_too_wide(net: IpNet) -> bool {
    match net {
        IpNet::V4(net) => net.prefix_len() < 8,
        // ::ffff:0:0/96 is all of IPv4 in another dress.
        IpNet::V6(net) if net.contains(&IPV4_MAPPED) => net.prefix_len() < 96 + 8,
        IpNet::V6(net) => {
            net.addr().to_ipv4_mapped().is_some_and(|_| net.prefix_len() < 96 + 8) || net.prefix_len() < 7
        }
    }
}

/// Reads where the database is. A file's path stays as written; joining it to a directory is for the caller.
pub(super) fn database(text: &str) -> Result<DatabaseUrl, Refusal> {
    let refuse = |problem: &str| Refusal::new(problem, DATABASE_REMEDY);
    if text.chars().any(char::is_control) {
        return Err(refuse("has a control character"));
    }
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        return match text.split_once("://") {
            Some((_, "")) => Err(refuse("names no host and no database")),
            _ => Ok(DatabaseUrl::Postgres(SecretString::from(text))),
        };
    }
    if text.starts_with("sqlite:") && text.contains(":memory:") {
        return Err(Refusal::new(
            "would give every connection of the pool a database of its own",
            "Name a file, as in \"sqlite://countersign.db\".",
        ));
    }
    let Some(path) = text.strip_prefix("sqlite://") else {
        return Err(refuse("is not the address of a database this program knows"));
    };
    if path.is_empty() || path.ends_with('/') {
        return Err(refuse("names no file"));
    }
    if path.contains(['?', '#']) {
        return Err(refuse("has options, which are not taken here"));
    }
    Ok(DatabaseUrl::Sqlite(PathBuf::from(path)))
}

impl DatabaseUrl {
    /// Reads the address of a database as `database.url` is written. A file's path stays as written.
    ///
    /// # Errors
    /// In words: what is wrong with it and what would work.
    pub fn read(text: &str) -> Result<Self, String> {
        database(text).map_err(|refusal| format!("The address {}. {}", refusal.problem, refusal.remedy))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_wide_enough_for_strangers_are_refused() {
        for wide in [
            "0.0.0.0/0",
            "0.0.0.0/1",
            "128.0.0.0/7",
            "::/0",
            "::/1",
            "::/80",
            "::ffff:0:0/96",
            "::ffff:0:0/103",
            "::ffff:128.0.0.0/97",
            "2000::/3",
        ] {
            assert!(network(wide).is_err(), "{wide}");
        }
        for (own, as_read) in [
            ("10.1.2.3/8", "10.0.0.0/8"),
            ("192.168.1.7", "192.168.1.7/32"),
            ("fc00::/7", "fc00::/7"),
            ("::1", "::1/128"),
            ("::ffff:10.0.0.0/104", "::ffff:10.0.0.0/104"),
        ] {
            assert_eq!(network(own).map(|net| net.to_string()), Ok(as_read.to_owned()), "{own}");
        }
    }

    #[test]
    fn origins_are_read_as_browsers_write_them() {
        for (text, as_read) in [
            ("HTTPS://App.Example.org:443", "https://app.example.org"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("capacitor://localhost", "capacitor://localhost"),
            ("https://[::1]:8443", "https://[::1]:8443"),
        ] {
            assert_eq!(origin(text), Ok(as_read.to_owned()), "{text}");
        }
        for text in [
            "null",
            "",
            "https://",
            "https:app",
            "https://a/",
            "https://a/admin",
            "https://a?b",
            "https://u@a",
            "https://a b",
            "file:///etc",
        ] {
            assert!(origin(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_site_is_scheme_and_host_and_perhaps_a_path() {
        for text in [
            "",
            "https:example.org",
            "https:///example.org",
            "https://",
            "https://a/admin",
            "https://a#",
            "https://a?",
            "https://u:p@a",
            "http://a\\b",
            " https://a",
            "http://[::]",
        ] {
            assert!(site(text).is_err(), "{text}");
        }
        assert_eq!(
            site("https://Example.ORG:8443/").map(|site| (site.base, site.host)),
            Ok(("https://example.org:8443".into(), "example.org".into()))
        );
        let under = |text: &str| site(text).map(|site| (site.base, site.path)).ok();
        assert_eq!(under("https://a/b/"), Some(("https://a/b".into(), "/b".into())));
        assert_eq!(site("http://localhost.evil.example").map(|site| site.loopback), Ok(false));
    }
}
