//! Many at one instant: one account for one name, one count for one account, and no way back into a session that ended.

mod addresses;
mod deletion;
mod guesses;
mod overload;
mod own_account;
mod registrations;
mod sessions;
pub mod slow;

use std::sync::Barrier;

/// Runs `work` on `count` threads that all begin at one instant, and gives what each came to.
pub fn at_once<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let barrier = Barrier::new(count);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..count)
            .map(|n| {
                let (barrier, work) = (&barrier, &work);
                scope.spawn(move || {
                    barrier.wait();
                    work(n)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// How many replies had each status, in order of status.
pub fn statuses(replies: impl IntoIterator<Item = u16>) -> Vec<(u16, usize)> {
    let mut found = std::collections::BTreeMap::new();
    for status in replies {
        *found.entry(status).or_insert(0) += 1;
    }
    found.into_iter().collect()
}
