//! Processes that end: at once, losing nothing that was answered, or when asked to, finishing what was begun.

use super::{Program, at_every_site, login, register};
use crate::people::PASSWORD;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::mpsc;
use std::time::{Duration, Instant};

#[test]
fn ten_kills_during_registrations_lose_no_account_that_was_answered() {
    at_every_site(|site| {
        let mut answered: Vec<String> = Vec::new();
        for round in 0..10 {
            let program = site.start();
            let address = program.address;
            let (tell, told) = mpsc::channel();
            std::thread::scope(|scope| {
                for thread in 0..4 {
                    let tell = tell.clone();
                    scope.spawn(move || {
                        for n in 0.. {
                            let name = format!("user_{round}_{thread}_{n}");
                            // Broken off: whether it is there, nobody was told.
                            let Some((status, body)) = register(address, &name) else { return };
                            assert_eq!(status, 201, "{body}");
                            if tell.send(name).is_err() {
                                return;
                            }
                        }
                    });
                }
                drop(tell);
                // In the middle of things, a little further in each round.
                answered.extend(told.iter().take(3 + round));
                program.kill();
                answered.extend(told.iter());
            });
        }
        let program = site.start();
        assert!(answered.len() >= 75, "{}", answered.len());
        for name in &answered {
            let (status, body) = login(program.address, name).unwrap();
            assert_eq!((status, body["user"]["username"].as_str()), (200, Some(name.as_str())), "{body}");
        }
        let (status, body) = register(program.address, &answered[0]).unwrap();
        assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some("taken")));
    });
}

/// Reads the head of an answer and gives its first line.
fn head(reader: &mut impl BufRead) -> String {
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    let mut line = String::new();
    while reader.read_line(&mut line).unwrap() > 2 {
        line.clear();
    }
    first.trim_end().to_owned()
}

#[test]
fn when_told_to_end_it_finishes_what_was_begun() {
    at_every_site(|site| {
        let mut command = site.command();
        command.env("COUNTERSIGN__SERVER__SHUTDOWN_TIMEOUT", "20s");
        let program = Program::start(&mut command);
        let idle = TcpStream::connect(program.address).unwrap();
        let mut stream = TcpStream::connect(program.address).unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let body = format!("{{\"username\": \"alice\", \"password\": \"{PASSWORD}\"}}");
        write!(
            stream,
            "POST /api/v1/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nExpect: 100-continue\r\n\r\n",
            body.len()
        )
        .unwrap();
        assert_eq!(head(&mut reader), "HTTP/1.1 100 Continue", "it has begun");
        program.terminate();
        let told = Instant::now();
        // Until nobody new is let in.
        while TcpStream::connect(program.address).is_ok() {
            std::thread::yield_now();
            assert!(told.elapsed() < Duration::from_secs(20), "it still listens");
        }
        stream.write_all(body.as_bytes()).unwrap();
        assert_eq!(head(&mut reader), "HTTP/1.1 201 Created");
        let mut rest = [0; 16];
        reader.read_exact(&mut rest).unwrap();
        drop((stream, reader));
        let (status, log) = program.ended();
        assert_eq!(status.code(), Some(0), "{log}");
        assert!(told.elapsed() < Duration::from_secs(20), "it took {:?}", told.elapsed());
        drop(idle);
        let program = site.start();
        assert_eq!(login(program.address, "alice").unwrap().0, 200);
    });
}

/// A client that never finishes does not hold the end up for longer than the settings say.
#[test]
fn whoever_never_finishes_does_not_hold_the_end_up() {
    at_every_site(|site| {
        let mut command = site.command();
        command.env("COUNTERSIGN__SERVER__SHUTDOWN_TIMEOUT", "1s");
        let program = Program::start(&mut command);
        let mut stream = TcpStream::connect(program.address).unwrap();
        let head_only = "POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
                         Content-Length: 100\r\nExpect: 100-continue\r\n\r\n";
        stream.write_all(head_only.as_bytes()).unwrap();
        assert_eq!(head(&mut BufReader::new(stream.try_clone().unwrap())), "HTTP/1.1 100 Continue");
        program.terminate();
        let told = Instant::now();
        let (status, log) = program.ended();
        assert_eq!(status.code(), Some(0), "{log}");
        assert!(told.elapsed() < Duration::from_secs(8), "it took {:?}", told.elapsed());
    });
}
