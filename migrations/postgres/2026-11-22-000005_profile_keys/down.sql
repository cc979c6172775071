DROP TABLE profile_keys;
