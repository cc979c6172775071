//! The mark of a browser that has signed in before: a signed cookie with which strangers' failures do not shut the
//! owner out. It lets nobody in; it only chooses whose failures are counted.

use super::keys::{Keys, PurposeKeys};
use crate::ambient::{Random, random_bytes};
use crate::db::Id;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as B64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;

/// Which browser, as one account knows it.
pub type BrowserId = [u8; 16];

/// More accounts than this in one browser: the oldest is forgotten.
const MOST: usize = 8;

/// Makes and checks the marks.
pub struct KnownBrowsers(PurposeKeys);

impl KnownBrowsers {
    /// From the installation's keys.
    #[must_use]
    pub fn new(keys: &Keys) -> Self {
        Self(keys.derive("known-browser/v1"))
    }

    /// Which browser this is to `user`, if it has signed in to that account before.
    #[must_use]
    pub fn recognise(&self, cookie: &str, user: Id) -> Option<BrowserId> {
        marks(cookie).find_map(|mark| {
            let (browser, tag) = split(mark)?;
            let valid = self
                .0
                .iter()
                .any(|key| mac(key.as_slice(), &browser, user).is_some_and(|m| m.verify_slice(&tag).is_ok()));
            valid.then_some(browser)
        })
    }

    /// The cookie to set after `user` has signed in: the old one, and in front a mark for this account.
    #[must_use]
    pub fn remember(&self, cookie: Option<&str>, user: Id, random: &dyn Random) -> String {
        let cookie = cookie.unwrap_or_default();
        let browser = self.recognise(cookie, user).unwrap_or_else(|| random_bytes(random));
        let tag = self.0.first().and_then(|key| mac(key.as_slice(), &browser, user)).map(Mac::finalize);
        let mut mark = browser.to_vec();
        mark.extend(tag.iter().flat_map(|tag| tag.as_bytes().iter().copied()));
        let others = marks(cookie)
            .filter(|mark| split(mark).is_some_and(|(known, _)| known != browser))
            .take(MOST - 1)
            .map(str::to_owned);
        let mut all = vec![B64.encode(mark)];
        all.extend(others);
        all.join(".")
    }
}

fn marks(cookie: &str) -> impl Iterator<Item = &str> {
    cookie.split('.').filter(|mark| !mark.is_empty()).take(MOST)
}

fn split(mark: &str) -> Option<(BrowserId, [u8; 32])> {
    let bytes: [u8; 48] = B64.decode(mark).ok()?.try_into().ok()?;
    let (browser, tag) = bytes.split_at_checked(16)?;
    Some((browser.try_into().ok()?, tag.try_into().ok()?))
}

fn mac(key: &[u8], browser: &BrowserId, user: Id) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(browser);
    mac.update(user.as_bytes());
    Some(mac)
}

impl fmt::Debug for KnownBrowsers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KnownBrowsers({} keys)", self.0.len())
    }
}
