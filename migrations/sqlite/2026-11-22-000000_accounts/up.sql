-- Times are UTC text of fixed width (2026-11-22T10:00:00.000000Z), so that text order is time order.
-- Ids are UUIDv7, 16 bytes, so that id order is age order.

CREATE TABLE users (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    username TEXT CHECK (username <> ''),
    username_canonical TEXT UNIQUE CHECK (username_canonical <> ''),
    username_skeleton TEXT UNIQUE CHECK (username_skeleton <> ''),
    username_shown_skeleton TEXT UNIQUE CHECK (username_shown_skeleton <> ''),
    email TEXT CHECK (email <> ''),
    email_canonical TEXT UNIQUE CHECK (email_canonical <> ''),
    email_verified_at TEXT CHECK (length(email_verified_at) = 27),
    phone TEXT UNIQUE CHECK (phone GLOB '+[1-9]*' AND substr(phone, 2) NOT GLOB '*[^0-9]*'),
    phone_verified_at TEXT CHECK (length(phone_verified_at) = 27),
    password TEXT NOT NULL CHECK (password <> ''),
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    profile TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(profile)),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    is_staff INTEGER NOT NULL DEFAULT 0 CHECK (is_staff IN (0, 1)),
    is_superuser INTEGER NOT NULL DEFAULT 0 CHECK (is_superuser IN (0, 1)),
    date_joined TEXT NOT NULL CHECK (length(date_joined) = 27),
    last_login TEXT CHECK (length(last_login) = 27),
    CHECK (username IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL),
    CHECK ((username IS NULL) = (username_canonical IS NULL)),
    CHECK ((username IS NULL) = (username_skeleton IS NULL)),
    CHECK ((username IS NULL) = (username_shown_skeleton IS NULL)),
    CHECK ((email IS NULL) = (email_canonical IS NULL)),
    CHECK (email IS NOT NULL OR email_verified_at IS NULL),
    CHECK (phone IS NOT NULL OR phone_verified_at IS NULL)
) STRICT;

CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('remembered', 'browser', 'bearer')),
    key_hash BLOB UNIQUE CHECK (length(key_hash) = 32),
    created_at TEXT NOT NULL CHECK (length(created_at) = 27),
    last_used_at TEXT NOT NULL CHECK (length(last_used_at) = 27),
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    CHECK ((kind = 'bearer') = (key_hash IS NULL))
) STRICT;
CREATE INDEX sessions_user ON sessions (user_id, last_used_at);
CREATE INDEX sessions_created ON sessions (created_at);
CREATE INDEX sessions_last_used ON sessions (kind, last_used_at);

CREATE TABLE refresh_tokens (
    token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    session_id BLOB NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL CHECK (length(created_at) = 27),
    spent_at TEXT CHECK (length(spent_at) = 27)
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_created ON refresh_tokens (created_at);

-- subject: whose failures these are, a keyed hash: an account, an account seen from one known
-- browser, or an identifier that names no account.
CREATE TABLE login_failures (
    subject BLOB NOT NULL PRIMARY KEY CHECK (length(subject) = 32),
    failures INTEGER NOT NULL CHECK (failures >= 0),
    failed_at TEXT NOT NULL CHECK (length(failed_at) = 27),
    blocked_until TEXT CHECK (length(blocked_until) = 27)
) STRICT, WITHOUT ROWID;
CREATE INDEX login_failures_failed ON login_failures (failed_at);

CREATE TABLE rate_limits (
    key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
    window_start TEXT NOT NULL CHECK (length(window_start) = 27),
    current INTEGER NOT NULL CHECK (current >= 0),
    previous INTEGER NOT NULL CHECK (previous >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX rate_limits_window ON rate_limits (window_start);
