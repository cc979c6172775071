DROP INDEX outbox_due;
DELETE FROM outbox WHERE for_nobody;
ALTER TABLE outbox DROP COLUMN for_nobody;
ALTER TABLE outbox DROP COLUMN channel;
ALTER TABLE outbox DROP COLUMN leased_until;
ALTER TABLE outbox DROP COLUMN lease_owner;
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND dead_at IS NULL;
