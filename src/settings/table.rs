//! Every key of `settings.toml`, each said once; knows nothing of how a key is read.
//!
//! A line reads `name = DEFAULT: Kind;`.

use super::keys::Key;
use super::keys::Kind::{
    Address, Auto, Database, Flag, Headers, Hidden, List, Name, Networks, Number, Origins, Rate, SecretText, Secrets,
    Site, Text, Time,
};
use super::mail::{alphabet, gateway_url, sender, smtp_url, success};
use super::redis::redis_url;
use super::texts::{any_text, cookie_name, not_empty, one_region, path_of_admin, path_of_this_site, region};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const TEN_YEARS: u64 = 3650 * DAY;
const MEBIBYTE: u64 = 1024 * 1024;

/// `server` from `server.`, so that each section is written once.
const fn without_dot(section: &'static str) -> &'static str {
    match section.len() {
        0 => section,
        length => section.split_at(length - 1).0,
    }
}

macro_rules! keys {
    ($([$section:literal] $(
        $(#[doc = $doc:literal])+
        $name:ident = $default:tt: $kind:expr;
    )+)+) => {
        &[$($(Key {
            path: concat!($section, stringify!($name)),
            section: without_dot($section),
            name: stringify!($name),
            default: stringify!($default),
            kind: $kind,
            doc: &[$($doc),+],
        },)+)+]
    };
}

pub(super) static TABLE: &[Key] = keys! {
    [""]
    /// Where people reach this program. Links in messages are built from this, never from a request.
    public_url = "http://127.0.0.1:8000": Site;
    /// Secrets of at least 32 bytes each; the first one signs, all verify.
    /// Empty is allowed on loopback only: then one is generated and kept beside the database.
    secret_keys = []: Secrets;
    /// What people sign in with, asked in this order: username, email, phone, username_or_email,
    /// username_or_phone, any, or one registered in code. The first to accept wins.
    authentication_backends = ["username", "email", "phone"]: List(not_empty);
    /// false: no phone numbers anywhere, and the chain above loses "phone" unless you wrote it yourself.
    phone_authentication_active = true: Flag;
    /// The form at /register: register, register_username, register_email, register_phone, register_full,
    /// one declared in [forms.NAME], or one registered in code.
    register_form = "register": Text(not_empty);
    /// Where a person goes after signing in.
    login_redirect_url = "/account": Text(path_of_this_site);
    /// Where a person goes after signing out.
    logout_redirect_url = "/login": Text(path_of_this_site);

    ["server."]
    /// Address and port to listen on.
    bind = "127.0.0.1:8000": Address;
    /// Threads that speak HTTP; 0 is one a core.
    workers = 0: Number(0, 1024);
    /// Networks of your own proxies. X-Forwarded-For is then read from the right, past these.
    trusted_proxies = []: Networks;
    /// Origins besides that of public_url that may send changes.
    extra_origins = []: Origins;
    /// The longest a request may take.
    request_timeout = "10s": Time(1, HOUR);
    /// Largest form body, in bytes.
    max_form_bytes = 32768: Number(1024, 16 * MEBIBYTE);
    /// Largest JSON body, in bytes.
    max_json_bytes = 65536: Number(1024, 16 * MEBIBYTE);
    /// How long requests under way may go on after a stop; "0s" cuts them off.
    shutdown_timeout = "30s": Time(0, HOUR);

    ["database."]
    /// "sqlite://countersign.db" (relative to this file), "sqlite:///var/lib/countersign.db",
    /// or "postgres://user:password@host/name".
    url = "sqlite://countersign.db": Database;
    /// Most connections at once.
    pool_size = 10: Number(1, 1000);
    /// false: an old schema stops the program and names the command that brings it up to date.
    migrate_on_start = true: Flag;

    ["redis."]
    /// The Redis (or Valkey) for the stores that name it: "redis://user:password@host:6379/0", "rediss://" with TLS.
    /// Installations that share one keep apart with "?prefix=NAME" at its end.
    url = "": SecretText(redis_url);

    ["sessions."]
    /// Where it is kept when a session was last used: database, or redis, which spares the database those writes.
    store = "database": Name(&["database", "redis"]);
    /// Without use for so long, a session ends.
    idle_timeout = "14d": Time(MINUTE, TEN_YEARS);
    /// After so long, any session ends.
    absolute_timeout = "30d": Time(MINUTE, TEN_YEARS);
    /// Without use for so long, a session ends that was not to be remembered; its cookie also ends with the browser.
    unremembered_idle_timeout = "12h": Time(MINUTE, TEN_YEARS);
    /// Name of the cookie; a secure one gains the prefix __Host- by itself.
    cookie_name = "countersign": Text(cookie_name);
    /// "auto" is true unless public_url is http on loopback.
    cookie_secure = "auto": Auto;
    /// When other sites' requests carry the cookie: lax, strict or none; none needs a secure cookie.
    same_site = "lax": Name(&["lax", "strict", "none"]);
    /// What matters asks for the password again when it was last proved longer ago than this.
    reauthenticate_after = "15m": Time(MINUTE, TEN_YEARS);

    ["tokens."]
    /// How long an access token is good.
    access_ttl = "5m": Time(1, DAY);
    /// How long a refresh token is good.
    refresh_ttl = "14d": Time(MINUTE, TEN_YEARS);
    /// The issuer in access tokens; empty is public_url.
    issuer = "": Text(any_text);
    /// The audience in access tokens.
    audience = []: List(not_empty);

    ["passwords."]
    /// How new passwords are hashed: bcrypt, argon2id, or one registered in code. Old hashes are replaced at the next login.
    hasher = "bcrypt": Text(not_empty);
    /// Doublings of work for bcrypt.
    bcrypt_cost = 12: Number(4, 16);
    /// Fewest characters of a new password.
    min_length = 8: Number(1, 256);
    /// Most bytes of a password.
    max_bytes = 1024: Number(64, 65_536);
    /// What a new password is checked for, in this order.
    validators = ["similarity", "min_length", "common", "numeric"]: List(not_empty);
    /// Hashes computed at once; 0 is one less than cores, at least 1.
    max_concurrent_hashes = 0: Number(0, 1024);
    /// Hashes that may wait for their turn; beyond that the answer is 503.
    hash_queue = 64: Number(0, 100_000);

    ["registration."]
    /// Whether anyone may register.
    open = true: Flag;
    /// Whether a new account is signed in at once.
    login_after = true: Flag;
    /// Hide from the registration form which addresses are known; true needs verification.email to be "mandatory".
    prevent_enumeration = false: Flag;

    ["login."]
    /// Whether the page offers the box "remember me".
    remember_me = true: Flag;
    /// Whether a code sent to a verified address can replace the password.
    by_code = false: Flag;

    ["verification."]
    /// Whether an email address must be proved: optional (registration sends a code), mandatory (nobody signs in
    /// before) or none (registration sends nothing).
    email = "optional": Name(&["optional", "mandatory", "none"]);
    /// The same for a phone number.
    phone = "optional": Name(&["optional", "mandatory", "none"]);

    ["otp."]
    /// The longest wait that wrong passwords or codes can lead to.
    max_wait = "1h": Time(1, DAY);
    /// The least time between two codes to one address.
    resend_interval = "60s": Time(1, DAY);
    /// Most codes to one address in an hour.
    max_per_hour = 5: Number(1, 1000);
    /// Most codes to one address in a day.
    max_per_day = 10: Number(1, 10_000);
    /// Wrong tries after which a code is dead.
    max_attempts = 5: Number(1, 100);

    ["otp.email."]
    /// Length of a code.
    length = 8: Number(4, 64);
    /// Characters of a code: capital letters and digits. People may type them in any case.
    alphabet = "BCDFGHJKLMNPQRSTVWXZ": Text(alphabet);
    /// How long a code is good.
    ttl = "15m": Time(1, DAY);

    ["otp.phone."]
    /// Length of a code.
    length = 6: Number(4, 64);
    /// Characters of a code.
    alphabet = "0123456789": Text(alphabet);
    /// How long a code is good.
    ttl = "10m": Time(1, DAY);

    ["phone."]
    /// Region of numbers written without country code, as in "GB"; empty: + and the country code are required.
    default_region = "": Text(region);
    /// Who sends codes to phones and checks them: otp (we do), or a remote service registered in code.
    verifier = "otp": Text(not_empty);
    /// Regions whose numbers are taken; empty is all.
    allowed_regions = []: List(one_region);

    ["email."]
    /// How email is sent: console (shown, for development), smtp, file (one .eml each) or memory (for tests).
    transport = "console": Name(&["console", "smtp", "file", "memory"]);
    /// The sender: an address, perhaps with a name before it.
    from = "countersign <noreply@localhost>": Text(sender);
    /// "smtps://user:password@host:465"; "smtp://" requires STARTTLS; "smtp+insecure://" only to loopback.
    smtp_url = "": SecretText(smtp_url);
    /// Where the file transport writes.
    directory = "mail": Text(not_empty);

    ["sms."]
    /// How text messages are sent: console (shown, for development), http, file (one .json each) or memory (for tests).
    gateway = "console": Name(&["console", "http", "file", "memory"]);
    /// Where the file gateway writes.
    directory = "sms": Text(not_empty);
    /// The sender: a number or a name, as the gateway wants it.
    from = "": Text(any_text);
    /// Most messages a day; 0 is no limit.
    daily_budget = 0: Number(0, 1_000_000_000);

    ["sms.http."]
    /// Where the http gateway sends: https, or http on loopback. It may hold user and password.
    url = "": SecretText(gateway_url);
    /// Its method.
    method = "POST": Name(&["GET", "POST", "PUT"]);
    /// Its headers; Content-Type says what the values in the body are escaped for: JSON, a form, XML or plain text.
    headers = {}: Headers;
    /// Its body: a template with {{ to }}, {{ from }} and {{ text }}. With GET it is a form that becomes the query.
    body = "": Hidden(any_text);
    /// The answers that mean success, as in "2xx" or "200, 202".
    success = "2xx": Text(success);

    ["limits."]
    /// Logins from one client address.
    login_per_ip = "30/m": Rate;
    /// Registrations from one client address.
    register_per_ip = "20/m": Rate;
    /// Password resets asked for from one client address.
    reset_per_ip = "20/m": Rate;
    /// Codes asked for from one client address.
    code_per_ip = "20/m": Rate;
    /// Wrong passwords for one account before waits begin: 30 seconds, doubling up to otp.max_wait.
    login_failures_per_account = 5: Number(1, 10_000);
    /// Where the counts by client address are kept: memory (each process has its own), database or redis (all share them).
    store = "memory": Name(&["memory", "database", "redis"]);

    ["templates."]
    /// Files in this directory win over the built-in ones of the same name: see `countersign templates list`.
    directory = "": Text(any_text);

    ["languages."]
    /// The language of whoever asks for none of the enabled ones; one of these.
    default = "en": Text(not_empty);
    /// The languages offered, in the order in which people see them: en, and those that
    /// `templates.directory` has words in, as in locales/de.
    enabled = ["en", "de", "es", "fr", "pt", "ar", "hi", "zh"]: List(not_empty);

    ["admin."]
    /// Whether there are pages for staff, and /api/v1/admin.
    enabled = true: Flag;
    /// Where the pages are.
    path = "/admin": Text(path_of_admin);
    /// So long after the password was given there, the admin pages ask for it again.
    session_timeout = "12h": Time(MINUTE, TEN_YEARS);
    /// Without use for so long, they ask for it too.
    idle_timeout = "15m": Time(MINUTE, TEN_YEARS);

    ["account."]
    /// How long a deleted account can still be had back by signing in; "0s" deletes at once.
    deletion_grace = "0s": Time(0, 365 * DAY);
    /// How long what happened to an account is kept for its owner to see.
    keep_events = "365d": Time(DAY, TEN_YEARS);

    ["log."]
    /// How a line is written: text or json.
    format = "text": Name(&["text", "json"]);
    /// The least level written: off, error, warn, info, debug or trace.
    level = "info": Name(&["off", "error", "warn", "info", "debug", "trace"]);

    ["metrics."]
    /// Whether figures are served for a monitoring system.
    enabled = false: Flag;
    /// Address and port they are served at, as text for Prometheus under /metrics, to whoever asks.
    bind = "127.0.0.1:9100": Address;
};
