-- After a reset through one address the other may not reset the account until the signed-in owner confirms it.
ALTER TABLE users ADD COLUMN reset_by text CHECK (reset_by IN ('email', 'phone'));

-- subject: which address and purpose a code is for, a keyed hash. Its failures in a row are in login_failures under the
-- same subject. user_id is null where the address names no account: nothing was sent, but everything else is the same.
CREATE TABLE one_time_passwords (
    id uuid NOT NULL PRIMARY KEY,
    subject bytea NOT NULL UNIQUE CHECK (length(subject) = 32),
    user_id uuid REFERENCES users (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('email', 'phone')),
    address text NOT NULL CHECK (address <> ''),
    purpose text NOT NULL CHECK (purpose IN ('verify', 'reset', 'login', 'change')),
    code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
    link_hash bytea CHECK (length(link_hash) = 32),
    tries bigint NOT NULL DEFAULT 0 CHECK (tries >= 0),
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX one_time_passwords_user ON one_time_passwords (user_id);
CREATE INDEX one_time_passwords_expires ON one_time_passwords (expires_at);

-- What was sent when, for the limits: to a destination, and on behalf of an account, each a keyed hash.
CREATE TABLE sendings (
    id uuid NOT NULL PRIMARY KEY,
    subject bytea NOT NULL CHECK (length(subject) = 32),
    channel text NOT NULL CHECK (channel IN ('email', 'sms', 'account')),
    sent_at timestamptz NOT NULL
);
CREATE INDEX sendings_subject ON sendings (subject, sent_at);
CREATE INDEX sendings_channel ON sendings (channel, sent_at);

-- Messages, written with the change they tell of. What one says is encrypted, and gone once it is sent or dead.
CREATE TABLE outbox (
    id uuid NOT NULL PRIMARY KEY,
    user_id uuid REFERENCES users (id) ON DELETE SET NULL,
    kind text NOT NULL CHECK (kind <> ''),
    destination text NOT NULL CHECK (destination <> ''),
    letter bytea,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    due_at timestamptz NOT NULL,
    tries bigint NOT NULL DEFAULT 0 CHECK (tries >= 0),
    sent_at timestamptz,
    dead_at timestamptz,
    last_error text,
    CHECK (letter IS NOT NULL OR sent_at IS NOT NULL OR dead_at IS NOT NULL)
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_user ON outbox (user_id);
CREATE INDEX outbox_created ON outbox (created_at);
