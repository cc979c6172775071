//! A Redis that proves who it is by TLS, and one that does not.

use crate::house::fresh_directory;
use crate::mailing::tls::Authority;
use countersign::redis::Redis;
use countersign::settings::Settings;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A Redis of the test's own that speaks TLS alone; none where there is no such program.
fn start(directory: &Path, port: u16, authority: &Authority) -> Option<Server> {
    let (certificate, key) = authority.vouches_in_pem("localhost");
    std::fs::write(directory.join("redis.pem"), certificate).unwrap();
    std::fs::write(directory.join("redis.key"), key).unwrap();
    let tls_port = port.to_string();
    let spoken = [
        ("--port", "0"),
        ("--tls-port", tls_port.as_str()),
        ("--tls-cert-file", "redis.pem"),
        ("--tls-key-file", "redis.key"),
        ("--tls-auth-clients", "no"),
        ("--requirepass", "hunter2"),
        ("--save", ""),
    ];
    let mut command = Command::new("redis-server");
    for (name, value) in spoken {
        command.arg(name).arg(value);
    }
    let child = command.current_dir(directory).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    child.ok().map(Server)
}

fn reach(url: &str, authorities: &Path) -> Result<(), String> {
    let loaded = Settings::from_toml(&format!("redis.url = '{url}'\nlimits.store = 'redis'"), Path::new(".")).unwrap();
    let redis = Redis::new(loaded.settings.redis.as_ref().unwrap(), Some(authorities)).unwrap();
    redis.check(jiff::Timestamp::UNIX_EPOCH.into()).map_err(|cause| cause.to_string())
}

#[test]
fn redis_over_tls_is_believed_only_if_the_authorities_named_vouch_for_it() {
    let directory = fresh_directory();
    let (ours, others) = (Authority::new("ours"), Authority::new("others"));
    let [good, bad] = [("good.pem", &ours), ("bad.pem", &others)].map(|(name, authority)| {
        let file = directory.join(name);
        std::fs::write(&file, authority.pem()).unwrap();
        file
    });
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let Some(_server) = start(&directory, port, &ours) else {
        eprintln!("there is no redis-server, so this is left out");
        return;
    };
    let url = format!("rediss://:hunter2@localhost:{port}");
    let answers = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        reach(&url, &good).is_ok()
    });
    assert!(answers, "{:?}", reach(&url, &good));
    assert!(reach(&url, &bad).unwrap_err().contains("certificate"), "{:?}", reach(&url, &bad));
    assert!(reach(&format!("redis://:hunter2@localhost:{port}"), &good).is_err(), "without TLS it says nothing");
    assert!(reach(&format!("rediss://:wrong@localhost:{port}"), &good).is_err(), "the password counts");
    let _ = std::fs::remove_dir_all(directory);
}
