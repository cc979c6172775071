//! A mail server and an HTTP service of the tests' own, each as unfriendly as asked.

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

/// A step at which the mail server can be unfriendly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    Message,
}

/// What it does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Fine,
    Says(At, &'static str),
    HangsUp(At),
    IsSilent(At),
    /// Answers as a kind one would, once it is told to be in another mood.
    Waits(At),
}

/// What the server saw, and how it is to behave.
#[derive(Default)]
struct Book {
    mood: Option<Mood>,
    offers: Vec<&'static str>,
    connections: usize,
    ended: usize,
    commands: Vec<String>,
    messages: Vec<String>,
}

pub struct MailServer {
    pub address: SocketAddr,
    book: Arc<Mutex<Book>>,
    news: Arc<Condvar>,
}

/// How a mail server encrypts: from the first byte, or when asked by STARTTLS.
#[derive(Clone)]
pub enum Encrypts {
    Never,
    AtOnce(Arc<ServerConfig>),
    WhenAsked(Arc<ServerConfig>),
}

impl MailServer {
    pub fn start(mood: Mood, offers: &[&'static str]) -> Self {
        Self::encrypting(mood, offers, Encrypts::Never)
    }

    pub fn encrypting(mood: Mood, offers: &[&'static str], encrypts: Encrypts) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let book = Arc::new(Mutex::new(Book { mood: Some(mood), offers: offers.to_vec(), ..Book::default() }));
        let news = Arc::new(Condvar::new());
        let shared = (Arc::clone(&book), Arc::clone(&news));
        // The thread ends with the test's process; nothing waits for it.
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (book, news) = shared.clone();
                let encrypts = encrypts.clone();
                book.lock().unwrap().connections += 1;
                news.notify_all();
                thread::spawn(move || {
                    talk(stream, &encrypts, &book, &news);
                    book.lock().unwrap().ended += 1;
                    news.notify_all();
                });
            }
        });
        Self { address, book, news }
    }

    pub fn mood(&self, mood: Mood) {
        self.book.lock().unwrap().mood = Some(mood);
        self.news.notify_all();
    }

    /// Conversations that are over.
    pub fn ended(&self) -> usize {
        self.book.lock().unwrap().ended
    }

    /// Waits for so many connections.
    pub fn until_connections(&self, count: usize) {
        self.until(|book| book.connections >= count);
    }

    /// Waits for so many messages.
    pub fn until_messages(&self, count: usize) {
        self.until(|book| book.messages.len() >= count);
    }

    fn until(&self, happened: impl Fn(&Book) -> bool) {
        let book = self.book.lock().unwrap();
        let patience = Duration::from_secs(120);
        let (book, waited) = self.news.wait_timeout_while(book, patience, |book| !happened(book)).unwrap();
        let (connections, messages) = (book.connections, book.messages.len());
        assert!(!waited.timed_out(), "{connections} connections, {messages} messages: {:?}", book.commands.last());
    }

    pub fn connections(&self) -> usize {
        self.book.lock().unwrap().connections
    }

    pub fn commands(&self) -> Vec<String> {
        self.book.lock().unwrap().commands.clone()
    }

    pub fn messages(&self) -> Vec<String> {
        self.book.lock().unwrap().messages.clone()
    }
}

/// A connection, in the clear or not.
enum Wire {
    Clear(TcpStream),
    Encrypted(Box<StreamOwned<ServerConnection, TcpStream>>),
}

impl Wire {
    fn encrypted(stream: TcpStream, config: &Arc<ServerConfig>) -> Self {
        Self::Encrypted(Box::new(StreamOwned::new(ServerConnection::new(Arc::clone(config)).unwrap(), stream)))
    }
}

impl Read for Wire {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Clear(stream) => stream.read(buffer),
            Self::Encrypted(stream) => stream.read(buffer),
        }
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Clear(stream) => stream.write(bytes),
            Self::Encrypted(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Clear(stream) => stream.flush(),
            Self::Encrypted(stream) => stream.flush(),
        }
    }
}

/// One conversation. `None` ends it.
fn talk(stream: TcpStream, encrypts: &Encrypts, book: &Mutex<Book>, news: &Condvar) -> Option<()> {
    let wire = match encrypts {
        Encrypts::AtOnce(config) => Wire::encrypted(stream, config),
        _ => Wire::Clear(stream),
    };
    let mut lines = BufReader::new(wire);
    let reply = |lines: &mut BufReader<Wire>, at: At, friendly: &str| {
        let out = lines.get_mut();
        let waits = |book: &mut Book| book.mood == Some(Mood::Waits(at));
        let mood = news.wait_while(book.lock().unwrap(), waits).unwrap().mood.unwrap_or(Mood::Fine);
        let answer = match mood {
            Mood::Says(here, answer) if here == at => answer,
            Mood::HangsUp(here) if here == at => return None,
            Mood::IsSilent(here) if here == at => return Some(()),
            _ => friendly,
        };
        out.write_all(format!("{answer}\r\n").as_bytes()).and_then(|()| out.flush()).ok()
    };
    reply(&mut lines, At::Greeting, "220 mail.example ESMTP")?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_owned();
        book.lock().unwrap().commands.push(line.clone());
        match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => {
                let offers = book.lock().unwrap().offers.clone();
                let mut all: Vec<String> = offers.iter().map(|offer| format!("250-{offer}")).collect();
                all.push("250 8BITMIME".into());
                reply(&mut lines, At::Ehlo, &format!("250-mail.example\r\n{}", all.join("\r\n")))?;
            }
            "AUTH" => reply(&mut lines, At::Auth, "235 welcome")?,
            "STARTTLS" => {
                reply(&mut lines, At::StartTls, "220 go ahead")?;
                if let (Encrypts::WhenAsked(config), Wire::Clear(stream)) = (encrypts, lines.get_ref()) {
                    lines = BufReader::new(Wire::encrypted(stream.try_clone().ok()?, config));
                }
            }
            "MAIL" => reply(&mut lines, At::Mail, "250 ok")?,
            "RCPT" => reply(&mut lines, At::Rcpt, "250 ok")?,
            "DATA" => {
                reply(&mut lines, At::Data, "354 go on")?;
                if book.lock().unwrap().mood != Some(Mood::Fine)
                    && matches!(book.lock().unwrap().mood, Some(Mood::Says(At::Data, _)))
                {
                    continue;
                }
                let mut message = String::new();
                loop {
                    let mut line = String::new();
                    if lines.read_line(&mut line).ok()? == 0 {
                        return None;
                    }
                    if line == ".\r\n" {
                        break;
                    }
                    message.push_str(line.strip_prefix('.').unwrap_or(&line));
                }
                // Kept before it is answered, so that whoever has the answer finds it.
                let fine = !matches!(book.lock().unwrap().mood, Some(Mood::Says(At::Message, _)));
                if fine {
                    book.lock().unwrap().messages.push(message);
                    news.notify_all();
                }
                reply(&mut lines, At::Message, "250 accepted")?;
            }
            _ => reply(&mut lines, At::Greeting, "250 ok")?,
        }
    }
}

/// One request as the HTTP service saw it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// An HTTP service; an empty answer is silence.
pub struct Service {
    pub address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Service {
    /// One that always gives the same answer.
    pub fn start(answer: &'static str) -> Self {
        Self::answering(move |_| answer.to_owned())
    }

    /// One that gives the answers that `answer` says.
    pub fn answering(answer: impl Fn(&Asked) -> String + Send + Sync + 'static) -> Self {
        let answer = Arc::new(answer);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (asked, answer) = (Arc::clone(&shared), Arc::clone(&answer));
                thread::spawn(move || serve(&stream, answer.as_ref(), &asked));
            }
        });
        Self { address, asked }
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(mut stream: &TcpStream, answer: &dyn Fn(&Asked) -> String, asked: &Mutex<Vec<Asked>>) -> Option<()> {
    let mut lines = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let mut headers = Vec::new();
        loop {
            let mut header = String::new();
            lines.read_line(&mut header).ok()?;
            let Some((name, value)) = header.trim_end().split_once(": ") else { break };
            headers.push((name.to_owned(), value.to_owned()));
        }
        let length = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        let mut body = vec![0; length.map_or(0, |(_, length)| length.parse().unwrap())];
        lines.read_exact(&mut body).ok()?;
        let body = String::from_utf8(body).unwrap();
        let request = Asked { line: line.trim_end().to_owned(), headers, body };
        asked.lock().unwrap().push(request.clone());
        stream.write_all(answer(&request).as_bytes()).ok()?;
    }
}
