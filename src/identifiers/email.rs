//! Email addresses: which text is one, and which two are the same; knows nothing of sending.

use super::{Flaw, IdentifierKind};
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use std::fmt;
use std::net::Ipv4Addr;
use validator::ValidateEmail;

/// Most characters of the stored form (RFC 5321, section 4.5.3.1.3, without the angle brackets).
const MAX_LEN: usize = 254;
/// Most bytes looked at: a domain can lose length on its way into IDNA, but not more than this.
const MAX_BYTES: usize = MAX_LEN * 4;
/// Most characters before the `@` (RFC 5321, section 4.5.3.1.1).
const MAX_LOCAL: usize = 64;

const TOO_LONG: &str = "identifier-email-too-long";
const LOCAL_TOO_LONG: &str = "identifier-email-local-too-long";
const WHOLE: &str = "identifier-email-whole";
const LOCAL: &str = "identifier-email-local";
const DOMAIN: &str = "identifier-email-domain";

/// An email address: the part before the `@` as typed, the domain in lower-case ASCII (UTS #46).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    address: String,
    canonical: String,
}

impl Email {
    /// Reads one address; white space around it is dropped.
    ///
    /// The part before the `@` follows the rule of HTML for `<input type=email>`: ASCII, no quotes, no comments, no
    /// white space, so that no letter of another script can ever fold into an ASCII address. The domain goes through UTS #46, non-transitional,
    /// with the rules of STD3, hyphens and DNS lengths; it has a dot, or is `localhost`; addresses in numbers are refused.
    ///
    /// # Errors
    /// `Blank` for nothing but white space, `TooLong` above 254 characters (64 before the `@`), `Invalid` for everything else.
    pub fn parse(raw: &str) -> Result<Self, Flaw> {
        let text = raw.trim();
        if text.is_empty() {
            return Err(Flaw::blank());
        }
        if text.len() > MAX_BYTES {
            return Err(Flaw::too_long(TOO_LONG));
        }
        let (local, domain) = text.rsplit_once('@').ok_or_else(|| Flaw::invalid(WHOLE))?;
        if local.is_empty() || domain.is_empty() || local.contains('@') || text.contains([',', ';', '<', '>']) {
            return Err(Flaw::invalid(WHOLE));
        }
        if !local.is_ascii() {
            return Err(Flaw::invalid(LOCAL));
        }
        if local.len() > MAX_LOCAL {
            return Err(Flaw::too_long(LOCAL_TOO_LONG));
        }
        let domain = ascii_domain(domain)?;
        let address = format!("{local}@{domain}");
        if address.len() > MAX_LEN {
            return Err(Flaw::too_long(TOO_LONG));
        }
        // The domain is known to be good by now: what can still fail is the part before the `@`.
        if !address.validate_email() {
            return Err(Flaw::invalid(LOCAL));
        }
        let canonical = address.to_ascii_lowercase();
        Ok(Self { address, canonical })
    }

    /// The address that is stored and written to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.address
    }

    /// The address in lower case: what it is unique and found by.
    #[must_use]
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// The part before the `@`, as typed.
    #[must_use]
    pub fn local(&self) -> &str {
        self.address.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// The part after the `@`: lower-case ASCII.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.address.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// Always [`IdentifierKind::Email`].
    #[must_use]
    pub fn kind(&self) -> IdentifierKind {
        IdentifierKind::Email
    }
}

/// UTS #46 `ToASCII`, non-transitional, with `CheckHyphens`, `UseSTD3ASCIIRules` and `VerifyDnsLength`.
fn ascii_domain(domain: &str) -> Result<String, Flaw> {
    let ascii = Uts46::new()
        .to_ascii(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::Check, DnsLength::Verify)
        .map_err(|_| Flaw::invalid(DOMAIN))?
        .into_owned();
    let last = ascii.rsplit('.').next().unwrap_or("");
    let is_name = ascii == "localhost" || ascii.contains('.');
    // A last label of digits is how the older notations of IPv4 look (WHATWG URL, "ends in a number").
    let is_number =
        last.bytes().all(|b| b.is_ascii_digit()) || ascii.parse::<Ipv4Addr>().is_ok() || last.starts_with("0x");
    if is_name && !is_number { Ok(ascii) } else { Err(Flaw::invalid(DOMAIN)) }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Email").field(&self.address).finish()
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address)
    }
}
