-- The language that the account's owner is spoken to in. Null: that of whoever asks.
ALTER TABLE users ADD COLUMN language text CHECK (language <> '');
