-- Which account came from where, so that an import that is run again brings nobody twice. joined guards against another
-- database in the same place. An account that was deleted leaves its row, so that no import brings it back.
CREATE TABLE imported_accounts (
    source text COLLATE "C" NOT NULL CHECK (source <> ''),
    source_id text COLLATE "C" NOT NULL CHECK (source_id <> ''),
    joined text COLLATE "C" NOT NULL,
    user_id uuid REFERENCES users (id) ON DELETE SET NULL,
    PRIMARY KEY (source, source_id, joined)
);
CREATE INDEX imported_accounts_user ON imported_accounts (user_id);
