-- A bath or a pack that a client was given.
CREATE TABLE hydrotherapy_bath (
    bath         INTEGER PRIMARY KEY AUTOINCREMENT,       -- a number is never given twice
    uuid         TEXT NOT NULL UNIQUE,                    -- UUIDv7
    client       INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    given_at     INTEGER NOT NULL,                        -- UTC seconds
    given_offset INTEGER NOT NULL,                        -- minutes east of UTC
    kind         TEXT NOT NULL CHECK (kind IN ('warm', 'cold', 'contrast')),
    minutes      INTEGER NOT NULL CHECK (minutes > 0),
    celsius      REAL,                                    -- of the water; of the warm one, in contrast
    skin_after   TEXT                                     -- in the therapist's words; null: not looked at
) STRICT;

CREATE INDEX hydrotherapy_bath_by_client ON hydrotherapy_bath (client, given_at);
