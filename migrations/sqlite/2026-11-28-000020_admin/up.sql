-- When the session last used the admin pages: null for one that never did.
ALTER TABLE sessions ADD COLUMN admin_used_at TEXT CHECK (length(admin_used_at) = 27);

-- Whoever administers: few among many.
CREATE INDEX users_staff ON users (id) WHERE is_staff;
CREATE INDEX users_superusers ON users (id) WHERE is_superuser;

-- How many accounts have proved an address.
CREATE INDEX users_verified ON users (id) WHERE email_verified_at IS NOT NULL OR phone_verified_at IS NOT NULL;

-- Pages of messages in one state, and how many were sent when.
CREATE INDEX outbox_open ON outbox (id) WHERE sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_dead ON outbox (id) WHERE dead_at IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;

-- Pages of events of one kind, and from one address; how many of each kind there were when.
CREATE INDEX account_events_kind ON account_events (kind, id);
CREATE INDEX account_events_ip ON account_events (ip, id);
DROP INDEX account_events_at;
CREATE INDEX account_events_at ON account_events (at, kind);
