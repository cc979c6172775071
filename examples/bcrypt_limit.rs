//! How many bcrypt hashes this machine computes in a second, for `bench/run.sh`: `bcrypt_limit THREADS COST SECONDS`.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut number = |default: u32| arguments.next().and_then(|text| text.parse().ok()).unwrap_or(default);
    let (threads, cost, seconds) = (number(1), number(12), number(10));
    let done = AtomicU32::new(0);
    let began = Instant::now();
    let limit = Duration::from_secs(seconds.into());
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                while began.elapsed() < limit {
                    if bcrypt::hash_with_salt("what is hashed does not matter", cost, [7; 16]).is_ok() {
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    println!("{:.2}", f64::from(done.load(Ordering::Relaxed)) / began.elapsed().as_secs_f64());
}
