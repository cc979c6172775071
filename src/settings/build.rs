//! Checked values become [`Settings`]: `auto` and 0 are resolved, relative paths joined; refuses nothing.

use std::num::NonZero;
use std::path::Path;
use std::thread::available_parallelism;

use super::types::{
    Database, DatabaseUrl, LimitStore, Limits, Log, LogFormat, Login, Otp, Passwords, Phone, Registration, SameSite,
    Server, Sessions, Settings, Tokens,
};
use super::values::Values;

/// Everything resolved. Relative paths begin at `base`.
pub(super) fn settings(values: &Values, base: &Path) -> Settings {
    let public_url = values.site("public_url");
    Settings {
        secret_keys: values.secrets("secret_keys"),
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
        otp: Otp { max_wait: values.time("otp.max_wait") },
        phone: Phone { default_region: Some(values.text("phone.default_region")).filter(|region| !region.is_empty()) },
        limits: Limits {
            login_per_ip: values.rate("limits.login_per_ip"),
            register_per_ip: values.rate("limits.register_per_ip"),
            login_failures_per_account: values.small("limits.login_failures_per_account"),
            store: match values.text("limits.store").as_str() {
                "database" => LimitStore::Database,
                _ => LimitStore::Memory,
            },
        },
        log: Log {
            format: match values.text("log.format").as_str() {
                "json" => LogFormat::Json,
                _ => LogFormat::Text,
            },
            level: values.text("log.level"),
        },
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
        idle_timeout: values.time("sessions.idle_timeout"),
        absolute_timeout: values.time("sessions.absolute_timeout"),
        unremembered_idle_timeout: values.time("sessions.unremembered_idle_timeout"),
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

/// How many cores this process may use, at least 1.
fn cores() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}
