-- What a remote service checks is good for nothing without its columns.
DROP INDEX one_time_passwords_remote;
DELETE FROM one_time_passwords WHERE verifier IS NOT NULL;
ALTER TABLE one_time_passwords DROP COLUMN remote_id;
ALTER TABLE one_time_passwords DROP COLUMN verifier;
