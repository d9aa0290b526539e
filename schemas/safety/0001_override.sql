-- SPDX-License-Identifier: MIT

-- Why work that a check stops was done all the same, or will be. Never removed: it ends, or is
-- withdrawn.
CREATE TABLE safety_override (
    override INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE, -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    rule TEXT NOT NULL CHECK (rule <> ''), -- "blocks/thrombosis"
    rule_version INTEGER NOT NULL,         -- of the rule's file, then
    technique TEXT NOT NULL CHECK (technique <> ''), -- id
    found TEXT CHECK (found <> ''), -- what of the client's record the stop hung on, then
    reason TEXT NOT NULL CHECK (reason <> ''),
    first_day TEXT NOT NULL CHECK (first_day LIKE '____-__-__'), -- ISO date, of sessions
    last_day TEXT NOT NULL CHECK (last_day LIKE '____-__-__'),   -- ISO date
    made_at INTEGER NOT NULL,     -- UTC seconds
    made_offset INTEGER NOT NULL, -- minutes east of UTC
    author INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    author_name TEXT NOT NULL,         -- as it was then
    withdrawn_at INTEGER,              -- UTC seconds; NULL while it holds
    withdrawn_offset INTEGER,          -- minutes east of UTC
    withdrawal_reason TEXT CHECK (withdrawal_reason <> ''),
    CHECK (last_day >= first_day),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_offset IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
) STRICT;

CREATE INDEX safety_override_by_client ON safety_override (client);

CREATE TRIGGER safety_override_only_withdrawn BEFORE UPDATE ON safety_override
WHEN NEW.override <> OLD.override OR NEW.uuid <> OLD.uuid OR NEW.client <> OLD.client
    OR NEW.rule <> OLD.rule OR NEW.rule_version <> OLD.rule_version
    OR NEW.technique <> OLD.technique OR NEW.found IS NOT OLD.found OR NEW.reason <> OLD.reason
    OR NEW.first_day <> OLD.first_day OR NEW.last_day <> OLD.last_day
    OR NEW.made_at <> OLD.made_at OR NEW.made_offset <> OLD.made_offset
    OR NEW.author <> OLD.author OR NEW.author_name <> OLD.author_name
BEGIN
    SELECT RAISE(ABORT, 'an override never changes: withdraw it and make another');
END;

-- What checks said of the work of a note when it was signed.
CREATE TABLE safety_finding (
    finding INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE, -- UUIDv7
    note INTEGER NOT NULL REFERENCES soap_note (note) ON DELETE RESTRICT,
    rule TEXT NOT NULL CHECK (rule <> ''),
    rule_version INTEGER NOT NULL, -- of the rule's file, then
    technique TEXT NOT NULL CHECK (technique <> ''), -- id
    weight TEXT NOT NULL CHECK (weight IN ('stop', 'keep-off', 'caution')),
    found TEXT CHECK (found <> ''), -- what of the client's record it hung on
    why TEXT NOT NULL,              -- the rule's words, then
    override INTEGER REFERENCES safety_override (override) ON DELETE RESTRICT -- of a stop
) STRICT;

CREATE INDEX safety_finding_by_note ON safety_finding (note);
CREATE INDEX safety_finding_by_override ON safety_finding (override) WHERE override IS NOT NULL;

CREATE TRIGGER safety_finding_not_replaced BEFORE INSERT ON safety_finding
WHEN EXISTS (SELECT 1 FROM safety_finding WHERE finding = NEW.finding)
    OR EXISTS (SELECT 1 FROM safety_finding WHERE uuid = NEW.uuid)
    OR EXISTS (SELECT 1 FROM soap_note WHERE note = NEW.note AND state = 'signed')
BEGIN
    SELECT RAISE(ABORT, 'what was said of a note when it was signed never changes');
END;

CREATE TRIGGER safety_finding_no_update BEFORE UPDATE ON safety_finding
BEGIN
    SELECT RAISE(ABORT, 'what was said of a note when it was signed never changes');
END;

CREATE TRIGGER safety_finding_no_delete BEFORE DELETE ON safety_finding
WHEN NOT EXISTS (SELECT 1 FROM soap_note WHERE note = OLD.note
                 AND client IN (SELECT client FROM core_erasure WHERE done = 0))
BEGIN
    SELECT RAISE(ABORT, 'what was said of a note when it was signed is never deleted');
END;
