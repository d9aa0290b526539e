-- Baths and packs that clients received.
CREATE TABLE hydrotherapy_bath (
    bath         INTEGER PRIMARY KEY AUTOINCREMENT,       -- a number is never reused
    uuid         BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client       INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    given_at     INTEGER NOT NULL,                        -- UTC seconds
    given_offset INTEGER NOT NULL,                        -- minutes east of UTC
    kind         TEXT NOT NULL CHECK (kind IN ('warm', 'cold', 'contrast')),
    minutes      INTEGER NOT NULL CHECK (minutes > 0),
    celsius      REAL,                                    -- of the water; for contrast, of the warm water
    skin_after   TEXT                                     -- the therapist's description; null: not checked
) STRICT;

CREATE INDEX hydrotherapy_bath_by_client ON hydrotherapy_bath (client, given_at);
