-- verifier: who checks the code, where that is a remote service and code_hash is of nothing; null where it is ours.
-- remote_id: what the service calls it, once it has sent one.
ALTER TABLE one_time_passwords ADD COLUMN verifier TEXT CHECK (verifier <> '');
ALTER TABLE one_time_passwords ADD COLUMN remote_id TEXT CHECK (remote_id <> '');
CREATE INDEX one_time_passwords_remote ON one_time_passwords (address) WHERE verifier IS NOT NULL;
