//! The transports of development: the console, a directory, the process itself; and the inbox behind them.

use super::{ID, Still, by_email, by_phone, stationery};
use countersign::ambient::Clock;
use countersign::delivery::{
    AtOnce, Console, Delivery, Email, File, Inbox, Mailer, Memory, Message, MessageKind, Sms, SmsGateway,
};
use countersign::settings::Settings;
use serde_json::json;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// A directory that is not there yet, and is gone afterwards.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("countersign-delivery-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Self(std::env::temp_dir().join(name))
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn inbox(capacity: usize) -> Arc<Inbox> {
    Arc::new(Inbox::new(Arc::new(Still), capacity))
}

fn email() -> Email {
    stationery().email(&by_email(MessageKind::VerifyEmail)).unwrap()
}

fn sms() -> Sms {
    stationery().sms(&by_phone(MessageKind::LoginCode)).unwrap()
}

#[tokio::test]
async fn an_email_becomes_one_file_that_is_whole_from_the_first_look() {
    let place = Place::new();
    let inbox = inbox(10);
    let file = File::new(place.0.join("mail"), Arc::clone(&inbox), Arc::new(Still));
    Mailer::send(&file, &email(), &AtOnce).await.unwrap();
    let place = Place(place.0.join("mail"));
    let name = format!("20261122T092958.123456Z-{ID}.eml");
    assert_eq!(place.names(), [name.as_str()]);
    let bytes = fs::read(place.0.join(&name)).unwrap();
    assert_eq!(bytes, countersign::delivery::mime(&email()).unwrap().formatted());
    // Sent again after a crash, it takes the place of the first.
    Mailer::send(&file, &email(), &AtOnce).await.unwrap();
    assert_eq!(place.names(), [name.as_str()]);
    assert_eq!(inbox.list().len(), 2);
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(place.0.join(&name)).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600, "it holds a code");
    }
}

#[tokio::test]
async fn a_text_message_becomes_one_json_file() {
    let place = Place::new();
    let file = File::new(&place.0, inbox(10), Arc::new(Still));
    SmsGateway::send(&file, &sms(), &AtOnce).await.unwrap();
    let later = Sms { id: "b".into(), date: "2026-11-22T09:29:58.2Z".parse().unwrap(), ..sms() };
    SmsGateway::send(&file, &later, &AtOnce).await.unwrap();
    let names = place.names();
    assert_eq!(names, [format!("20261122T092958.123456Z-{ID}.json"), "20261122T092958.200000Z-b.json".into()]);
    let written: serde_json::Value = serde_json::from_slice(&fs::read(place.0.join(&names[0])).unwrap()).unwrap();
    let expected = json!({
        "to": "+4930901820", "from": "CLUB", "text": sms().text, "kind": "login_code", "sent_at": "2026-11-22T09:30:00Z",
    });
    assert_eq!(written, expected);
}

#[tokio::test]
async fn nobody_sees_half_a_file() {
    let place = Place::new();
    fs::create_dir_all(&place.0).unwrap();
    // A directory stands where the file would go, so the last step fails: nothing is left behind, and nothing is half there.
    let blocked = place.0.join(format!("20261122T092958.123456Z-{ID}.eml"));
    fs::create_dir_all(blocked.join("x")).unwrap();
    let inbox = inbox(10);
    let file = File::new(&place.0, Arc::clone(&inbox), Arc::new(Still));
    let failed = Mailer::send(&file, &email(), &AtOnce).await.unwrap_err();
    assert!(!failed.is_final() && failed.reason().contains("cannot write to"), "{failed:?}");
    assert_eq!(place.names().len(), 1);
    assert!(inbox.list().is_empty());
    // Where there can be no directory, a later try may do better.
    fs::write(place.0.join("file"), "").unwrap();
    let file = File::new(place.0.join("file"), inbox, Arc::new(Still));
    assert!(!SmsGateway::send(&file, &sms(), &AtOnce).await.unwrap_err().is_final());
}

#[tokio::test]
async fn while_files_are_written_only_whole_ones_have_names_to_look_for() {
    let place = Place::new();
    fs::create_dir_all(&place.0).unwrap();
    let whole = countersign::delivery::mime(&email()).unwrap().formatted().len() as u64;
    let directory = place.0.clone();
    let watcher = std::thread::spawn(move || {
        let mut seen = 0;
        while seen < 50 {
            let entries = fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path());
            let found: Vec<PathBuf> = entries.filter(|path| !hidden(path)).collect();
            seen = found.len();
            // Ids of one length make files of one length.
            assert!(found.iter().all(|path| fs::metadata(path).unwrap().len() == whole));
        }
    });
    let file = File::new(&place.0, inbox(1), Arc::new(Still));
    for number in 0..50 {
        let id = format!("{number:0>36}");
        let message_id = format!("<{id}@accounts.example.org>");
        Mailer::send(&file, &Email { id, message_id, ..email() }, &AtOnce).await.unwrap();
    }
    watcher.join().unwrap();
}

fn hidden(path: &Path) -> bool {
    path.file_name().unwrap().to_str().unwrap().starts_with('.')
}

/// What was written, for the test to read.
#[derive(Clone, Default)]
struct Screen(Arc<Mutex<Vec<u8>>>);

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_console_shows_the_message_with_its_code() {
    let screen = Screen::default();
    let inbox = inbox(10);
    let console = Console::to(Arc::clone(&inbox), Box::new(screen.clone()));
    Mailer::send(&console, &email(), &AtOnce).await.unwrap();
    SmsGateway::send(&console, &Sms { text: "\u{1b}[2J834920".into(), ..sms() }, &AtOnce).await.unwrap();
    let shown = String::from_utf8(screen.0.lock().unwrap().clone()).unwrap();
    for words in ["Subject: Verify your email address", "│ BCDFGHJK\n", "To: +4930901820", "│ [2J834920\n"] {
        assert!(shown.contains(words), "{words} is not in\n{shown}");
    }
    assert!(!shown.contains('\u{1b}'), "a message must not command the terminal");
    assert_eq!(inbox.list().iter().map(|kept| kept.transport).collect::<Vec<_>>(), ["console", "console"]);
}

#[tokio::test]
async fn the_inbox_keeps_the_last_and_forgets_the_oldest() {
    let inbox = inbox(3);
    let watch = inbox.watch();
    let memory = Memory(Arc::clone(&inbox));
    assert_eq!(*watch.borrow(), 0);
    Mailer::send(&memory, &email(), &AtOnce).await.unwrap();
    for _ in 0..4 {
        SmsGateway::send(&memory, &sms(), &AtOnce).await.unwrap();
    }
    assert_eq!(inbox.list().iter().map(|kept| kept.id).collect::<Vec<_>>(), [5, 4, 3]);
    assert!(inbox.get(1).is_none() && inbox.get(5).unwrap().message == Message::Sms(sms()));
    assert_eq!(inbox.get(4).unwrap().sent_at.to_string(), "2026-11-22T09:30:00Z");
    assert!(watch.has_changed().unwrap() && *watch.borrow() == 5);
    assert!(!format!("{inbox:?} {memory:?} {:?}", inbox.list()).contains("834920"));
    inbox.clear();
    assert!(inbox.list().is_empty());
    Mailer::send(&memory, &email(), &AtOnce).await.unwrap();
    assert_eq!(inbox.list()[0].id, 6);
}

#[tokio::test]
async fn the_defaults_show_both_sorts_on_the_console() {
    let loaded = Settings::from_toml("", Path::new(".")).unwrap();
    let words = countersign::languages::Languages::built_in().unwrap();
    let delivery =
        Delivery::from_settings(&loaded.settings, &loaded.sources, &(Arc::new(Still) as Arc<dyn Clock>), &words)
            .unwrap();
    assert_eq!(delivery.names(), ("console", "console"));
    assert_eq!(Inbox::CAPACITY, 1000);
    assert!(
        delivery.stationery().email(&by_email(MessageKind::VerifyEmail)).unwrap().message_id.ends_with("@127.0.0.1>")
    );
}
