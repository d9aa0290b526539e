-- SPDX-License-Identifier: MIT

-- One answer of a client to an instrument on one day. Pain, stress and relaxation of sessions are in
-- the notes and are not repeated here. A row never changes: a later row replaces it, or `praxis undo`
-- takes it back.
CREATE TABLE outcomes_measure (
    measure INTEGER PRIMARY KEY AUTOINCREMENT, -- M-0001
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    complaint INTEGER REFERENCES clients_complaint (complaint) ON DELETE RESTRICT,
    instrument TEXT NOT NULL CHECK (instrument <> ''), -- id: "psfs"
    instrument_version INTEGER NOT NULL,               -- of the instrument's file at that time
    language TEXT NOT NULL CHECK (language <> ''),     -- of the questions, BCP 47
    measured_on TEXT NOT NULL CHECK (measured_on LIKE '____-__-__'), -- ISO date
    moment TEXT CHECK (moment IN ('before', 'after')), -- of a session; NULL: not at a session
    score REAL NOT NULL, -- in the unit of the instrument
    answers TEXT, -- JSON object: items, ticked, parts; NULL: only the score is known
    remark TEXT CHECK (remark <> ''),
    replaces INTEGER UNIQUE, -- the measure of the same client that this one corrects
    reason TEXT CHECK (reason <> ''), -- why the other row is wrong
    made_at INTEGER NOT NULL,     -- UTC seconds
    made_offset INTEGER NOT NULL, -- minutes east of UTC
    author INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    author_name TEXT NOT NULL, -- as it was at that time
    CHECK (replaces IS NULL OR replaces < measure),
    CHECK ((replaces IS NULL) = (reason IS NULL))
) STRICT;

CREATE INDEX outcomes_measure_by_client ON outcomes_measure (client, instrument, measured_on);

-- Against INSERT OR REPLACE, which would delete the old row silently.
CREATE TRIGGER outcomes_measure_not_replaced BEFORE INSERT ON outcomes_measure
WHEN EXISTS (SELECT 1 FROM outcomes_measure WHERE measure = NEW.measure)
    OR EXISTS (SELECT 1 FROM outcomes_measure WHERE uuid = NEW.uuid)
BEGIN
    SELECT RAISE(ABORT, 'a measure never changes: record another that replaces it');
END;

CREATE TRIGGER outcomes_measure_replaces_its_own BEFORE INSERT ON outcomes_measure
WHEN NEW.replaces IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM outcomes_measure
                    WHERE measure = NEW.replaces AND client = NEW.client
                        AND instrument = NEW.instrument)
BEGIN
    SELECT RAISE(ABORT, 'a measure replaces one of the same client and instrument');
END;

CREATE TRIGGER outcomes_measure_no_update BEFORE UPDATE ON outcomes_measure
BEGIN
    SELECT RAISE(ABORT, 'a measure never changes: record another that replaces it');
END;
