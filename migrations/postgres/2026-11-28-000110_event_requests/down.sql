DROP INDEX account_events_request;
ALTER TABLE account_events DROP COLUMN request;
