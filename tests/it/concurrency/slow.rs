//! A hasher that stops when it is told to, so that a test can fill the queue and look.

use crate::house::{Database, House};
use countersign::ambient::Random;
use countersign::context::Client;
use countersign::error::{Error, Result};
use countersign::passwords::Hasher;
use secrecy::SecretString;
use std::sync::{Arc, Condvar, Mutex, mpsc};

/// What to send so that the hasher stops at it.
const STOP: &str = "stop here, and wait for me";
/// One waits in the queue, beside the one being computed.
const SETTINGS: &str = "[passwords]\nhasher = \"slow\"\nvalidators = []\nmax_concurrent_hashes = 1\nhash_queue = 1\n\
                        [limits]\nlogin_failures_per_account = 5";

#[derive(Default)]
struct State {
    stopped: bool,
}

/// The hasher. Clones are one.
#[derive(Clone, Default)]
pub struct Slow(Arc<(Mutex<State>, Condvar)>);

impl Slow {
    /// A house with this hasher, with one thread for hashes and one place in the queue.
    pub fn house(&self, database: Database) -> House {
        House::build_with(database, SETTINGS, |plugins| plugins.hashers.register("slow", Arc::new(self.clone())))
    }

    /// Does `work` while a hash is being computed and another waits: the next one is refused.
    pub fn busy<T>(&self, house: &House, work: impl FnOnce() -> T) -> T {
        let (tell, refused) = mpsc::channel();
        std::thread::scope(|scope| {
            let _go_on = GoOn(self);
            scope.spawn(|| hash(house, STOP));
            let (state, told) = &*self.0;
            drop(told.wait_while(state.lock().unwrap(), |state| !state.stopped).unwrap());
            // Of two more, one finds the place in the queue and stays there, the other finds it taken.
            for _ in 0..2 {
                let tell = tell.clone();
                scope.spawn(move || {
                    if let Err(cause) = hash(house, "waits its turn") {
                        tell.send(cause).unwrap();
                    }
                });
            }
            assert!(matches!(refused.recv().unwrap(), Error::Overloaded));
            let (hashes, result) = house.hashes_of(work);
            assert_eq!(hashes, 0, "a hash was computed past the full queue");
            result
        })
    }

    fn work(&self, password: &str) {
        if password == STOP {
            let (state, told) = &*self.0;
            let mut now = state.lock().unwrap();
            now.stopped = true;
            told.notify_all();
            drop(told.wait_while(now, |state| state.stopped).unwrap());
        }
    }
}

/// Lets the hasher go on, also when a test fails meanwhile.
struct GoOn<'s>(&'s Slow);

impl Drop for GoOn<'_> {
    fn drop(&mut self) {
        let (state, told) = &*self.0.0;
        state.lock().unwrap().stopped = false;
        told.notify_all();
    }
}

fn hash(house: &House, password: &str) -> Result<String> {
    house.app.work(&Client::local(), |_, cx| cx.hash_password(&SecretString::from(password)))
}

impl Hasher for Slow {
    fn algorithm(&self) -> &'static str {
        "slow"
    }

    fn hash(&self, password: &str, _: &dyn Random) -> Result<String> {
        self.work(password);
        Ok(format!("slow${password}"))
    }

    fn verify(&self, password: &str, encoded: &str) -> bool {
        self.work(password);
        encoded.strip_prefix("slow$") == Some(password)
    }

    fn is_stale(&self, _: &str) -> bool {
        false
    }

    fn spend(&self, password: &str) {
        self.work(password);
    }
}
