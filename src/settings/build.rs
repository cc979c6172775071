//! Checked values become [`Settings`]: `auto` and 0 are resolved, relative paths joined; refuses nothing.

use std::num::NonZero;
use std::path::Path;
use std::thread::available_parallelism;

use secrecy::SecretString;

use super::admin::Admin;
use super::mail;
use super::messages::{BodyFormat, Email, MailTransport, Otp, OtpCode, Proof, Sms, SmsGateway, SmsHttp, Verification};
use super::metrics;
use super::redis::{self, LimitStore, SessionStore};
use super::types::{
    Account, Database, DatabaseUrl, Limits, Log, LogFormat, Login, Passwords, Phone, Registration, SameSite, Server,
    Sessions, Settings, Templates, Tokens,
};
use super::values::Values;

/// Everything resolved. Relative paths begin at `base`.
pub(super) fn settings(values: &Values, base: &Path) -> Settings {
    let public_url = values.site("public_url");
    Settings {
        secret_keys: values.secrets("secret_keys"),
        forms: Vec::new(),
        webhooks: Vec::new(),
        authentication_backends: values.list("authentication_backends"),
        phone_authentication_active: values.flag("phone_authentication_active"),
        register_form: values.text("register_form"),
        login_redirect_url: values.text("login_redirect_url"),
        logout_redirect_url: values.text("logout_redirect_url"),
        server: server(values),
        database: Database {
            url: match values.database("database.url") {
                DatabaseUrl::Sqlite(path) => DatabaseUrl::Sqlite(base.join(path)),
                postgres @ DatabaseUrl::Postgres(_) => postgres,
            },
            pool_size: values.small("database.pool_size"),
            migrate_on_start: values.flag("database.migrate_on_start"),
        },
        redis: redis::read(&values.text("redis.url")).ok().flatten(),
        sessions: sessions(values),
        tokens: Tokens {
            access_ttl: values.time("tokens.access_ttl"),
            refresh_ttl: values.time("tokens.refresh_ttl"),
            issuer: Some(values.text("tokens.issuer"))
                .filter(|issuer| !issuer.is_empty())
                .unwrap_or_else(|| public_url.base.clone()),
            audience: values.list("tokens.audience"),
        },
        passwords: passwords(values),
        registration: Registration {
            open: values.flag("registration.open"),
            login_after: values.flag("registration.login_after"),
            prevent_enumeration: values.flag("registration.prevent_enumeration"),
        },
        login: Login { remember_me: values.flag("login.remember_me"), by_code: values.flag("login.by_code") },
        verification: Verification {
            email: proof(values, "verification.email"),
            phone: proof(values, "verification.phone"),
        },
        otp: otp(values),
        phone: Phone {
            default_region: Some(values.text("phone.default_region")).filter(|region| !region.is_empty()),
            verifier: values.text("phone.verifier"),
            allowed_regions: values.list("phone.allowed_regions"),
        },
        email: email(values, base),
        sms: sms(values, base),
        limits: Limits {
            login_per_ip: values.rate("limits.login_per_ip"),
            register_per_ip: values.rate("limits.register_per_ip"),
            reset_per_ip: values.rate("limits.reset_per_ip"),
            code_per_ip: values.rate("limits.code_per_ip"),
            login_failures_per_account: values.small("limits.login_failures_per_account"),
            store: match values.text("limits.store").as_str() {
                "database" => LimitStore::Database,
                "redis" => LimitStore::Redis,
                _ => LimitStore::Memory,
            },
        },
        admin: Admin {
            enabled: values.flag("admin.enabled"),
            path: values.text("admin.path"),
            session_timeout: values.time("admin.session_timeout"),
            idle_timeout: values.time("admin.idle_timeout"),
        },
        account: Account {
            deletion_grace: values.time("account.deletion_grace"),
            keep_events: values.time("account.keep_events"),
        },
        languages: super::languages::offered(values),
        templates: Templates {
            directory: Some(values.text("templates.directory"))
                .filter(|directory| !directory.is_empty())
                .map(|directory| base.join(directory)),
        },
        log: Log {
            format: match values.text("log.format").as_str() {
                "json" => LogFormat::Json,
                _ => LogFormat::Text,
            },
            level: values.text("log.level"),
        },
        metrics: metrics::read(values),
        public_url,
    }
}

fn server(values: &Values) -> Server {
    Server {
        bind: values.address("server.bind"),
        workers: match values.size("server.workers") {
            0 => cores(),
            workers => workers,
        },
        trusted_proxies: values.networks("server.trusted_proxies"),
        extra_origins: values.list("server.extra_origins"),
        request_timeout: values.time("server.request_timeout"),
        max_form_bytes: values.size("server.max_form_bytes"),
        max_json_bytes: values.size("server.max_json_bytes"),
        shutdown_timeout: values.time("server.shutdown_timeout"),
    }
}

fn sessions(values: &Values) -> Sessions {
    let cookie_secure = cookie_secure(values);
    let name = values.text("sessions.cookie_name");
    Sessions {
        store: match values.text("sessions.store").as_str() {
            "redis" => SessionStore::Redis,
            _ => SessionStore::Database,
        },
        idle_timeout: values.time("sessions.idle_timeout"),
        absolute_timeout: values.time("sessions.absolute_timeout"),
        unremembered_idle_timeout: values.time("sessions.unremembered_idle_timeout"),
        reauthenticate_after: values.time("sessions.reauthenticate_after"),
        cookie_name: if cookie_secure { format!("__Host-{name}") } else { name },
        cookie_secure,
        same_site: match values.text("sessions.same_site").as_str() {
            "strict" => SameSite::Strict,
            "none" => SameSite::None,
            _ => SameSite::Lax,
        },
    }
}

/// Whether the session cookie is for https only, with `auto` resolved.
pub(super) fn cookie_secure(values: &Values) -> bool {
    let site = values.site("public_url");
    values.auto("sessions.cookie_secure").unwrap_or(site.https || !site.loopback)
}

fn passwords(values: &Values) -> Passwords {
    Passwords {
        hasher: values.text("passwords.hasher"),
        bcrypt_cost: values.small("passwords.bcrypt_cost"),
        min_length: values.size("passwords.min_length"),
        max_bytes: values.size("passwords.max_bytes"),
        validators: values.list("passwords.validators"),
        max_concurrent_hashes: match values.size("passwords.max_concurrent_hashes") {
            0 => cores().saturating_sub(1).max(1),
            hashes => hashes,
        },
        hash_queue: values.size("passwords.hash_queue"),
    }
}

fn proof(values: &Values, key: &str) -> Proof {
    match values.text(key).as_str() {
        "mandatory" => Proof::Mandatory,
        "none" => Proof::None,
        _ => Proof::Optional,
    }
}

fn otp(values: &Values) -> Otp {
    let code = |kind: &str| OtpCode {
        length: values.size(&format!("otp.{kind}.length")),
        alphabet: values.text(&format!("otp.{kind}.alphabet")),
        ttl: values.time(&format!("otp.{kind}.ttl")),
    };
    Otp {
        resend_interval: values.time("otp.resend_interval"),
        max_per_hour: values.small("otp.max_per_hour"),
        max_per_day: values.small("otp.max_per_day"),
        max_wait: values.time("otp.max_wait"),
        max_attempts: values.small("otp.max_attempts"),
        email: code("email"),
        phone: code("phone"),
    }
}

fn email(values: &Values, base: &Path) -> Email {
    Email {
        transport: match values.text("email.transport").as_str() {
            "smtp" => MailTransport::Smtp,
            "file" => MailTransport::File,
            "memory" => MailTransport::Memory,
            _ => MailTransport::Console,
        },
        from: values.text("email.from"),
        smtp_url: mail::smtp(&values.text("email.smtp_url")).ok().flatten(),
        directory: base.join(values.text("email.directory")),
    }
}

fn sms(values: &Values, base: &Path) -> Sms {
    Sms {
        gateway: match values.text("sms.gateway").as_str() {
            "http" => SmsGateway::Http,
            "file" => SmsGateway::File,
            "memory" => SmsGateway::Memory,
            _ => SmsGateway::Console,
        },
        directory: base.join(values.text("sms.directory")),
        from: values.text("sms.from"),
        daily_budget: values.small("sms.daily_budget"),
        http: SmsHttp {
            url: SecretString::from(values.text("sms.http.url")),
            method: values.text("sms.http.method"),
            headers: values.headers("sms.http.headers"),
            body: SecretString::from(values.text("sms.http.body")),
            escape: escape(values).unwrap_or(BodyFormat::Form),
            success: mail::statuses(&values.text("sms.http.success")).unwrap_or_default(),
        },
    }
}

/// What the values in the body for the http gateway are escaped for, as far as the settings say.
pub(super) fn escape(values: &Values) -> Option<BodyFormat> {
    use secrecy::ExposeSecret;
    if values.text("sms.http.method") == "GET" {
        return Some(BodyFormat::Form);
    }
    let headers = values.headers("sms.http.headers");
    let content_type = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type"))?;
    mail::body_format(content_type.1.expose_secret())
}

/// How many cores this process may use, at least 1.
fn cores() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}
