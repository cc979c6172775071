//! What is kept in Redis: it counts, it forgets, it goes away, and it never lets anybody in.

mod away;
mod counts;
mod sessions;
mod tls;

use crate::faults::proxy::Proxy;
use crate::house::{Database, House, in_redis_at, redis_url};
use crate::people::PASSWORD;
use crate::visitor::{Door, Visitor};
use redis::Connection;

/// A house whose Redis is reached through a proxy, which a test can cut.
pub fn behind_a_proxy(settings: &str) -> (Proxy, House) {
    let url = url::Url::parse(&redis_url()).unwrap();
    let proxy = Proxy::new(format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(6379)));
    let house = House::build(Database::Sqlite, &in_redis_at(&format!("redis://{}", proxy.address), settings));
    (proxy, house)
}

/// Redis itself, past the program.
pub fn redis() -> Connection {
    redis::Client::open(redis_url()).unwrap().get_connection().unwrap()
}

/// Every key of this house that begins so, with its text.
pub fn texts(house: &House, beginning: &str) -> Vec<(String, String)> {
    let prefix = &house.app.settings().redis.as_ref().unwrap().prefix;
    let mut conn = redis();
    let keys: Vec<String> = redis::cmd("KEYS").arg(format!("{prefix}:{beginning}*")).query(&mut conn).unwrap();
    keys.into_iter()
        .map(|key| {
            let text = redis::cmd("GET").arg(&key).query(&mut conn).unwrap();
            (key, text)
        })
        .collect()
}

/// Redis as it was when `texts` were read.
pub fn restore(texts: &[(String, String)]) {
    for (key, text) in texts {
        let _: () = redis::cmd("SET").arg(key).arg(text).arg("PX").arg(600_000).query(&mut redis()).unwrap();
    }
}

/// Redis without these.
pub fn forget(texts: &[(String, String)]) {
    for (key, _) in texts {
        let _: () = redis::cmd("DEL").arg(key).query(&mut redis()).unwrap();
    }
}

/// Alice, signed in at this door.
pub fn signed_in(house: &House, door: Door) -> Visitor<'_> {
    let visitor = house.visitor(door);
    visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
    visitor
}
