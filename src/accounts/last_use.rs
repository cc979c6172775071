//! When sessions were last used: in their rows, or in Redis (`sessions.store`), which spares the database a write a
//! minute for each. The row is the session all the same: nothing that Redis says or forgets can bring one back.

use super::Accounts;
use crate::context::Context;
use crate::db::sessions::{self, Session, SessionKind};
use crate::db::{Conn, Id, Time};
use crate::error::Result;
use crate::redis::Redis;
use jiff::Timestamp;
use std::sync::Arc;

/// So many that have lain idle are asked about at once.
const AT_ONCE: i64 = 500;

fn key(id: Id) -> String {
    format!("session:{id}")
}

fn micros(at: Time) -> String {
    at.timestamp().as_microsecond().to_string()
}

fn time(text: &str) -> Option<Time> {
    let micros = text.parse().ok()?;
    Timestamp::from_microsecond(micros).ok().map(Time::from)
}

impl Accounts {
    /// The same, but when sessions were last used is kept in Redis.
    #[must_use]
    pub fn with_last_uses_in(self, redis: Arc<Redis>) -> Self {
        Self { last_uses: Some(redis), ..self }
    }

    /// Refuses while no session could begin, before anything was done for it.
    pub(super) fn require_last_uses(&self, cx: &Context<'_>) -> Result<()> {
        self.last_uses.as_ref().map_or(Ok(()), |redis| redis.check(cx.now))
    }

    /// Notes that a session has begun, before its row is there for others to see. Without this note it is none.
    pub(super) fn note_first_use(&self, cx: &Context<'_>, session: &Session) -> Result<()> {
        let Some(redis) = &self.last_uses else { return Ok(()) };
        redis.write(cx.now, &key(session.id), &micros(cx.now), self.idle_timeout(session.kind))
    }

    /// The session with its last use as it is known now; none if nothing is known of it.
    pub(super) fn with_last_use(&self, cx: &Context<'_>, session: Session) -> Result<Option<Session>> {
        let Some(redis) = &self.last_uses else { return Ok(Some(session)) };
        let noted = redis.read(cx.now, &key(session.id))?;
        Ok(noted.as_deref().and_then(time).map(|last_used_at| Session { last_used_at, ..session }))
    }

    /// As [`Accounts::with_last_use`], for many: those of which nothing is known are left out.
    pub(super) fn with_last_uses(&self, cx: &Context<'_>, all: Vec<Session>) -> Result<Vec<Session>> {
        let Some(redis) = &self.last_uses else { return Ok(all) };
        let keys: Vec<String> = all.iter().map(|session| key(session.id)).collect();
        let noted = redis.read_all(cx.now, &keys)?;
        let known = all.into_iter().zip(noted).filter_map(|(session, noted)| {
            noted.as_deref().and_then(time).map(|last_used_at| Session { last_used_at, ..session })
        });
        Ok(known.collect())
    }

    /// Notes that a session is being used; `false` when it has ended meanwhile.
    pub(super) fn note_use(&self, cx: &Context<'_>, session: &Session) -> Result<bool> {
        match &self.last_uses {
            None => cx.db.write(|conn| sessions::touch(conn, session.id, cx.now)),
            Some(redis) => redis.rewrite(cx.now, &key(session.id), &micros(cx.now), self.idle_timeout(session.kind)),
        }
    }

    /// As [`Accounts::note_use`], for a transaction that goes on with the session: its row is locked.
    pub(super) fn note_use_within(&self, cx: &Context<'_>, conn: &mut Conn, session: &Session) -> Result<bool> {
        let alive = sessions::touch(conn, session.id, cx.now)?;
        Ok(alive && (self.last_uses.is_none() || self.note_use(cx, session)?))
    }

    /// Tidies up after a session whose row is gone. That ended it; what is left would expire by itself.
    pub(super) fn forget_last_use(&self, cx: &Context<'_>, id: Id) {
        if let Some(redis) = &self.last_uses
            && let Err(cause) = redis.remove(cx.now, &key(id))
        {
            tracing::debug!(%cause, "the last use of a session that has ended is left to expire");
        }
    }

    /// Removes sessions that have lain idle by what Redis knows. While it is away they stay, and let nobody in.
    pub(super) fn prune_unused(&self, cx: &Context<'_>) -> Result<usize> {
        let mut gone = 0;
        for kind in SessionKind::ALL {
            // Rows know when a session began, and when its tokens were last renewed: what is younger is not idle.
            let before = cx.now.before(self.idle_timeout(kind));
            let mut cursor = None;
            loop {
                let some = cx.db.read(|conn| sessions::unused(conn, kind, before, cursor, AT_ONCE))?;
                let Some(last) = some.last() else { break };
                cursor = Some(last.id);
                let mut idle: Vec<Id> = some.iter().map(|session| session.id).collect();
                let known = self.with_last_uses(cx, some)?;
                let alive: Vec<Id> =
                    known.iter().filter(|session| self.is_alive(session, cx.now)).map(|session| session.id).collect();
                idle.retain(|id| !alive.contains(id));
                gone += cx.db.write(|conn| sessions::delete_unused(conn, &idle, before))?;
            }
        }
        Ok(gone)
    }
}
