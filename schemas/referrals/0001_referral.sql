-- SPDX-License-Identifier: MIT
-- The providers to whom clients are referred, the referrals with their steps, and each letter exactly
-- as it was sent.

CREATE TABLE referrals_provider (
    provider      INTEGER PRIMARY KEY AUTOINCREMENT,       -- P-0001; a number is never reused
    uuid          BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    name          TEXT NOT NULL CHECK (name <> ''),        -- as it appears in letters
    profession    TEXT NOT NULL CHECK (profession IN (
                      'chiropractor', 'physiotherapist', 'osteopath', 'general-practitioner',
                      'sports-physician', 'naturopath', 'podiatrist', 'counsellor', 'dietitian',
                      'dentist', 'massage-therapist', 'other'
                  )),
    organisation  TEXT,
    address       TEXT,                                    -- lines separated by line feeds
    phone         TEXT,
    email         TEXT,
    fax           TEXT,
    preferred_way TEXT CHECK (preferred_way IN ('print', 'fax', 'email', 'hand', 'bundle')), -- null: not recorded
    notes         TEXT,                                    -- for the practice only, never printed
    created_at    INTEGER NOT NULL                         -- UTC seconds
) STRICT;

CREATE TABLE referrals_referral (
    referral       INTEGER PRIMARY KEY AUTOINCREMENT,      -- R-0001; a number is never reused
    uuid           BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client         INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    complaint      INTEGER REFERENCES clients_complaint (complaint) ON DELETE RESTRICT,
    provider       INTEGER NOT NULL REFERENCES referrals_provider (provider) ON DELETE RESTRICT,
    referrer       INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT, -- signs the letter
    state          TEXT NOT NULL CHECK (state IN (
                       'draft', 'ready', 'sent', 'received', 'accepted', 'declined', 'in-care',
                       'interim-report', 'closed', 'lost', 'cancelled', 'void'
                   )),                                     -- the state of the last referrals_event
    urgency        TEXT NOT NULL CHECK (urgency IN ('routine', 'urgent', 'asap', 'stat')),
    type           TEXT NOT NULL CHECK (type IN ('assess', 'treat', 'co-manage', 'transfer')),
    reason         TEXT NOT NULL CHECK (reason <> ''),     -- one question the receiver can answer
    reply_by       TEXT NOT NULL,                          -- ISO date: the reply is due
    suspended      TEXT,                                   -- treatment suspended until the reply
    continuing     TEXT,                                   -- treatment that the referrer continues
    precautions    TEXT,
    goals          TEXT,                                   -- null: the complaint's goal applies
    next_review    TEXT,                                   -- ISO date
    created_at     INTEGER NOT NULL,                       -- UTC seconds
    created_offset INTEGER NOT NULL                        -- minutes east of UTC
) STRICT;
CREATE INDEX referrals_referral_by_client ON referrals_referral (client);
CREATE INDEX referrals_referral_by_complaint ON referrals_referral (complaint);
CREATE INDEX referrals_referral_by_provider ON referrals_referral (provider);
CREATE INDEX referrals_referral_by_state ON referrals_referral (state, reply_by);

-- The signed session notes that a referral is based on.
CREATE TABLE referrals_note (
    referral_note INTEGER PRIMARY KEY,
    referral      INTEGER NOT NULL REFERENCES referrals_referral (referral) ON DELETE RESTRICT,
    note          INTEGER NOT NULL REFERENCES soap_note (note) ON DELETE RESTRICT,
    UNIQUE (referral, note)
) STRICT;
CREATE INDEX referrals_note_by_note ON referrals_note (note);

-- The enclosures of the letter.
CREATE TABLE referrals_enclosure (
    enclosure INTEGER PRIMARY KEY,
    referral  INTEGER NOT NULL REFERENCES referrals_referral (referral) ON DELETE RESTRICT,
    position  INTEGER NOT NULL CHECK (position > 0),       -- in the order given, from 1
    text      TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (referral, position)
) STRICT;

-- Other people who receive the letter.
CREATE TABLE referrals_copy (
    copy     INTEGER PRIMARY KEY,
    referral INTEGER NOT NULL REFERENCES referrals_referral (referral) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position > 0),        -- in the order given, from 1
    text     TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (referral, position)
) STRICT;

-- Every step of a referral. No row is ever removed; the newest one gives the state.
CREATE TABLE referrals_event (
    event       INTEGER PRIMARY KEY,
    uuid        BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    referral    INTEGER NOT NULL REFERENCES referrals_referral (referral) ON DELETE RESTRICT,
    state       TEXT NOT NULL CHECK (state IN (
                    'draft', 'ready', 'sent', 'received', 'accepted', 'declined', 'in-care',
                    'interim-report', 'closed', 'lost', 'cancelled', 'void'
                )),                                        -- the new state
    happened_on TEXT NOT NULL,                             -- ISO date; may be before `at`
    at          INTEGER NOT NULL,                          -- UTC seconds: time of the entry
    at_offset   INTEGER NOT NULL,                          -- minutes east of UTC
    user        INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT, -- made the entry
    note        TEXT
) STRICT;
CREATE INDEX referrals_event_by_referral ON referrals_event (referral, event);

-- The letter as it was sent. It never changes.
CREATE TABLE referrals_letter (
    letter            INTEGER PRIMARY KEY,
    uuid              BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    referral          INTEGER NOT NULL UNIQUE
                      REFERENCES referrals_referral (referral) ON DELETE RESTRICT,
    disclosure        INTEGER NOT NULL
                      REFERENCES core_disclosure (disclosure) ON DELETE RESTRICT,
    via               TEXT NOT NULL CHECK (via IN ('print', 'fax', 'email', 'hand', 'bundle')),
    sent_on           TEXT NOT NULL,                       -- ISO date
    recipient         TEXT NOT NULL CHECK (recipient <> ''),
    recipient_address TEXT,
    content           TEXT NOT NULL CHECK (content LIKE '{%'), -- the document: JSON, see letter_json.hpp
    digest            BLOB NOT NULL CHECK (length(digest) = 32), -- BLAKE2b-256 of `content`
    formats           TEXT                                 -- the letter in other formats: a JSON object of
                      CHECK (json_valid(formats))          -- texts, by format; null: not made yet
) STRICT;

CREATE TRIGGER referrals_letter_is_never_changed
BEFORE UPDATE OF letter, uuid, referral, disclosure, via, sent_on, recipient, recipient_address, content, digest
ON referrals_letter
BEGIN SELECT RAISE(ABORT, 'a sent letter cannot be changed'); END;
CREATE TRIGGER referrals_letter_keeps_its_formats BEFORE UPDATE OF formats ON referrals_letter
WHEN OLD.formats IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a sent letter cannot be changed'); END;
CREATE TRIGGER referrals_letter_is_never_removed BEFORE DELETE ON referrals_letter
WHEN NOT EXISTS (SELECT 1 FROM referrals_referral WHERE referral = OLD.referral
                 AND client IN (SELECT client FROM core_erasure WHERE done = 0))
BEGIN SELECT RAISE(ABORT, 'a sent letter cannot be removed'); END;
-- INSERT OR REPLACE removes the old row without firing the trigger above.
CREATE TRIGGER referrals_letter_is_never_replaced BEFORE INSERT ON referrals_letter
WHEN EXISTS (SELECT 1 FROM referrals_letter
             WHERE referral = NEW.referral OR letter = NEW.letter OR uuid = NEW.uuid)
BEGIN SELECT RAISE(ABORT, 'a sent letter cannot be replaced'); END;

-- The referral must keep matching its letter. `client` may change: merging two records of one person
-- moves the referrals.
CREATE TRIGGER referrals_referral_is_frozen_once_sent
BEFORE UPDATE OF uuid, complaint, provider, referrer, urgency, type, reason, reply_by, suspended,
    continuing, precautions, goals, next_review, created_at, created_offset ON referrals_referral
WHEN EXISTS (SELECT 1 FROM referrals_letter WHERE referral = OLD.referral)
BEGIN SELECT RAISE(ABORT, 'a sent referral cannot be changed'); END;
CREATE TRIGGER referrals_referral_is_never_called_back BEFORE UPDATE OF state ON referrals_referral
WHEN NEW.state IN ('draft', 'ready')
 AND EXISTS (SELECT 1 FROM referrals_letter WHERE referral = OLD.referral)
BEGIN SELECT RAISE(ABORT, 'a sent referral cannot become a draft again'); END;
CREATE TRIGGER referrals_event_is_never_changed BEFORE UPDATE ON referrals_event
WHEN EXISTS (SELECT 1 FROM referrals_letter WHERE referral = OLD.referral)
BEGIN SELECT RAISE(ABORT, 'the steps of a sent referral cannot be changed'); END;
CREATE TRIGGER referrals_event_is_never_removed BEFORE DELETE ON referrals_event
WHEN EXISTS (SELECT 1 FROM referrals_letter WHERE referral = OLD.referral)
 AND NOT EXISTS (SELECT 1 FROM referrals_referral WHERE referral = OLD.referral
                 AND client IN (SELECT client FROM core_erasure WHERE done = 0))
BEGIN SELECT RAISE(ABORT, 'the steps of a sent referral cannot be removed'); END;
