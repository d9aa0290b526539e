-- SPDX-License-Identifier: MIT

-- The reasons that users give for doing work that a check stops. A row is never deleted: the
-- override ends or is withdrawn.
CREATE TABLE safety_override (
    override INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    rule TEXT NOT NULL CHECK (rule <> ''), -- "blocks/thrombosis"
    rule_version INTEGER NOT NULL,         -- of the rule's file at that time
    technique TEXT NOT NULL CHECK (technique <> ''), -- id
    regions TEXT CHECK (regions <> ''), -- ids separated by a space; NULL: work anywhere
    found TEXT CHECK (found <> ''), -- for people: the entries of the record behind the stop
    basis TEXT NOT NULL,            -- JSON list: the same entries; new ones are not overridden
    reason TEXT NOT NULL CHECK (reason <> ''),
    first_day TEXT NOT NULL CHECK (first_day LIKE '____-__-__'), -- ISO date, of sessions
    last_day TEXT NOT NULL CHECK (last_day LIKE '____-__-__'),   -- ISO date
    made_at INTEGER NOT NULL,     -- UTC seconds
    made_offset INTEGER NOT NULL, -- minutes east of UTC
    author INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    author_name TEXT NOT NULL, -- as it was at that time
    withdrawn_at INTEGER,      -- UTC seconds; NULL while it is valid
    withdrawn_offset INTEGER,  -- minutes east of UTC
    withdrawn_by TEXT CHECK (withdrawn_by <> ''), -- the name at that time
    withdrawal_reason TEXT CHECK (withdrawal_reason <> ''),
    CHECK (last_day >= first_day),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_offset IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
) STRICT;

CREATE INDEX safety_override_by_client ON safety_override (client);

-- Against INSERT OR REPLACE, which would delete the old row silently.
CREATE TRIGGER safety_override_not_replaced BEFORE INSERT ON safety_override
WHEN EXISTS (SELECT 1 FROM safety_override WHERE override = NEW.override)
    OR EXISTS (SELECT 1 FROM safety_override WHERE uuid = NEW.uuid)
BEGIN
    SELECT RAISE(ABORT, 'an override never changes: withdraw it and make another');
END;

CREATE TRIGGER safety_override_only_withdrawn BEFORE UPDATE ON safety_override
WHEN OLD.withdrawn_at IS NOT NULL
    OR NEW.override <> OLD.override OR NEW.uuid <> OLD.uuid OR NEW.client <> OLD.client
    OR NEW.rule <> OLD.rule OR NEW.rule_version <> OLD.rule_version
    OR NEW.technique <> OLD.technique OR NEW.regions IS NOT OLD.regions
    OR NEW.found IS NOT OLD.found OR NEW.basis <> OLD.basis OR NEW.reason <> OLD.reason
    OR NEW.first_day <> OLD.first_day OR NEW.last_day <> OLD.last_day
    OR NEW.made_at <> OLD.made_at OR NEW.made_offset <> OLD.made_offset
    OR NEW.author <> OLD.author OR NEW.author_name <> OLD.author_name
BEGIN
    SELECT RAISE(ABORT, 'an override never changes: withdraw it and make another');
END;

CREATE TRIGGER safety_override_no_delete BEFORE DELETE ON safety_override
WHEN OLD.client NOT IN (SELECT client FROM core_erasure WHERE done = 0)
BEGIN
    SELECT RAISE(ABORT, 'an override is never deleted: withdraw it');
END;
