-- Which processes serve this database, and under which settings: secrets are marked, not kept. seen_at is set anew every
-- half minute; a process that was killed leaves its row until it is forgotten.
CREATE TABLE processes (
    id uuid NOT NULL PRIMARY KEY,
    pid bigint NOT NULL,
    version text NOT NULL CHECK (version <> ''),
    started_at timestamptz NOT NULL,
    loaded_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    settings jsonb NOT NULL
);
