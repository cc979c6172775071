-- What happens to accounts is told to webhooks, each by a way of its own: webhook:NAME.
ALTER TABLE outbox DROP CONSTRAINT outbox_channel_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_channel_check CHECK (channel IN ('email', 'phone') OR channel LIKE 'webhook:_%');
