-- The lists of accounts that are few in one state or the other. Beginnings of identifiers are found by the unique indexes
-- that are there: canonical forms compare by bytes on both databases.
CREATE INDEX users_inactive ON users (id) WHERE NOT is_active;
CREATE INDEX users_unverified ON users (id) WHERE email_verified_at IS NULL AND phone_verified_at IS NULL;
