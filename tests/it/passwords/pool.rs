//! The pool: one hash each, few at a time, refused when there are too many, and the same time for every refusal.

use super::{ABSENT, BCRYPT, CHEAP, random, secret};
use countersign::ambient::Random;
use countersign::error::{Error, Result};
use countersign::passwords::{HashPool, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A hasher that does what a test tells it, and writes down what happens.
#[derive(Default)]
struct Probe {
    /// Waited for before each job, if there is one.
    gate: Option<Mutex<Receiver<()>>>,
    /// Said at the beginning of each job, if anyone listens.
    began: Option<Mutex<Sender<String>>>,
    /// What a job lasts.
    lasts: Duration,
    running: AtomicUsize,
    most: AtomicUsize,
    spent: AtomicUsize,
}

impl Probe {
    fn work(&self) {
        let running = self.running.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(running, Ordering::SeqCst);
        if let Some(began) = &self.began {
            began.lock().unwrap().send(thread::current().name().unwrap_or("").to_owned()).unwrap();
        }
        if let Some(gate) = &self.gate {
            let _ = gate.lock().unwrap().recv();
        }
        thread::sleep(self.lasts);
        self.running.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Hasher for Probe {
    fn algorithm(&self) -> &'static str {
        "probe"
    }

    fn hash(&self, password: &str, _random: &dyn Random) -> Result<String> {
        assert!(password != "explode", "a fault inside a hasher");
        self.work();
        Ok(format!("probe${password}"))
    }

    fn verify(&self, password: &str, encoded: &str) -> bool {
        self.work();
        encoded.strip_prefix("probe$").map(|rest| rest.trim_start_matches("old-")) == Some(password)
    }

    fn is_stale(&self, encoded: &str) -> bool {
        !encoded.starts_with("probe$") || encoded.starts_with("probe$old-")
    }

    fn spend(&self, _password: &str) {
        self.spent.fetch_add(1, Ordering::SeqCst);
        self.work();
    }
}

#[test]
fn the_pool_counts_one_hash_for_whatever_is_asked_of_it() {
    let pool = HashPool::new(Arc::new(BCRYPT), 2, 8);
    let password = secret("alice keeps the bees");
    assert_eq!(pool.hashes(), 0);
    let encoded = pool.hash(&password, &random()).unwrap();
    assert!(encoded.starts_with("bcrypt_sha256$$2b$04$"), "{encoded}");
    let cases: [(&str, &str, bool); 8] = [
        ("alice keeps the bees", &encoded, true),
        ("wrong", &encoded, false),
        ("wrong", ABSENT, false),
        ("wrong", "", false),
        ("wrong", "a format that nobody knows", false),
        ("wrong", "bcrypt_sha256$broken", false),
        ("short pbkdf2", CHEAP[7].1, true),
        ("wrong", CHEAP[7].1, false),
    ];
    for (n, (password, encoded, matches)) in (1..).zip(cases) {
        assert_eq!(pool.hashes(), n, "before {encoded}");
        assert_eq!(pool.verify(&secret(password), encoded).unwrap(), matches, "{encoded}");
    }
    assert_eq!(pool.hashes(), 9);
    pool.spend(&password).unwrap();
    assert_eq!(pool.hashes(), 10);
    assert!(pool.is_stale(CHEAP[7].1) && !pool.is_stale(&encoded));
    assert_eq!(pool.hashes(), 10, "asking about age computes nothing");
    assert!(!format!("{pool:?}").contains("bees"));
}

#[test]
fn a_full_queue_refuses_at_once_and_computes_nothing() {
    let (open, gate) = channel();
    let (began, begins) = channel();
    let probe = Arc::new(Probe { gate: Some(Mutex::new(gate)), began: Some(Mutex::new(began)), ..Probe::default() });
    let pool = HashPool::new(probe.clone(), 1, 2);
    thread::scope(|scope| {
        let busy = scope.spawn(|| pool.hash(&secret("first"), &random()));
        assert_eq!(begins.recv().unwrap(), "hash-1", "it runs on a thread of the pool");
        // Two may wait: of three that ask, the one that is answered at once is refused.
        let (answer, answers) = channel();
        for _ in 0..3 {
            let (answer, pool) = (answer.clone(), &pool);
            scope.spawn(move || answer.send(pool.spend(&secret("waits"))).unwrap());
        }
        let refused = answers.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(matches!(refused, Err(Error::Overloaded)), "{refused:?}");
        assert!(matches!(pool.verify(&secret("third"), "probe$third"), Err(Error::Overloaded)));
        assert!(matches!(pool.hash(&secret("fourth"), &random()), Err(Error::Overloaded)));
        assert!(matches!(pool.spend(&secret("fifth")), Err(Error::Overloaded)));
        assert_eq!(pool.hashes(), 1, "only the first has begun");
        drop(open);
        assert_eq!(busy.join().unwrap().unwrap(), "probe$first");
        assert!(answers.recv().unwrap().is_ok() && answers.recv().unwrap().is_ok());
    });
    assert_eq!(pool.hashes(), 3);
    assert!(pool.verify(&secret("after"), "probe$after").unwrap(), "there is room again");
}

#[test]
fn never_more_hashes_run_at_once_than_there_are_threads() {
    let probe = Arc::new(Probe { lasts: Duration::from_millis(5), ..Probe::default() });
    let pool = HashPool::new(probe.clone(), 3, 64);
    thread::scope(|scope| {
        for _ in 0..30 {
            scope.spawn(|| pool.spend(&secret("x")).unwrap());
        }
    });
    assert_eq!(pool.hashes(), 30);
    assert_eq!(probe.most.load(Ordering::SeqCst), 3, "all three work, and no more");
}

#[test]
fn a_hasher_that_panics_neither_hangs_its_caller_nor_ends_the_thread() {
    let pool = HashPool::new(Arc::new(Probe::default()), 1, 4);
    for _ in 0..3 {
        assert!(matches!(pool.hash(&secret("explode"), &random()), Err(Error::Internal(_))));
    }
    assert_eq!(pool.hash(&secret("fine"), &random()).unwrap(), "probe$fine");
}

#[test]
fn dropping_the_pool_ends_its_threads() {
    let probe = Arc::new(Probe::default());
    let pool = HashPool::new(probe.clone(), 4, 4);
    pool.spend(&secret("x")).unwrap();
    assert_eq!(Arc::strong_count(&probe), 2);
    drop(pool);
    assert_eq!(Arc::strong_count(&probe), 1, "nothing holds the hasher any more");
}

#[test]
fn an_old_format_is_measured_once_and_counts_as_one_hash() {
    let probe = Arc::new(Probe::default());
    let pool = HashPool::new(probe.clone(), 1, 4);
    let wrong = secret("wrong");
    assert!(!pool.verify(&wrong, CHEAP[7].1).unwrap());
    assert_eq!((pool.hashes(), probe.spent.load(Ordering::SeqCst)), (1, 1), "today's was measured once, not counted");
    assert!(!pool.verify(&wrong, CHEAP[7].1).unwrap());
    assert!(!pool.verify(&wrong, ABSENT).unwrap());
    assert!(pool.verify(&secret("short pbkdf2"), CHEAP[7].1).unwrap());
    assert!(pool.verify(&secret("mine"), "probe$old-mine").unwrap(), "an older hash of today's algorithm");
    pool.learn(&CHEAP[7].1.replace("$1000$", "$2000$")).unwrap();
    assert_eq!(pool.hashes(), 5, "measuring is not counted");
}
