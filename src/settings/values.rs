//! The checked values by key, taken out by type; knows nothing of where they came from.

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use ipnet::IpNet;
use secrecy::SecretString;

use super::parse::Value;
use super::types::{DatabaseUrl, PublicUrl, Rate};

/// A value for every key that is ready. Some are secret, so none is shown.
#[derive(Clone, Default)]
pub(super) struct Values(BTreeMap<&'static str, Value>);

impl fmt::Debug for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} values", self.0.len())
    }
}

macro_rules! take {
    ($($name:ident: $variant:ident -> $type:ty;)+) => {
        $(pub(super) fn $name(&self, key: &str) -> $type {
            match self.0.get(key) {
                Some(Value::$variant(value)) => value.clone(),
                _ => no_such(key),
            }
        })+
    };
}

impl Values {
    pub(super) fn set(&mut self, key: &'static str, value: Value) {
        self.0.insert(key, value);
    }

    /// Lets `key` be what it is in `other`.
    pub(super) fn take_over(&mut self, key: &'static str, other: &Self) {
        if let Some(value) = other.0.get(key) {
            self.0.insert(key, value.clone());
        }
    }

    take! {
        flag: Flag -> bool;
        auto: Auto -> Option<bool>;
        number: Number -> u64;
        time: Time -> Duration;
        rate: Rate -> Rate;
        text: Text -> String;
        list: List -> Vec<String>;
        secrets: Secrets -> Vec<SecretString>;
        address: Address -> SocketAddr;
        networks: Networks -> Vec<IpNet>;
        site: Site -> PublicUrl;
        database: Database -> DatabaseUrl;
        headers: Headers -> Vec<(String, SecretString)>;
    }

    /// A number that the table keeps small enough.
    pub(super) fn small(&self, key: &str) -> u32 {
        u32::try_from(self.number(key)).unwrap_or(u32::MAX)
    }

    /// A number that the table keeps small enough.
    pub(super) fn size(&self, key: &str) -> usize {
        usize::try_from(self.number(key)).unwrap_or(usize::MAX)
    }
}

/// Only a slip between the table and `build.rs` leads here, at the first test and whatever the settings say.
#[allow(clippy::panic, reason = "no settings can lead here, only a slip in the program, and every test would show it")]
fn no_such(key: &str) -> ! {
    panic!("the table of keys has no `{key}` of the type that is asked for")
}
