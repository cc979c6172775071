-- When the password, or a code, was last proved in this session: what matters asks again after a while.
ALTER TABLE sessions ADD COLUMN proved_at TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000000Z' CHECK (length(proved_at) = 27);
UPDATE sessions SET proved_at = created_at;

-- From then on the account is removed, unless its owner comes back before.
ALTER TABLE users ADD COLUMN delete_at TEXT CHECK (length(delete_at) = 27);
CREATE INDEX users_delete_at ON users (delete_at) WHERE delete_at IS NOT NULL;

-- What happened to an account, never changed afterwards. user_id is null where a refusal was about nobody.
CREATE TABLE account_events (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind <> ''),
    at TEXT NOT NULL CHECK (length(at) = 27),
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail))
) STRICT;
CREATE INDEX account_events_user ON account_events (user_id, id);
CREATE INDEX account_events_at ON account_events (at);
CREATE TRIGGER account_events_stay BEFORE UPDATE ON account_events
BEGIN SELECT RAISE(ABORT, 'what happened is not changed afterwards'); END;

-- The address that an account is to change to, until it is proved. One of each kind.
CREATE TABLE pending_changes (
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
    address TEXT NOT NULL CHECK (address <> ''),
    canonical TEXT NOT NULL CHECK (canonical <> ''),
    asked_at TEXT NOT NULL CHECK (length(asked_at) = 27),
    PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_changes_asked ON pending_changes (asked_at);

-- An address that an account had, and the link by which whoever receives messages there gets it back.
CREATE TABLE address_undos (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
    address TEXT NOT NULL CHECK (address <> ''),
    canonical TEXT NOT NULL CHECK (canonical <> ''),
    verified_at TEXT NOT NULL CHECK (length(verified_at) = 27),
    link_hash BLOB NOT NULL CHECK (length(link_hash) = 32),
    made_at TEXT NOT NULL CHECK (length(made_at) = 27),
    expires_at TEXT NOT NULL CHECK (length(expires_at) = 27)
) STRICT;
CREATE INDEX address_undos_user ON address_undos (user_id, kind);
CREATE INDEX address_undos_canonical ON address_undos (kind, canonical);
CREATE INDEX address_undos_expires ON address_undos (expires_at);
