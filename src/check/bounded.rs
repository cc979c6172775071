//! Work that may hang for as long as the network likes, waited for only so long.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// What `work` gives, or nothing when that takes longer than `limit`; the thread is then left to itself.
pub(super) fn bounded<T: Send + 'static>(limit: Duration, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (tell, told) = channel();
    thread::Builder::new()
        .name("check".into())
        .spawn(move || {
            // Nobody may be waiting any more.
            let _ = tell.send(work());
        })
        .ok()?;
    told.recv_timeout(limit).ok()
}
