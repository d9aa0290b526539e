-- SPDX-License-Identifier: MIT

-- A report that came back. What it states never changes; reading it adds who read it and when.
-- `praxis undo` takes back a report that was recorded by mistake; the journal keeps both. A document
-- belongs to a report by the report's UUID.
CREATE TABLE referrals_reply (
    reply              INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid               BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    referral           INTEGER NOT NULL REFERENCES referrals_referral (referral) ON DELETE RESTRICT,
    kind               TEXT NOT NULL CHECK (kind IN ('interim', 'final')),
    received_on        TEXT NOT NULL CHECK (received_on LIKE '____-__-__'), -- ISO date
    dated_on           TEXT CHECK (dated_on LIKE '____-__-__'), -- ISO date on the report
    author             TEXT NOT NULL CHECK (author <> ''),      -- who wrote it
    presumed_diagnosis TEXT CHECK (presumed_diagnosis <> ''),
    final_diagnosis    TEXT CHECK (final_diagnosis <> ''),
    findings           TEXT CHECK (findings <> ''),
    services           TEXT CHECK (services <> ''),        -- what the receiver did
    recommendations    TEXT CHECK (recommendations <> ''), -- one in each line
    prescriptions      TEXT CHECK (prescriptions <> ''),   -- prescriptions and further referrals
    document           TEXT CHECK (document <> ''),        -- where the practice keeps the document
    recorded_at        INTEGER NOT NULL,                   -- UTC seconds
    recorded_offset    INTEGER NOT NULL,                   -- minutes east of UTC
    user               INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT, -- recorded it
    read_by            TEXT CHECK (read_by <> ''),
    read_on            TEXT CHECK (read_on LIKE '____-__-__'), -- ISO date
    CHECK ((read_by IS NULL) = (read_on IS NULL))
) STRICT;
CREATE INDEX referrals_reply_by_referral ON referrals_reply (referral, reply);

CREATE TRIGGER referrals_reply_is_never_changed
BEFORE UPDATE OF reply, uuid, referral, kind, received_on, dated_on, author, presumed_diagnosis,
    final_diagnosis, findings, services, recommendations, prescriptions, document, recorded_at,
    recorded_offset, user ON referrals_reply
BEGIN SELECT RAISE(ABORT, 'a report cannot be changed: record another one'); END;
CREATE TRIGGER referrals_reply_is_never_removed BEFORE DELETE ON referrals_reply
WHEN OLD.read_on IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM referrals_referral WHERE referral = OLD.referral
                 AND client IN (SELECT client FROM core_erasure WHERE done = 0))
BEGIN SELECT RAISE(ABORT, 'a report that was read cannot be removed'); END;
-- INSERT OR REPLACE removes the old row without firing the trigger above.
CREATE TRIGGER referrals_reply_is_never_replaced BEFORE INSERT ON referrals_reply
WHEN EXISTS (SELECT 1 FROM referrals_reply WHERE reply = NEW.reply OR uuid = NEW.uuid)
BEGIN SELECT RAISE(ABORT, 'a report cannot be replaced'); END;
-- Only a letter that was sent has an answer.
CREATE TRIGGER referrals_reply_needs_a_letter BEFORE INSERT ON referrals_reply
WHEN NOT EXISTS (SELECT 1 FROM referrals_letter WHERE referral = NEW.referral)
BEGIN SELECT RAISE(ABORT, 'a referral that was not sent has no report'); END;

-- The evidence of a step.
ALTER TABLE referrals_event ADD COLUMN by_name TEXT CHECK (by_name <> ''); -- who told or decided it
ALTER TABLE referrals_event ADD COLUMN appointment TEXT
    CHECK (appointment LIKE '____-__-__');                 -- ISO date of the client's visit there
ALTER TABLE referrals_event ADD COLUMN reply INTEGER
    REFERENCES referrals_reply (reply) ON DELETE RESTRICT; -- the report that arrived with it

-- `praxis undo` takes back the newest step after the sending. The sending itself, the steps before
-- it, and a step with later ones remain.
DROP TRIGGER referrals_event_is_never_removed;
CREATE TRIGGER referrals_event_is_never_removed BEFORE DELETE ON referrals_event
WHEN EXISTS (SELECT 1 FROM referrals_letter WHERE referral = OLD.referral)
 AND (OLD.state IN ('draft', 'ready') OR (OLD.state = 'sent' AND OLD.reply IS NULL)
      OR EXISTS (SELECT 1 FROM referrals_event WHERE referral = OLD.referral AND event > OLD.event))
 AND NOT EXISTS (SELECT 1 FROM referrals_referral WHERE referral = OLD.referral
                 AND client IN (SELECT client FROM core_erasure WHERE done = 0))
BEGIN SELECT RAISE(ABORT, 'the steps of a sent referral cannot be removed'); END;
-- INSERT OR REPLACE removes the old row without firing the trigger above.
CREATE TRIGGER referrals_event_is_never_replaced BEFORE INSERT ON referrals_event
WHEN EXISTS (SELECT 1 FROM referrals_event WHERE event = NEW.event OR uuid = NEW.uuid)
BEGIN SELECT RAISE(ABORT, 'a step of a referral cannot be replaced'); END;
