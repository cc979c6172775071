-- How many messages were sent and given up in an hour, for those whose rows are gone.
CREATE TABLE tallies (
    hour timestamptz NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    count bigint NOT NULL CHECK (count >= 0),
    PRIMARY KEY (hour, name)
);
