//! Secrets: in files of their own, drawn when there is none, and never shown.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Barrier};

use countersign::ambient::SystemRandom;
use countersign::settings::{self, DatabaseUrl, Settings, Source};
use secrecy::ExposeSecret;

use super::{KEY, Place, refused, with_environment};

const OTHER_KEY: &str = "k2Lw9sHd4VbXz6TnQ0rYfJ8mPgCe3UaR";

fn at(place: &Place) -> Settings {
    Settings::load(&Source::Defaults(place.0.clone()), &Vec::new).unwrap().settings
}

fn draw(place: &Place) -> Result<String, String> {
    settings::secret_keys(&at(place), &place.0, &SystemRandom)
        .map(|keys| keys[0].expose_secret().to_owned())
        .map_err(|mistake| mistake.to_string())
}

fn only_file(place: &Place) -> String {
    let names: Vec<_> = fs::read_dir(&place.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    names[0].to_string_lossy().into_owned()
}

#[test]
fn secrets_may_stand_in_files_of_their_own() {
    let place = Place::new();
    place.write("keys", &format!("\n{KEY}\n  {OTHER_KEY}\r\n\n"));
    place.write("url", "postgres://me:hunter2@db/accounts\n");
    let file = place.write("settings.toml", "secret_keys_file = \"keys\"\n[database]\nurl_file = \"url\"\n");
    let loaded = Settings::load(&Source::File(file), &Vec::new).unwrap();
    let keys: Vec<&str> = loaded.settings.secret_keys.iter().map(ExposeSecret::expose_secret).collect();
    assert_eq!(keys, [KEY, OTHER_KEY]);
    match &loaded.settings.database.url {
        DatabaseUrl::Postgres(url) => assert_eq!(url.expose_secret(), "postgres://me:hunter2@db/accounts"),
        DatabaseUrl::Sqlite(path) => panic!("{path:?}"),
    }
}

#[test]
fn a_bad_secret_in_a_file_is_told_at_the_line_that_names_the_file_and_not_shown() {
    let place = Place::new();
    place.write("keys", &format!("{KEY}\nhunter2\n"));
    place.write("url", "mysql://me:hunter2@db");
    place.write("empty", "\n");
    for (text, words) in [
        ("\nsecret_keys_file = \"keys\"", ":2: secret_keys_file: number 2 of 2 (hidden) has 7 bytes"),
        ("\nsecret_keys_file = \"empty\"", ":2: secret_keys_file: \"empty\" is an empty file"),
        ("\nsecret_keys_file = 3", ":2: secret_keys_file: 3 is not the path of a file"),
        ("[database]\nurl_file = \"url\"", ":2: database.url_file: \"mysql://***@db\" is not"),
        ("[database]\nurl_file = \"missing\"", ":2: database.url_file: \"missing\" cannot be read"),
    ] {
        let told = Settings::from_toml(text, &place.0).unwrap_err().to_string();
        assert!(told.contains(words) && !told.contains("hunter2"), "{text}: {told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn a_secret_and_its_file_at_once_are_refused_wherever_they_stand() {
    let both = format!("secret_keys = [\"{KEY}\"]\nsecret_keys_file = \"keys\"\n");
    assert!(refused(&both).starts_with("settings.toml:2: secret_keys_file: \"keys\" is given beside `secret_keys`"));
    let one = format!("secret_keys = [\"{KEY}\"]\n");
    let told = with_environment(&one, &[("COUNTERSIGN__SECRET_KEYS_FILE", "keys")]).unwrap_err();
    assert!(told.starts_with("$COUNTERSIGN__SECRET_KEYS_FILE: ") && told.contains("beside `secret_keys`"), "{told}");
    // Only secrets have files.
    assert!(refused("register_form_file = \"x\"").contains("register_form_file is not a key"));
}

#[test]
fn one_key_twice_is_refused() {
    let told = refused(&format!("secret_keys = [\n\"{KEY}\",\n\"{KEY}\"]"));
    assert!(
        told.starts_with("settings.toml:3: secret_keys: ") && told.contains("twice") && !told.contains(KEY),
        "{told}"
    );
}

#[test]
fn no_secret_is_shown_anywhere() {
    let text =
        format!("secret_keys = [\"{KEY}\"]\n[database]\nurl = \"postgres://me:hunter2@db/x?sslpassword=hunter3\"\n");
    let loaded = Settings::from_toml(&text, Path::new(".")).unwrap();
    let lines = settings::effective(&loaded).into_iter().map(|(key, value, source)| format!("{key} {value} {source}"));
    let mut all = format!("{loaded:?}{}", lines.collect::<Vec<_>>().join("\n"));
    all += &loaded.sources.mistake("secret_keys", Some(0), "is wrong", &["x"]).to_string();
    all += &loaded.sources.mistake("database.url", None, "is wrong", &["x"]).to_string();
    for secret in [KEY, "hunter2", "hunter3"] {
        assert!(!all.contains(secret), "{secret} is in {all}");
    }
    assert!(all.contains("secret_keys [\"***\"]") && all.contains("postgres://***@db/x?***"), "{all}");
}

#[test]
fn on_loopback_one_key_is_drawn_and_found_again() {
    let (place, other) = (Place::new(), Place::new());
    let key = draw(&place).unwrap();
    assert!(key.len() >= 32);
    assert_eq!(draw(&place).unwrap(), key);
    assert_ne!(draw(&other).unwrap(), key);
    assert_eq!(only_file(&place), "countersign.db.secret-key");
}

#[test]
fn for_postgresql_the_drawn_key_is_kept_in_the_base_directory() {
    let place = Place::new();
    let loaded = Settings::from_toml("[database]\nurl = \"postgresql:///accounts\"", &place.0).unwrap();
    settings::secret_keys(&loaded.settings, loaded.sources.base(), &SystemRandom).unwrap();
    assert_eq!(only_file(&place), "countersign.secret-key");
}

#[test]
fn processes_that_start_at_once_agree_on_the_key() {
    for _ in 0..20 {
        let place = Arc::new(Place::new());
        let start = Arc::new(Barrier::new(8));
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let (place, start) = (Arc::clone(&place), Arc::clone(&start));
                std::thread::spawn(move || {
                    start.wait();
                    draw(&place).unwrap()
                })
            })
            .collect();
        let mut keys: Vec<String> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        keys.dedup();
        assert_eq!(keys.len(), 1);
        assert_eq!(only_file(&place), "countersign.db.secret-key");
    }
}

#[cfg(unix)]
#[test]
fn the_drawn_key_is_for_its_owner_alone_and_refused_once_others_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    draw(&place).unwrap();
    let file = place.0.join("countersign.db.secret-key");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    for mode in [0o644, 0o640, 0o602] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let told = draw(&place).unwrap_err();
        assert!(told.contains("can be read by others") && told.contains("chmod 600"), "{mode:o}: {told}");
    }
}

#[cfg(unix)]
#[test]
fn a_damaged_key_is_refused_and_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let file = place.write("countersign.db.secret-key", "short\n");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    assert!(draw(&place).unwrap_err().contains("is damaged"));
    assert_eq!(fs::read_to_string(file).unwrap(), "short\n");
}

#[test]
fn off_loopback_no_key_is_drawn() {
    let place = Place::new();
    for change in [
        (|settings: &mut Settings| settings.server.bind = "0.0.0.0:8000".parse().unwrap()) as fn(&mut Settings),
        |settings| settings.public_url.loopback = false,
    ] {
        let mut settings = at(&place);
        change(&mut settings);
        let told = settings::secret_keys(&settings, &place.0, &SystemRandom).unwrap_err().to_string();
        assert!(told.contains("for loopback only"), "{told}");
    }
    assert_eq!(fs::read_dir(&place.0).unwrap().count(), 0);
    // Configured ones are simply used.
    let loaded = Settings::from_toml(&format!("secret_keys = [\"{KEY}\"]"), &place.0).unwrap();
    assert_eq!(settings::secret_keys(&loaded.settings, &place.0, &SystemRandom).unwrap()[0].expose_secret(), KEY);
}
