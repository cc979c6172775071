//! What is asked of Redis, in its own words. Every text expires by itself, so long after it was last written.

use super::Redis;
use crate::db::Time;
use crate::error::Result;
use ::redis::cmd;
use std::time::Duration;

/// Writes only what nobody else has written since it was read; the empty text stands for none.
const SWAP: &str = "if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end \
                    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1";

/// Redis takes whole milliseconds, at least one.
fn millis(keep: Duration) -> u64 {
    u64::try_from(keep.as_millis()).unwrap_or(u64::MAX).max(1)
}

impl Redis {
    /// Whether it answers, and takes what is written to it.
    ///
    /// # Errors
    /// [`crate::error::Error::Unavailable`] with the reason; so do all of these.
    pub fn check(&self, now: Time) -> Result<()> {
        self.write(now, "check", "1", Duration::from_secs(1))
    }

    /// The text under `key`.
    ///
    /// # Errors
    /// See [`Redis::check`].
    pub fn read(&self, now: Time, key: &str) -> Result<Option<String>> {
        self.ask(now, cmd("GET").arg(self.named(key)))
    }

    /// The texts under `keys`, in their order.
    ///
    /// # Errors
    /// See [`Redis::check`].
    pub fn read_all(&self, now: Time, keys: &[String]) -> Result<Vec<Option<String>>> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let named: Vec<String> = keys.iter().map(|key| self.named(key)).collect();
        self.ask(now, cmd("MGET").arg(named))
    }

    /// Writes `text` under `key`.
    ///
    /// # Errors
    /// See [`Redis::check`].
    pub fn write(&self, now: Time, key: &str, text: &str, keep: Duration) -> Result<()> {
        self.ask(now, cmd("SET").arg(self.named(key)).arg(text).arg("PX").arg(millis(keep)))
    }

    /// Writes `text` under `key` if there is something, and says whether there was.
    ///
    /// # Errors
    /// See [`Redis::check`].
    pub fn rewrite(&self, now: Time, key: &str, text: &str, keep: Duration) -> Result<bool> {
        let done: Option<String> =
            self.ask(now, cmd("SET").arg(self.named(key)).arg(text).arg("XX").arg("PX").arg(millis(keep)))?;
        Ok(done.is_some())
    }

    /// Writes `text` under `key` if there is still what was `read`, and says whether it was.
    ///
    /// # Errors
    /// See [`Redis::check`].
    pub fn swap(&self, now: Time, key: &str, read: Option<&str>, text: &str, keep: Duration) -> Result<bool> {
        let script = cmd("EVAL")
            .arg(SWAP)
            .arg(1)
            .arg(self.named(key))
            .arg(read.unwrap_or_default())
            .arg(text)
            .arg(millis(keep))
            .to_owned();
        self.ask(now, &script)
    }

    /// Removes what is under `key`.
    ///
    /// # Errors
    /// See [`Redis::check`].
    pub fn remove(&self, now: Time, key: &str) -> Result<()> {
        self.ask(now, cmd("DEL").arg(self.named(key)))
    }
}
