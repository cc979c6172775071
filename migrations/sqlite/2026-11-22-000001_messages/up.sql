-- After a reset through one address the other may not reset the account until the signed-in owner confirms it.
ALTER TABLE users ADD COLUMN reset_by TEXT CHECK (reset_by IN ('email', 'phone'));

-- subject: which address and purpose a code is for, a keyed hash. Its failures in a row are in login_failures under the
-- same subject. user_id is null where the address names no account: nothing was sent, but everything else is the same.
CREATE TABLE one_time_passwords (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    subject BLOB NOT NULL UNIQUE CHECK (length(subject) = 32),
    user_id BLOB REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
    address TEXT NOT NULL CHECK (address <> ''),
    purpose TEXT NOT NULL CHECK (purpose IN ('verify', 'reset', 'login', 'change')),
    code_hash BLOB NOT NULL CHECK (length(code_hash) = 32),
    link_hash BLOB CHECK (length(link_hash) = 32),
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    issued_at TEXT NOT NULL CHECK (length(issued_at) = 27),
    expires_at TEXT NOT NULL CHECK (length(expires_at) = 27)
) STRICT;
CREATE INDEX one_time_passwords_user ON one_time_passwords (user_id);
CREATE INDEX one_time_passwords_expires ON one_time_passwords (expires_at);

-- What was sent when, for the limits: to a destination, and on behalf of an account, each a keyed hash.
CREATE TABLE sendings (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    subject BLOB NOT NULL CHECK (length(subject) = 32),
    channel TEXT NOT NULL CHECK (channel IN ('email', 'sms', 'account')),
    sent_at TEXT NOT NULL CHECK (length(sent_at) = 27)
) STRICT;
CREATE INDEX sendings_subject ON sendings (subject, sent_at);
CREATE INDEX sendings_channel ON sendings (channel, sent_at);

-- Messages, written with the change they tell of. What one says is encrypted, and gone once it is sent or dead.
CREATE TABLE outbox (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    user_id BLOB REFERENCES users (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    destination TEXT NOT NULL CHECK (destination <> ''),
    letter BLOB,
    created_at TEXT NOT NULL CHECK (length(created_at) = 27),
    expires_at TEXT CHECK (length(expires_at) = 27),
    due_at TEXT NOT NULL CHECK (length(due_at) = 27),
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    sent_at TEXT CHECK (length(sent_at) = 27),
    dead_at TEXT CHECK (length(dead_at) = 27),
    last_error TEXT,
    CHECK (letter IS NOT NULL OR sent_at IS NOT NULL OR dead_at IS NOT NULL)
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_user ON outbox (user_id);
CREATE INDEX outbox_created ON outbox (created_at);
