-- Entries about a client.
CREATE TABLE @SYMBOL@_entry (
    entry        INTEGER PRIMARY KEY AUTOINCREMENT,   -- a number is never reused
    uuid         BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client       INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    added_at     INTEGER NOT NULL,                    -- UTC seconds
    added_offset INTEGER NOT NULL,                    -- minutes east of UTC
    text         TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX @SYMBOL@_entry_by_client ON @SYMBOL@_entry (client, added_at);
