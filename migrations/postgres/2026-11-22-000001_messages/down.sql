DROP TABLE outbox;
DROP TABLE sendings;
DROP TABLE one_time_passwords;
