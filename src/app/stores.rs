//! The Redis of the settings, and what is kept in it.

use crate::accounts::Accounts;
use crate::redis::Redis;
use crate::settings::{LimitStore, Mistakes, SessionStore, Settings, Sources};
use std::sync::Arc;

/// The Redis of the settings, if a store is in it.
pub(super) fn redis(settings: &Settings, sources: &Sources) -> Result<Option<Arc<Redis>>, Mistakes> {
    let used = settings.sessions.store == SessionStore::Redis || settings.limits.store == LimitStore::Redis;
    let Some(named) = settings.redis.as_ref().filter(|_| used) else { return Ok(None) };
    let redis = Redis::new(named, sources.authorities());
    redis.map(|redis| Some(Arc::new(redis))).map_err(|cause| {
        let remedy = "Write it as in \"redis://127.0.0.1:6379/0\".";
        Mistakes(vec![sources.at("redis.url", None, format!("cannot be used: {cause}"), remedy)])
    })
}

/// The verbs, with what the settings want in Redis kept there.
pub(super) fn place(mut accounts: Accounts, settings: &Settings, redis: &Arc<Redis>) -> Accounts {
    if settings.sessions.store == SessionStore::Redis {
        accounts = accounts.with_last_uses_in(Arc::clone(redis));
    }
    if settings.limits.store == LimitStore::Redis {
        accounts = accounts.with_rates_in(Arc::clone(redis));
    }
    accounts
}
