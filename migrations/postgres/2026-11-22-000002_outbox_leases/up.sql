-- A message that is being sent is its postman's until leased_until, which he moves while he lives. due_at stays what it
-- was: when to try next.
ALTER TABLE outbox ADD COLUMN lease_owner uuid;
ALTER TABLE outbox ADD COLUMN leased_until timestamptz CHECK (leased_until IS NULL OR lease_owner IS NOT NULL);

-- Email and text messages leave by different servers, which do not wait for each other.
ALTER TABLE outbox ADD COLUMN channel text NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'phone'));
UPDATE outbox SET channel = 'phone' WHERE destination NOT LIKE '%@%';

-- Written for an address of nobody, so that the time of an answer does not tell; thrown away unsent.
ALTER TABLE outbox ADD COLUMN for_nobody boolean NOT NULL DEFAULT false;

DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (channel, due_at) WHERE sent_at IS NULL AND dead_at IS NULL;
