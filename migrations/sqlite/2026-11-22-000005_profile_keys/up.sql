-- What the unique fields of profiles are unique by: a hash of the value in its one spelling, so that a key is short
-- whatever somebody typed.
CREATE TABLE profile_keys (
    field TEXT NOT NULL CHECK (field <> ''),
    value_hash BLOB NOT NULL CHECK (length(value_hash) = 32),
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (field, value_hash),
    UNIQUE (user_id, field)
) STRICT, WITHOUT ROWID;
