//! Begins a session for an account that has proved itself, carried by a cookie or by tokens. Refuses to know how it
//! was proved.

use super::Accounts;
use crate::context::Context;
use crate::db::sessions::{self, Session, SessionKind};
use crate::db::{Conn, Id, User, refresh_tokens};
use crate::error::Result;
use crate::tokens::{Claims, Opaque};
use secrecy::SecretString;
use serde_json::{Value, json};

/// How the client wants to carry its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// In a cookie; `remember` lets it outlive the browser.
    Cookie {
        /// `remember_me` was asked for.
        remember: bool,
    },
    /// As access and refresh tokens.
    Bearer,
}

/// Which entrance somebody signs in at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// That of the site.
    Account,
    /// That of the admin pages, which lets in nobody else.
    Admin,
}

impl Opens {
    /// What an event of a sign-in says about it.
    pub(super) fn told(self) -> Value {
        match self {
            Self::Account => json!({}),
            Self::Admin => json!({"at": "admin"}),
        }
    }
}

/// An access token and the refresh token that gets the next one.
#[derive(Debug)]
pub struct TokenPair {
    /// A JWT, good for `expires_in`.
    pub access_token: SecretString,
    /// Good once.
    pub refresh_token: SecretString,
    /// Seconds.
    pub expires_in: u64,
}

/// What the client is given to carry.
#[derive(Debug)]
pub enum Bearing {
    /// The value of the session cookie, and that of the cookie that marks a known browser.
    Cookie {
        /// Session key.
        key: Opaque,
        /// Whether the cookie outlives the browser.
        remember: bool,
        /// See [`crate::tokens::KnownBrowsers`].
        known_browser: String,
    },
    /// Tokens.
    Bearer(TokenPair),
}

/// A session that has begun.
#[derive(Debug)]
pub struct Entry {
    /// Whose.
    pub user: User,
    /// What to carry.
    pub bearing: Bearing,
}

impl Accounts {
    /// Begins a session, as part of the transaction that let the account in.
    pub(super) fn begin_session(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: User,
        carrier: Carrier,
    ) -> Result<Entry> {
        let key = Opaque::new(cx.random.as_ref());
        let remember = carrier == Carrier::Cookie { remember: true } && self.settings.login.remember_me;
        let (kind, key_hash) = match carrier {
            Carrier::Bearer => (SessionKind::Bearer, None),
            Carrier::Cookie { .. } if remember => (SessionKind::Remembered, Some(key.hash())),
            Carrier::Cookie { .. } => (SessionKind::Browser, Some(key.hash())),
        };
        let session = Session {
            id: Id::new(cx.now, cx.random.as_ref()),
            user_id: user.id,
            kind,
            key_hash,
            created_at: cx.now,
            last_used_at: cx.now,
            ip: cx.client.ip.to_string(),
            user_agent: cx.client.user_agent.clone(),
            proved_at: cx.now,
            admin_used_at: None,
        };
        self.note_first_use(cx, &session)?;
        sessions::insert(conn, &session)?;
        let bearing = match carrier {
            Carrier::Bearer => Bearing::Bearer(self.issue_tokens(cx, conn, user.id, session.id)?),
            Carrier::Cookie { .. } => self.cookie(cx, user.id, key, remember),
        };
        Ok(Entry { user, bearing })
    }

    /// What a browser carries of a session with this key.
    pub(super) fn cookie(&self, cx: &Context<'_>, user: Id, key: Opaque, remember: bool) -> Bearing {
        let before = cx.client.known_browser.as_deref();
        let known_browser = self.known_browsers.remember(before, user, cx.random.as_ref());
        Bearing::Cookie { key, remember, known_browser }
    }

    /// A new pair of tokens for a session.
    pub(super) fn issue_tokens(&self, cx: &Context<'_>, conn: &mut Conn, user: Id, session: Id) -> Result<TokenPair> {
        let refresh = Opaque::new(cx.random.as_ref());
        refresh_tokens::insert(conn, &refresh.hash(), session, cx.now)?;
        Ok(TokenPair {
            access_token: self.access.issue(Claims { user, session }, cx.now, cx.random.as_ref()),
            refresh_token: SecretString::from(refresh.expose()),
            expires_in: self.access.ttl().as_secs(),
        })
    }
}
