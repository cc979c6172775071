DROP TABLE address_undos;
DROP TABLE pending_changes;
DROP TABLE account_events;
DROP FUNCTION account_events_stay();
DROP INDEX users_delete_at;
ALTER TABLE users DROP COLUMN delete_at;
ALTER TABLE sessions DROP COLUMN proved_at;
