-- What the core itself keeps: the practice, its people, its plugins, and the record of every change.

CREATE TABLE core_practice (
    practice     INTEGER PRIMARY KEY CHECK (practice = 1), -- there is exactly one
    uuid         TEXT NOT NULL UNIQUE,                     -- UUIDv7
    name         TEXT NOT NULL CHECK (name <> ''),
    address      TEXT,                                     -- lines separated by line feeds
    phone        TEXT,
    email        TEXT,
    website      TEXT,
    time_zone    TEXT NOT NULL,                            -- IANA name
    jurisdiction TEXT,                                     -- such as US-MI; rules name it
    created_at   INTEGER NOT NULL                          -- UTC seconds
) STRICT;

CREATE TABLE core_user (
    user           INTEGER PRIMARY KEY,
    uuid           TEXT NOT NULL UNIQUE,                   -- UUIDv7
    name           TEXT NOT NULL CHECK (name <> ''),
    profession     TEXT,
    licence        TEXT,                                   -- number and board, as letters print it
    qualifications TEXT,
    phone          TEXT,
    email          TEXT,
    active         INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    created_at     INTEGER NOT NULL                        -- UTC seconds
) STRICT;

CREATE TABLE core_plugin (
    plugin       TEXT PRIMARY KEY,
    version      TEXT NOT NULL,                            -- that migrated last
    schema       INTEGER NOT NULL,                         -- number of its last migration
    table_prefix TEXT NOT NULL,
    derived_tables TEXT NOT NULL,                          -- names separated by blanks: made from
                                                           -- other rows, so not in the journal
    before       TEXT NOT NULL,                            -- ids of the events that it has a say in,
                                                           -- separated by blanks
    installed_at INTEGER NOT NULL                          -- UTC seconds
) STRICT, WITHOUT ROWID;

CREATE TABLE core_migration (
    plugin     TEXT NOT NULL REFERENCES core_plugin (plugin),
    number     INTEGER NOT NULL,
    name       TEXT NOT NULL,
    digest     TEXT NOT NULL,                              -- BLAKE2b-256 of the SQL, in hex
    applied_at INTEGER NOT NULL,                           -- UTC seconds
    PRIMARY KEY (plugin, number)
) STRICT, WITHOUT ROWID;

-- Secrets of the practice itself: the key of the head anchor and of the log of looks. Never in the
-- journal and in no export.
CREATE TABLE core_secret (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Whose signatures hold. A person gets a new one when the old secret is lost.
CREATE TABLE core_signing_key (
    signing_key INTEGER PRIMARY KEY,
    user        INTEGER REFERENCES core_user (user),       -- null: the recovery code
    public_key  TEXT NOT NULL UNIQUE,                      -- Ed25519, 64 hexadecimal digits
    secret      TEXT,                                      -- its seed, where nothing is encrypted;
                                                           -- else in practice.keys, sealed
    since       INTEGER NOT NULL                           -- UTC seconds
) STRICT;
CREATE INDEX core_signing_key_by_user ON core_signing_key (user, since);

-- One command that changed something. What it changed stands in core_change.
-- Format of the digests: schemas/formats/journal.md.
CREATE TABLE core_change_set (
    change_set INTEGER PRIMARY KEY,                        -- 1, 2, 3 ... without a gap
    at         INTEGER NOT NULL,                           -- UTC seconds
    user       INTEGER REFERENCES core_user (user),        -- null: before there was anybody
    login      TEXT NOT NULL,                              -- user of the operating system
    command    TEXT NOT NULL,                              -- its words without arguments: client add
    digest     TEXT NOT NULL                               -- chained to that of the set before
) STRICT;

CREATE TABLE core_change (
    change      INTEGER PRIMARY KEY,
    change_set  INTEGER NOT NULL REFERENCES core_change_set (change_set),
    table_name  TEXT NOT NULL,
    row_number  INTEGER NOT NULL,                          -- the row's rowid
    old_content TEXT,                                      -- JSON object; null: the row is new
    new_content TEXT,                                      -- JSON object; null: the row is gone
    salt        BLOB NOT NULL,                             -- 16 random bytes; empty once erased
    digest      BLOB NOT NULL,                             -- of the content, keyed with the salt
    erased      INTEGER NOT NULL CHECK (erased IN (0, 1))  -- 1: the content was erased for good
) STRICT;
CREATE INDEX core_change_by_set ON core_change (change_set);
CREATE INDEX core_change_by_row ON core_change (table_name, row_number);

-- Looks at charts, searches and failed unlocks, taken over from the log beside the practice.
CREATE TABLE core_access (
    access  INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,                              -- UTC seconds
    user    INTEGER REFERENCES core_user (user),           -- null: nobody was known yet
    login   TEXT NOT NULL,                                 -- user of the operating system
    command TEXT NOT NULL,                                 -- note show; unlock failed
    records TEXT NOT NULL,                                 -- ids that were shown, separated by blanks
    line    TEXT NOT NULL UNIQUE                           -- digest of its line in the log: once only
) STRICT;
CREATE INDEX core_access_by_time ON core_access (at);

-- Who was erased, and when: the tombstone. While a row is not done, what is frozen may be deleted.
CREATE TABLE core_erasure (
    erasure INTEGER PRIMARY KEY,
    client  INTEGER NOT NULL,                              -- the clients plugin's number
    uuid    TEXT NOT NULL,                                 -- the client's UUIDv7
    at      INTEGER NOT NULL,                              -- UTC seconds
    user    INTEGER NOT NULL REFERENCES core_user (user),
    reason  TEXT NOT NULL CHECK (reason <> ''),
    done    INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;

-- Everything that left the practice. Source: 45 CFR 164.528 (date, recipient with address, what,
-- purpose), to be kept for six years.
CREATE TABLE core_disclosure (
    disclosure        INTEGER PRIMARY KEY,
    uuid              TEXT NOT NULL UNIQUE,                -- UUIDv7
    client            INTEGER NOT NULL,                    -- the clients plugin's number
    at                INTEGER NOT NULL,                    -- UTC seconds
    at_offset         INTEGER NOT NULL,                    -- minutes east of UTC
    user              INTEGER NOT NULL REFERENCES core_user (user),
    recipient         TEXT NOT NULL CHECK (recipient <> ''),
    recipient_address TEXT,
    what              TEXT NOT NULL CHECK (what <> ''),
    purpose           TEXT NOT NULL CHECK (purpose <> ''),
    digest            TEXT                                 -- BLAKE2b-256 of what left, in hex
) STRICT;
CREATE INDEX core_disclosure_by_client ON core_disclosure (client, at);

CREATE TRIGGER core_disclosure_is_never_changed BEFORE UPDATE ON core_disclosure
BEGIN SELECT RAISE(ABORT, 'the disclosure ledger is never changed'); END;
CREATE TRIGGER core_disclosure_is_never_removed BEFORE DELETE ON core_disclosure
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the disclosure ledger'); END;
CREATE TRIGGER core_change_set_is_never_changed BEFORE UPDATE ON core_change_set
BEGIN SELECT RAISE(ABORT, 'the change journal is never changed'); END;
CREATE TRIGGER core_change_set_is_never_removed BEFORE DELETE ON core_change_set
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the change journal'); END;
-- Its content can be erased, for ever; that it was there cannot.
CREATE TRIGGER core_change_is_only_erased BEFORE UPDATE ON core_change
WHEN NOT (NEW.erased = 1 AND NEW.old_content IS NULL AND NEW.new_content IS NULL AND NEW.salt = x''
    AND NEW.change = OLD.change AND NEW.change_set = OLD.change_set
    AND NEW.table_name = OLD.table_name AND NEW.row_number = OLD.row_number
    AND NEW.digest = OLD.digest)
BEGIN SELECT RAISE(ABORT, 'the change journal is never changed'); END;
CREATE TRIGGER core_change_is_never_removed BEFORE DELETE ON core_change
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the change journal'); END;
CREATE TRIGGER core_access_is_never_changed BEFORE UPDATE ON core_access
BEGIN SELECT RAISE(ABORT, 'the log of looks is never changed'); END;
CREATE TRIGGER core_access_is_never_removed BEFORE DELETE ON core_access
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the log of looks'); END;
