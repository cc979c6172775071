-- In which request it happened: the id that its answer carried as X-Request-Id. Null for what no request did.
ALTER TABLE account_events ADD COLUMN request TEXT;
CREATE INDEX account_events_request ON account_events (request) WHERE request IS NOT NULL;
