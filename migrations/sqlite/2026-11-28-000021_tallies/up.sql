-- How many messages were sent and given up in an hour, for those whose rows are gone.
CREATE TABLE tallies (
    hour TEXT NOT NULL CHECK (length(hour) = 27),
    name TEXT NOT NULL CHECK (name <> ''),
    count INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (hour, name)
) STRICT, WITHOUT ROWID;
