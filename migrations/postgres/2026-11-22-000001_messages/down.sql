DROP TABLE outbox;
DROP TABLE sendings;
DROP TABLE one_time_passwords;
ALTER TABLE users DROP COLUMN reset_by;
