-- SPDX-License-Identifier: MIT

-- The templates of all notes, so that an old note can always be read and printed, and the
-- combinations of templates that notes were written with.
CREATE TABLE soap_template (
    template INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32), -- BLAKE2b-256 of `text`
    kind TEXT NOT NULL CHECK (kind IN ('part', 'technique', 'combination')),
    id TEXT,            -- "subjective", "deep-tissue"; NULL: a combination
    version INTEGER,    -- as the file says; NULL: a combination
    text TEXT NOT NULL, -- the TOML file, byte for byte; or JSON list of {kind, id, version, digest}
    CHECK ((kind = 'combination') = (id IS NULL)),
    CHECK ((kind = 'combination') = (version IS NULL))
) STRICT;

-- INSERT OR REPLACE deletes the old row without running the delete trigger, so this trigger refuses it.
CREATE TRIGGER soap_template_once BEFORE INSERT ON soap_template
WHEN EXISTS (SELECT 1 FROM soap_template WHERE digest = NEW.digest OR template = NEW.template)
BEGIN
    SELECT RAISE(ABORT, 'a stored template never changes: notes are read with it');
END;

CREATE TRIGGER soap_template_no_update BEFORE UPDATE ON soap_template
BEGIN
    SELECT RAISE(ABORT, 'a stored template never changes: notes are read with it');
END;

CREATE TRIGGER soap_template_no_delete BEFORE DELETE ON soap_template
BEGIN
    SELECT RAISE(ABORT, 'a stored template is never deleted: notes are read with it');
END;

-- The note of one session. `body` is the record; the columns above it repeat values for lists.
CREATE TABLE soap_note (
    note INTEGER PRIMARY KEY AUTOINCREMENT, -- N-0001; the number of a removed draft is not used again
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    complaint INTEGER REFERENCES clients_complaint (complaint) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
    kind TEXT NOT NULL DEFAULT 'treatment' CHECK (kind IN ('treatment', 'wellness')),
    began_at INTEGER NOT NULL,     -- UTC seconds
    began_offset INTEGER NOT NULL, -- minutes east of UTC
    minutes INTEGER CHECK (minutes >= 0),
    techniques TEXT NOT NULL, -- JSON list of ids
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),     -- NPRS
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),       -- NPRS
    stress_before INTEGER CHECK (stress_before BETWEEN 0 AND 10), -- 10: the highest
    stress_after INTEGER CHECK (stress_after BETWEEN 0 AND 10),
    next_visit TEXT CHECK (next_visit LIKE '____-__-__'), -- ISO date
    review_on TEXT CHECK (review_on LIKE '____-__-__'),   -- ISO date: review of the plan
    templates INTEGER NOT NULL REFERENCES soap_template (template), -- a combination
    author INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    created_at INTEGER NOT NULL, -- UTC seconds: the date of entry
    changed_at INTEGER NOT NULL, -- UTC seconds
    signed_at INTEGER,           -- UTC seconds
    signed_offset INTEGER,       -- minutes east of UTC
    signer INTEGER REFERENCES core_user (user) ON DELETE RESTRICT,
    meaning TEXT CHECK (meaning IN ('author', 'reviewer')),
    digest BLOB CHECK (length(digest) = 32), -- BLAKE2b-256 of the signed bytes
    signing INTEGER UNIQUE,                  -- number of the signature in the practice, from 1
    previous BLOB CHECK (length(previous) = 32), -- digest of the note signed before; NULL: the first
    public_key BLOB CHECK (length(public_key) = 32), -- Ed25519: see core_signing_key
    signature BLOB CHECK (length(signature) = 64),   -- Ed25519 over the signed bytes
    header TEXT,        -- JSON: client, therapist, practice at signing
    body TEXT NOT NULL, -- canonical JSON of the note file: what a signature covers
    CHECK ((state = 'signed') = (signed_at IS NOT NULL)),
    CHECK ((state = 'signed') = (signed_offset IS NOT NULL)),
    CHECK ((state = 'signed') = (signer IS NOT NULL)),
    CHECK ((state = 'signed') = (meaning IS NOT NULL)),
    CHECK ((state = 'signed') = (header IS NOT NULL)),
    CHECK ((state = 'signed') = (digest IS NOT NULL)),
    CHECK ((state = 'signed') = (signing IS NOT NULL)),
    CHECK ((state = 'signed') = (public_key IS NOT NULL)),
    CHECK ((state = 'signed') = (signature IS NOT NULL))
) STRICT;

CREATE INDEX soap_note_by_client ON soap_note (client, began_at);
CREATE INDEX soap_note_by_time ON soap_note (began_at);
CREATE INDEX soap_note_by_complaint ON soap_note (complaint) WHERE complaint IS NOT NULL;
CREATE INDEX soap_note_drafts ON soap_note (began_at) WHERE state = 'draft';

CREATE TRIGGER soap_note_begins_as_draft BEFORE INSERT ON soap_note
WHEN NEW.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'a note begins as a draft and is signed afterwards');
END;

-- INSERT OR REPLACE would delete a signed row without running the delete trigger.
CREATE TRIGGER soap_note_not_replaced BEFORE INSERT ON soap_note
WHEN EXISTS (SELECT 1 FROM soap_note WHERE note = NEW.note)
    OR EXISTS (SELECT 1 FROM soap_note WHERE uuid = NEW.uuid)
BEGIN
    SELECT RAISE(ABORT, 'there is a note with that number or UUID');
END;

CREATE TRIGGER soap_note_signed_no_update BEFORE UPDATE ON soap_note
WHEN OLD.state = 'signed'
BEGIN
    SELECT RAISE(ABORT, 'a signed note never changes: amend it');
END;

CREATE TRIGGER soap_note_keeps_identity BEFORE UPDATE ON soap_note
WHEN OLD.state = 'draft' AND (NEW.note <> OLD.note OR NEW.uuid <> OLD.uuid)
BEGIN
    SELECT RAISE(ABORT, 'a note keeps its number and its UUID');
END;

CREATE TRIGGER soap_note_signed_no_delete BEFORE DELETE ON soap_note
WHEN OLD.state = 'signed'
    AND NOT EXISTS (SELECT 1 FROM core_erasure WHERE client = OLD.client AND done = 0)
BEGIN
    SELECT RAISE(ABORT, 'a signed note is never deleted');
END;

-- The regions of a note's blocks and findings, for lists and rules that read across notes. Derived
-- from soap_note.body, and written again with it.
CREATE TABLE soap_region (
    note INTEGER NOT NULL,
    position INTEGER NOT NULL, -- in the note, from 1
    region TEXT,               -- id in the core's list of regions; NULL: a block without a region
    side TEXT,
    technique TEXT, -- of a block
    tool TEXT,      -- of a block
    minutes INTEGER, -- of a block
    PRIMARY KEY (note, position)
) STRICT, WITHOUT ROWID;

-- Additions to a signed note. Every view of the note shows them. A note with one of the kind 'void'
-- is kept and does not count: lists, letters, courses, charts and rules leave it out.
CREATE TABLE soap_amendment (
    amendment INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    note INTEGER NOT NULL REFERENCES soap_note (note) ON DELETE RESTRICT,
    kind TEXT NOT NULL DEFAULT 'amendment' CHECK (kind IN ('amendment', 'void')),
    at INTEGER NOT NULL,        -- UTC seconds
    at_offset INTEGER NOT NULL, -- minutes east of UTC
    author INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    author_name TEXT NOT NULL, -- as it was then
    reason TEXT NOT NULL CHECK (reason <> ''),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX soap_amendment_by_note ON soap_amendment (note, amendment);
CREATE UNIQUE INDEX soap_amendment_void ON soap_amendment (note) WHERE kind = 'void';

CREATE TRIGGER soap_amendment_of_signed BEFORE INSERT ON soap_amendment
WHEN NOT EXISTS (SELECT 1 FROM soap_note WHERE note = NEW.note AND state = 'signed')
BEGIN
    SELECT RAISE(ABORT, 'only a signed note is amended: a draft is edited');
END;

CREATE TRIGGER soap_amendment_not_replaced BEFORE INSERT ON soap_amendment
WHEN EXISTS (SELECT 1 FROM soap_amendment WHERE amendment = NEW.amendment)
    OR EXISTS (SELECT 1 FROM soap_amendment WHERE uuid = NEW.uuid)
BEGIN
    SELECT RAISE(ABORT, 'an amendment never changes: add another');
END;

CREATE TRIGGER soap_amendment_no_update BEFORE UPDATE ON soap_amendment
BEGIN
    SELECT RAISE(ABORT, 'an amendment never changes: add another');
END;

CREATE TRIGGER soap_amendment_no_delete BEFORE DELETE ON soap_amendment
WHEN NOT EXISTS (SELECT 1 FROM soap_note WHERE note = OLD.note
                 AND client IN (SELECT client FROM core_erasure WHERE done = 0))
BEGIN
    SELECT RAISE(ABORT, 'an amendment is never deleted');
END;

-- The words of a note and its amendments, for the full-text index.
CREATE VIEW soap_search_words (note, words) AS
SELECT n.note, praxis_words(
    praxis_texts(json_remove(n.body, '$.copied'))
    || coalesce((SELECT group_concat(a.reason || char(10) || a.text, char(10))
                 FROM soap_amendment AS a WHERE a.note = n.note), ''))
FROM soap_note AS n;

-- It stores no copy of the words: they are removed before a note or an amendment changes, and added
-- afterwards. praxis writes it by statements: a trigger would flush the index row by row.
CREATE VIRTUAL TABLE soap_search USING fts5 (
    words,
    content = 'soap_search_words',
    content_rowid = 'note',
    tokenize = "unicode61 remove_diacritics 2"
);
