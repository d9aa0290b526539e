-- SPDX-License-Identifier: MIT

-- The signatures of supervisors under signed notes. The note itself does not change.
CREATE TABLE soap_cosignature (
    cosignature INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    note INTEGER NOT NULL REFERENCES soap_note (note) ON DELETE RESTRICT,
    at INTEGER NOT NULL,        -- UTC seconds
    at_offset INTEGER NOT NULL, -- minutes east of UTC
    signer INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    signer_as TEXT NOT NULL, -- JSON: the person at signing
    meaning TEXT NOT NULL CHECK (meaning IN ('supervisor')),
    remark TEXT CHECK (remark <> ''),
    amendments TEXT NOT NULL, -- JSON list: UUIDs of the amendments at that time
    public_key BLOB NOT NULL CHECK (length(public_key) = 32), -- Ed25519: see core_signing_key
    signature BLOB NOT NULL CHECK (length(signature) = 64)    -- Ed25519 over the cosigned bytes
) STRICT;

CREATE INDEX soap_cosignature_by_note ON soap_cosignature (note, cosignature);

CREATE TRIGGER soap_cosignature_of_signed BEFORE INSERT ON soap_cosignature
WHEN NOT EXISTS (SELECT 1 FROM soap_note WHERE note = NEW.note AND state = 'signed')
BEGIN
    SELECT RAISE(ABORT, 'only a signed note is co-signed');
END;

CREATE TRIGGER soap_cosignature_not_replaced BEFORE INSERT ON soap_cosignature
WHEN EXISTS (SELECT 1 FROM soap_cosignature WHERE cosignature = NEW.cosignature)
    OR EXISTS (SELECT 1 FROM soap_cosignature WHERE uuid = NEW.uuid)
BEGIN
    SELECT RAISE(ABORT, 'a co-signature never changes');
END;

CREATE TRIGGER soap_cosignature_no_update BEFORE UPDATE ON soap_cosignature
BEGIN
    SELECT RAISE(ABORT, 'a co-signature never changes');
END;

CREATE TRIGGER soap_cosignature_no_delete BEFORE DELETE ON soap_cosignature
WHEN NOT EXISTS (SELECT 1 FROM soap_note WHERE note = OLD.note
                 AND client IN (SELECT client FROM core_erasure WHERE done = 0))
BEGIN
    SELECT RAISE(ABORT, 'a co-signature is never deleted');
END;
