-- When the password, or a code, was last proved in this session: what matters asks again after a while.
ALTER TABLE sessions ADD COLUMN proved_at timestamptz;
UPDATE sessions SET proved_at = created_at;
ALTER TABLE sessions ALTER COLUMN proved_at SET NOT NULL;

-- From then on the account is removed, unless its owner comes back before.
ALTER TABLE users ADD COLUMN delete_at timestamptz;
CREATE INDEX users_delete_at ON users (delete_at) WHERE delete_at IS NOT NULL;

-- What happened to an account, never changed afterwards. user_id is null where a refusal was about nobody.
CREATE TABLE account_events (
    id uuid NOT NULL PRIMARY KEY,
    user_id uuid REFERENCES users (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind <> ''),
    at timestamptz NOT NULL,
    ip text NOT NULL,
    user_agent text NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX account_events_user ON account_events (user_id, id);
CREATE INDEX account_events_at ON account_events (at);
CREATE FUNCTION account_events_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what happened is not changed afterwards'; END $$;
CREATE TRIGGER account_events_stay BEFORE UPDATE ON account_events
FOR EACH ROW EXECUTE FUNCTION account_events_stay();

-- The address that an account is to change to, until it is proved. One of each kind.
CREATE TABLE pending_changes (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('email', 'phone')),
    address text NOT NULL CHECK (address <> ''),
    canonical text COLLATE "C" NOT NULL CHECK (canonical <> ''),
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, kind)
);
CREATE INDEX pending_changes_asked ON pending_changes (asked_at);

-- An address that an account had, and the link by which whoever receives messages there gets it back.
CREATE TABLE address_undos (
    id uuid NOT NULL PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('email', 'phone')),
    address text NOT NULL CHECK (address <> ''),
    canonical text COLLATE "C" NOT NULL CHECK (canonical <> ''),
    verified_at timestamptz NOT NULL,
    link_hash bytea NOT NULL CHECK (length(link_hash) = 32),
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX address_undos_user ON address_undos (user_id, kind);
CREATE INDEX address_undos_canonical ON address_undos (kind, canonical);
CREATE INDEX address_undos_expires ON address_undos (expires_at);
