//! What people who write settings can rely on: the defaults, every refusal with its place, the environment, the secrets.

#[path = "settings/messages.rs"]
mod messages;
#[path = "settings/mistakes.rs"]
mod mistakes;
#[path = "settings/secrets.rs"]
mod secrets;
#[path = "settings/webhooks.rs"]
mod webhooks;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use countersign::ambient::SystemRandom;
use countersign::settings::{self, DatabaseUrl, LimitStore, Loaded, SameSite, Settings, Source};
use secrecy::ExposeSecret;

/// Messages that reach people, for settings that are not about them.
const SENDS: &str = r#"
[email]
transport = "smtp"
from = "noreply@example.org"
smtp_url = "smtps://mx.example.org"
[sms]
gateway = "http"
[sms.http]
url = "https://sms.example.org"
headers = { Content-Type = "text/plain" }
body = "{{ text }}"
"#;

const KEY: &str = "Vt3qZ8mWc5RkYxN7pLhJ2sDfGbT9aQeU";

/// A directory of its own for one test, gone afterwards.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("countersign-settings-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        fs::write(self.0.join(name), text).unwrap();
        self.0.join(name)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn read(text: &str) -> Loaded {
    Settings::from_toml(text, Path::new(".")).unwrap_or_else(|mistakes| panic!("{text}\nis refused:\n{mistakes}"))
}

fn refused(text: &str) -> String {
    match Settings::from_toml(text, Path::new("")) {
        Ok(_) => panic!("this was taken:\n{text}"),
        Err(mistakes) => mistakes.to_string(),
    }
}

fn with_environment(text: &str, variables: &[(&str, &str)]) -> Result<Loaded, String> {
    let place = Place::new();
    let file = place.write("settings.toml", text);
    let env = || variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Settings::load(&Source::File(file), &env).map_err(|mistakes| mistakes.to_string())
}

fn shown(loaded: &Loaded, key: &str) -> (String, String) {
    let found = settings::effective(loaded).into_iter().find(|(name, ..)| *name == key);
    found.map(|(_, value, source)| (value, source)).unwrap()
}

#[test]
fn reading_the_reference_gives_the_defaults() {
    let text = settings::reference();
    let loaded = read(&text);
    assert_eq!(format!("{:?}", loaded.settings), format!("{:?}", Settings::defaults()));
    assert!(loaded.warnings.is_empty());
    for line in ["public_url = \"http://127.0.0.1:8000\"", "[server]", "idle_timeout = \"14d\"", "store = \"memory\""] {
        assert!(text.lines().any(|l| l == line), "the reference lacks {line}");
    }
    // Written or not, the same holds; only the source differs.
    for ((key, written, place), (_, built_in, _)) in
        settings::effective(&loaded).iter().zip(settings::effective(&read("")))
    {
        assert_eq!(*written, built_in, "{key}");
        assert!(place.starts_with("./settings.toml:"), "{key} is said to come from {place}");
    }
}

#[test]
fn the_defaults_are_those_of_the_contract() {
    let settings = Settings::defaults();
    assert_eq!(settings.authentication_backends, ["username", "email", "phone"]);
    assert_eq!(settings.server.bind.to_string(), "127.0.0.1:8000");
    assert_eq!(settings.server.request_timeout, Duration::from_secs(10));
    assert_eq!(settings.sessions.idle_timeout, Duration::from_hours(14 * 24));
    assert_eq!(settings.sessions.cookie_name, "countersign");
    assert_eq!(settings.tokens.issuer, "http://127.0.0.1:8000");
    assert_eq!(settings.passwords.bcrypt_cost, 12);
    assert!(settings.passwords.max_concurrent_hashes >= 1 && settings.server.workers >= 1);
    assert_eq!((settings.limits.login_per_ip.count, settings.limits.login_per_ip.per), (30, Duration::from_mins(1)));
    assert!(settings.public_url.loopback && !settings.public_url.https && settings.secret_keys.is_empty());
}

#[test]
fn the_environment_wins_over_the_file() {
    let variables = [
        ("COUNTERSIGN__SERVER__WORKERS", "3"),
        ("COUNTERSIGN__AUTHENTICATION_BACKENDS", "[\"any\"]"),
        ("COUNTERSIGN__REGISTRATION__OPEN", "false"),
        ("COUNTERSIGN__SESSIONS__COOKIE_SECURE", "true"),
        ("COUNTERSIGN__TOKENS__ACCESS_TTL", "1m30s"),
        ("COUNTERSIGN_SETTINGS", "elsewhere"),
        ("PATH", "/bin"),
    ];
    let loaded = with_environment("register_form = \"mine\"\n[server]\nworkers = 7\n", &variables).unwrap();
    assert_eq!(loaded.settings.server.workers, 3);
    assert_eq!(loaded.settings.authentication_backends, ["any"]);
    assert!(!loaded.settings.registration.open);
    assert_eq!(loaded.settings.sessions.cookie_name, "__Host-countersign");
    assert_eq!(loaded.settings.tokens.access_ttl, Duration::from_secs(90));
    assert_eq!(shown(&loaded, "server.workers"), ("3".into(), "$COUNTERSIGN__SERVER__WORKERS".into()));
    assert!(shown(&loaded, "register_form").1.ends_with("settings.toml:1"));
    assert_eq!(shown(&loaded, "log.level"), ("\"info\"".into(), "default".into()));
    assert!(loaded.sources.is_default("log.level") && !loaded.sources.is_default("server.workers"));
}

#[test]
fn what_this_version_does_anyway_may_be_written() {
    let today = "[verification]\nemail = \"none\"\nphone = \"none\"\n[login]\nby_code = false\n[registration]\n\
        prevent_enumeration = false\n[sessions]\nstore = \"database\"\n[metrics]\nenabled = false\n[admin]\nenabled = false\n\
        [redis]\nurl = \"\"\n[languages]\ndefault = \"en\"\nenabled = [\"en\"]\n[templates]\ndirectory = \"\"\n[email]\n[forms]\n\
        [limits]\nstore = \"database\"\n";
    let loaded = read(today);
    assert!(loaded.warnings.is_empty() && loaded.settings.limits.store == LimitStore::Database);
}

#[test]
fn without_phones_the_unwritten_chain_loses_phone_and_a_written_one_is_refused() {
    const OFF: &str = "phone_authentication_active = false\n";
    let loaded = read(OFF);
    assert_eq!(loaded.settings.authentication_backends, ["username", "email"]);
    assert_eq!(shown(&loaded, "authentication_backends"), ("[\"username\", \"email\"]".into(), "default".into()));
    assert_eq!(read(&format!("{OFF}authentication_backends = [\"any\"]")).settings.authentication_backends, ["any"]);
    for backend in ["phone", "username_or_phone"] {
        let told = refused(&format!("{OFF}authentication_backends = [\n\"email\",\n\"{backend}\"]"));
        assert!(
            told.starts_with(&format!("settings.toml:4: authentication_backends: \"{backend}\" needs phones")),
            "{told}"
        );
    }
    for form in ["register_phone", "register_full"] {
        let told = refused(&format!("{OFF}register_form = \"{form}\""));
        assert!(told.starts_with(&format!("settings.toml:2: register_form: \"{form}\" needs phones")), "{told}");
    }
}

#[test]
fn cookies_are_secure_unless_http_on_loopback_and_then_carry_the_prefix() {
    let https = format!("public_url = \"HTTPS://Accounts.Example.org:443/\"\nsecret_keys = [\"{KEY}\"]\n");
    let loaded = read(&format!("{https}[sessions]\nsame_site = \"none\"\n"));
    assert_eq!(loaded.settings.sessions.cookie_name, "__Host-countersign");
    assert_eq!(loaded.settings.sessions.same_site, SameSite::None);
    assert_eq!(loaded.settings.public_url.origin, "https://accounts.example.org");
    assert_eq!(loaded.settings.tokens.issuer, "https://accounts.example.org");
    let open = read(&format!("{https}[sessions]\ncookie_secure = false\n"));
    assert_eq!(open.settings.sessions.cookie_name, "countersign");
    assert!(open.warnings.iter().any(|warning| warning.key == "sessions.cookie_secure"));
    for (url, host, loopback) in [
        ("http://[::1]:8000", "[::1]", true),
        ("http://a.localhost", "a.localhost", true),
        ("http://127.9.9.9", "127.9.9.9", true),
    ] {
        let site = read(&format!("public_url = \"{url}\"")).settings.public_url;
        assert_eq!((site.host.as_str(), site.loopback, site.base.as_str()), (host, loopback, url));
    }
}

/// Settings of a site that others can reach.
fn public(rest: &str) -> String {
    format!("public_url = \"https://example.org\"\nsecret_keys = [\"{KEY}\"]\n{rest}")
}

#[test]
fn what_works_but_should_be_looked_at_is_a_warning() {
    for (key, text) in [
        ("public_url", format!("public_url = \"http://example.org\"\nsecret_keys = [\"{KEY}\"]\n{SENDS}")),
        ("public_url", format!("secret_keys = [\"{KEY}\"]\n[server]\nbind = \"0.0.0.0:80\"")),
        ("email.transport", public(&SENDS.replace("transport = \"smtp\"", "transport = \"file\""))),
        ("email.from", public(&SENDS.replace("from = ", "# "))),
        ("sms.gateway", public(&SENDS.replace("gateway = \"http\"", ""))),
        ("verification.phone", "phone_authentication_active = false\n[verification]\nphone = \"mandatory\"".into()),
        ("otp.max_per_hour", "[otp]\nmax_per_hour = 11".into()),
        ("passwords.bcrypt_cost", "[passwords]\nbcrypt_cost = 4".into()),
        ("passwords.min_length", "[passwords]\nmin_length = 4".into()),
        ("passwords.validators", "[passwords]\nvalidators = []".into()),
        ("sessions.idle_timeout", "[sessions]\nabsolute_timeout = \"13d\"".into()),
        ("tokens.access_ttl", "[tokens]\naccess_ttl = \"2m\"\nrefresh_ttl = \"1m\"".into()),
    ] {
        let warnings = read(&text).warnings;
        assert_eq!(warnings.iter().map(|w| w.key.as_str()).collect::<Vec<_>>(), [key], "{text}");
        assert!(warnings[0].to_string().starts_with("warning: "), "{}", warnings[0]);
    }
}

#[test]
fn relative_paths_begin_at_the_settings_file() {
    let place = Place::new();
    fs::create_dir(place.0.join("etc")).unwrap();
    place.write("etc/url", "sqlite://data/x.db\n");
    let file = place.write("etc/settings.toml", "[database]\nurl_file = \"url\"\n");
    let path = |source: &Source| match Settings::load(source, &Vec::new).unwrap().settings.database.url {
        DatabaseUrl::Sqlite(path) => path,
        DatabaseUrl::Postgres(_) => panic!("not SQLite"),
    };
    assert_eq!(path(&Source::File(file.clone())), place.0.join("etc/data/x.db"));
    assert_eq!(path(&Source::Defaults(place.0.clone())), place.0.join("countersign.db"));
    fs::write(&file, "[database]\nurl = \"sqlite:///srv/x.db\"\n").unwrap();
    assert_eq!(path(&Source::File(file)), Path::new("/srv/x.db"));
}

#[test]
fn a_higher_floor_can_tell_a_mistake_at_the_element() {
    let loaded = read("authentication_backends = [\n  \"any\",\n  \"emial\",\n]");
    let known = ["username", "email", "phone"];
    let mistake = loaded.sources.mistake("authentication_backends", Some(1), "is not a known backend", &known);
    assert_eq!(
        mistake.to_string(),
        "./settings.toml:3: authentication_backends: \"emial\" is not a known backend. \
         Known: `username`, `email`, `phone`. Did you mean `email`?"
    );
}

#[test]
fn the_flag_wins_over_the_variable_and_the_variable_over_the_working_directory() {
    let env = || vec![("COUNTERSIGN_SETTINGS".to_owned(), "b.toml".to_owned())];
    assert_eq!(settings::locate(Some("a.toml".into()), &env), Source::File("a.toml".into()));
    assert_eq!(settings::locate(None, &env), Source::File("b.toml".into()));
    let told = Settings::load(&Source::File("/nowhere/b.toml".into()), &Vec::new).unwrap_err().to_string();
    assert!(
        told.contains("/nowhere/b.toml: the settings file cannot be read") && told.contains("countersign init"),
        "{told}"
    );
}

#[test]
fn the_first_file_holds_and_has_a_secret_of_its_own() {
    let (one, other) = (settings::init_file(&SystemRandom), settings::init_file(&SystemRandom));
    let key = |text: &str| read(text).settings.secret_keys[0].expose_secret().to_owned();
    assert_ne!(key(&one), key(&other));
    assert!(read(&one).warnings.is_empty() && one.contains("\n# bcrypt_cost = 12\n"));
    // Taking the # away from every default changes nothing.
    let mut bare: Vec<&str> =
        one.lines().map(|line| line.strip_prefix("# ").filter(|l| l.contains(" = ")).unwrap_or(line)).collect();
    bare.retain(|line| !line.starts_with("secret_keys"));
    assert_eq!(format!("{:?}", read(&bare.join("\n")).settings), format!("{:?}", Settings::defaults()));
}

#[test]
fn the_schema_knows_the_keys_that_may_be_written_and_their_defaults() {
    let schema = settings::schema();
    for (key, value, _) in settings::effective(&read("")) {
        let pointer = format!("/properties/{}", key.replace('.', "/properties/"));
        let property = schema.pointer(&pointer).unwrap_or_else(|| panic!("the schema lacks {key}"));
        assert!(property["description"].as_str().is_some_and(|about| about.len() > 10), "{key}");
        let default: toml::Value = value.parse().unwrap();
        if key != "tokens.issuer" {
            assert_eq!(property["default"], serde_json::to_value(default).unwrap(), "{key}");
        }
    }
    assert_eq!(schema["properties"]["passwords"]["properties"]["bcrypt_cost"]["maximum"], 16);
    assert_eq!(schema["properties"]["otp"]["properties"].as_object().unwrap().len(), 7);
    let form = schema["properties"]["forms"]["patternProperties"].as_object().unwrap().values().next().unwrap();
    assert_eq!(form["properties"]["fields"]["items"]["required"][0], "name");
}
