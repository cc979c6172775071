DROP INDEX users_unverified;
DROP INDEX users_inactive;
