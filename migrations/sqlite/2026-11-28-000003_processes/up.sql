-- Which processes serve this database, and under which settings: secrets are marked, not kept. seen_at is set anew every
-- half minute; a process that was killed leaves its row until it is forgotten.
CREATE TABLE processes (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    pid INTEGER NOT NULL,
    version TEXT NOT NULL CHECK (version <> ''),
    started_at TEXT NOT NULL CHECK (length(started_at) = 27),
    loaded_at TEXT NOT NULL CHECK (length(loaded_at) = 27),
    seen_at TEXT NOT NULL CHECK (length(seen_at) = 27),
    settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;
