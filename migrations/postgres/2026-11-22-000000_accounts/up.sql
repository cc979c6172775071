-- Ids are UUIDv7, so that id order is age order. Canonical columns compare by bytes (COLLATE "C"):
-- what is the same name is decided by the program, alike on every database.

CREATE TABLE users (
    id uuid NOT NULL PRIMARY KEY,
    username text CHECK (username <> ''),
    username_canonical text COLLATE "C" CHECK (username_canonical <> ''),
    username_skeleton text COLLATE "C" CHECK (username_skeleton <> ''),
    username_shown_skeleton text COLLATE "C" CHECK (username_shown_skeleton <> ''),
    email text CHECK (email <> ''),
    email_canonical text COLLATE "C" CHECK (email_canonical <> ''),
    email_verified_at timestamptz,
    phone text COLLATE "C" CHECK (phone ~ '^\+[1-9][0-9]*$'),
    phone_verified_at timestamptz,
    password text NOT NULL CHECK (password <> ''),
    first_name text NOT NULL DEFAULT '',
    last_name text NOT NULL DEFAULT '',
    profile jsonb NOT NULL DEFAULT '{}',
    is_active boolean NOT NULL DEFAULT true,
    is_staff boolean NOT NULL DEFAULT false,
    is_superuser boolean NOT NULL DEFAULT false,
    date_joined timestamptz NOT NULL,
    last_login timestamptz,
    CONSTRAINT users_username_canonical_key UNIQUE (username_canonical),
    CONSTRAINT users_username_skeleton_key UNIQUE (username_skeleton),
    CONSTRAINT users_username_shown_skeleton_key UNIQUE (username_shown_skeleton),
    CONSTRAINT users_email_canonical_key UNIQUE (email_canonical),
    CONSTRAINT users_phone_key UNIQUE (phone),
    CHECK (username IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL),
    CHECK ((username IS NULL) = (username_canonical IS NULL)),
    CHECK ((username IS NULL) = (username_skeleton IS NULL)),
    CHECK ((username IS NULL) = (username_shown_skeleton IS NULL)),
    CHECK ((email IS NULL) = (email_canonical IS NULL)),
    CHECK (email IS NOT NULL OR email_verified_at IS NULL),
    CHECK (phone IS NOT NULL OR phone_verified_at IS NULL)
);

CREATE TABLE sessions (
    id uuid NOT NULL PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('remembered', 'browser', 'bearer')),
    key_hash bytea UNIQUE CHECK (length(key_hash) = 32),
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    ip text NOT NULL,
    user_agent text NOT NULL,
    CHECK ((kind = 'bearer') = (key_hash IS NULL))
);
CREATE INDEX sessions_user ON sessions (user_id, last_used_at);
CREATE INDEX sessions_created ON sessions (created_at);
CREATE INDEX sessions_last_used ON sessions (kind, last_used_at);

CREATE TABLE refresh_tokens (
    token_hash bytea NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    spent_at timestamptz
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_created ON refresh_tokens (created_at);

-- subject: whose failures these are, a keyed hash: an account, an account seen from one known
-- browser, or an identifier that names no account.
CREATE TABLE login_failures (
    subject bytea NOT NULL PRIMARY KEY CHECK (length(subject) = 32),
    failures bigint NOT NULL CHECK (failures >= 0),
    failed_at timestamptz NOT NULL,
    blocked_until timestamptz
);
CREATE INDEX login_failures_failed ON login_failures (failed_at);

CREATE TABLE rate_limits (
    key text COLLATE "C" NOT NULL PRIMARY KEY CHECK (key <> ''),
    window_start timestamptz NOT NULL,
    current bigint NOT NULL CHECK (current >= 0),
    previous bigint NOT NULL CHECK (previous >= 0)
);
CREATE INDEX rate_limits_window ON rate_limits (window_start);
