DELETE FROM outbox WHERE channel LIKE 'webhook:%';
CREATE TABLE outbox_old (
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
    lease_owner BLOB CHECK (length(lease_owner) = 16),
    leased_until TEXT CHECK (leased_until IS NULL OR (length(leased_until) = 27 AND lease_owner IS NOT NULL)),
    channel TEXT NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'phone')),
    for_nobody INTEGER NOT NULL DEFAULT 0 CHECK (for_nobody IN (0, 1)),
    CHECK (letter IS NOT NULL OR sent_at IS NOT NULL OR dead_at IS NOT NULL)
) STRICT;
INSERT INTO outbox_old SELECT id, user_id, kind, destination, letter, created_at, expires_at, due_at, tries, sent_at, dead_at,
    last_error, lease_owner, leased_until, channel, for_nobody FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_old RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (channel, due_at) WHERE sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_user ON outbox (user_id);
CREATE INDEX outbox_created ON outbox (created_at);
