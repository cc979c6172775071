-- Which account came from where, so that an import that is run again brings nobody twice. joined guards against another
-- database in the same place. An account that was deleted leaves its row, so that no import brings it back.
CREATE TABLE imported_accounts (
    source TEXT NOT NULL CHECK (source <> ''),
    source_id TEXT NOT NULL CHECK (source_id <> ''),
    joined TEXT NOT NULL,
    user_id BLOB REFERENCES users (id) ON DELETE SET NULL,
    PRIMARY KEY (source, source_id, joined)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_accounts_user ON imported_accounts (user_id);
