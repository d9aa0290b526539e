-- What the core itself keeps: the practice, its people, its plugins, and the record of every change.

CREATE TABLE core_practice (
    practice     INTEGER PRIMARY KEY CHECK (practice = 1), -- there is exactly one
    uuid         BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    name         TEXT NOT NULL CHECK (name <> ''),
    address      TEXT,                                     -- lines separated by line feeds
    phone        TEXT,
    email        TEXT,
    website      TEXT,
    time_zone    TEXT NOT NULL,                            -- IANA name
    jurisdiction TEXT,                                     -- such as US-MI; rules name it
    created_at   INTEGER NOT NULL,                         -- UTC seconds
    test         INTEGER CHECK (test = 1)                  -- made under a fixed clock: its times prove
                                                           -- nothing; null: a real practice
) STRICT;

CREATE TABLE core_user (
    user           INTEGER PRIMARY KEY,
    uuid           BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    name           TEXT NOT NULL CHECK (name <> ''),
    profession     TEXT,
    licence        TEXT,                                   -- number and board, as letters print it
    qualifications TEXT,
    phone          TEXT,
    email          TEXT,
    active         INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    credentials    TEXT CHECK (credentials LIKE '[%'),     -- JSON list of {kind, name, from, until,
                                                           -- hours}
    created_at     INTEGER NOT NULL                        -- UTC seconds
) STRICT;

CREATE TABLE core_plugin (
    installed      INTEGER PRIMARY KEY,
    plugin         TEXT NOT NULL UNIQUE,
    version        TEXT NOT NULL,                          -- that migrated last
    schema         INTEGER NOT NULL,                       -- number of its last migration
    table_prefix   TEXT NOT NULL,
    derived_tables TEXT NOT NULL,                          -- names separated by spaces: praxis makes
                                                           -- them from other rows, so they are not
                                                           -- in the journal
    before         TEXT NOT NULL,                          -- ids of the events that it can block,
                                                           -- separated by spaces
    installed_at   INTEGER NOT NULL                        -- UTC seconds
) STRICT;

CREATE TABLE core_migration (
    migration  INTEGER PRIMARY KEY,
    plugin     TEXT NOT NULL REFERENCES core_plugin (plugin),
    number     INTEGER NOT NULL,
    name       TEXT NOT NULL,
    digest     BLOB NOT NULL CHECK (length(digest) = 32),  -- BLAKE2b-256 of the SQL
    applied_at INTEGER NOT NULL,                           -- UTC seconds
    UNIQUE (plugin, number)
) STRICT;

-- Secrets of the practice itself: the keys of the head anchor and of the access log. No export
-- contains them. The journal stores nothing of an added row, and these rows never change.
CREATE TABLE core_secret (
    secret INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    value  BLOB NOT NULL
) STRICT;
CREATE TRIGGER core_secret_is_never_changed BEFORE UPDATE ON core_secret
BEGIN SELECT RAISE(ABORT, 'a secret of the practice never changes'); END;
CREATE TRIGGER core_secret_is_never_removed BEFORE DELETE ON core_secret
BEGIN SELECT RAISE(ABORT, 'a secret of the practice is never removed'); END;

-- Whose signatures are valid. A person gets a new key when the old secret is lost.
CREATE TABLE core_signing_key (
    signing_key INTEGER PRIMARY KEY,
    user        INTEGER REFERENCES core_user (user),       -- null: the recovery code
    public_key  BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32), -- Ed25519
    secret      BLOB CHECK (length(secret) = 32),          -- its seed in an unencrypted practice;
                                                           -- otherwise sealed in practice.keys
    since       INTEGER NOT NULL                           -- UTC seconds
) STRICT;
CREATE INDEX core_signing_key_by_user ON core_signing_key (user, since);

-- One command that changed something. core_change has its changes.
-- Format of rows and digests: schemas/formats/journal.md.
CREATE TABLE core_change_set (
    change_set  INTEGER PRIMARY KEY,                       -- 1, 2, 3 ... without a gap
    at          INTEGER NOT NULL,                          -- UTC seconds
    user        INTEGER REFERENCES core_user (user),       -- null: before there was a user
    login       TEXT NOT NULL,                             -- user of the operating system
    command     TEXT NOT NULL,                             -- without arguments: client add
    last_change INTEGER NOT NULL,                          -- its changes: after the last one of the
                                                           -- set before, up to this one
    schema      BLOB CHECK (length(schema) = 32),          -- digest of the schema, where it changed
    erased      BLOB CHECK (length(erased) = 32),          -- digest of the changes that it erased
    signing_key INTEGER,                                   -- core_signing_key; null: nobody had one
    digest      BLOB NOT NULL CHECK (length(digest) = 32), -- chained to that of the set before
    signature   BLOB CHECK (length(signature) = 64)        -- Ed25519
) STRICT;

CREATE INDEX core_change_set_schema ON core_change_set (change_set) WHERE schema IS NOT NULL;

-- The row after a change is not stored: it is in its table, or follows from later changes.
CREATE TABLE core_change (
    change      INTEGER PRIMARY KEY,                       -- 1, 2, 3 ... without a gap
    change_set  INTEGER NOT NULL,
    table_name  TEXT NOT NULL,
    row_number  INTEGER NOT NULL,                          -- the row's INTEGER PRIMARY KEY
    kind        INTEGER NOT NULL CHECK (kind IN (1, 2, 3)), -- added, changed, removed
    old         BLOB,                                      -- praxis-row/1: the changed columns as they
                                                           -- were; the whole removed row
    salt        BLOB,                                      -- 16 random bytes; null once erased
    digest      BLOB NOT NULL CHECK (length(digest) = 32), -- keyed with the salt
    erased_by   INTEGER                                    -- the set that erased it for ever
) STRICT;
CREATE INDEX core_change_by_row ON core_change (table_name, row_number);
CREATE INDEX core_change_erased ON core_change (erased_by) WHERE erased_by IS NOT NULL;

-- Viewed charts, searches and failed unlocks, copied from the log beside the practice.
CREATE TABLE core_access (
    access  INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,                              -- UTC seconds
    user    INTEGER REFERENCES core_user (user),           -- null: nobody was known yet
    login   TEXT NOT NULL,                                 -- user of the operating system
    command TEXT NOT NULL,                                 -- note show; unlock failed
    records TEXT NOT NULL,                                 -- ids that were shown, separated by blanks
    line    BLOB NOT NULL UNIQUE                           -- digest of its line in the log: once only
) STRICT;
CREATE INDEX core_access_by_time ON core_access (at);

-- Who was erased, and when: the tombstone. While a row is not done, what is frozen may be deleted.
CREATE TABLE core_erasure (
    erasure INTEGER PRIMARY KEY,
    client  INTEGER NOT NULL,                              -- the clients plugin's number
    uuid    BLOB NOT NULL CHECK (length(uuid) = 16),       -- the client's UUIDv7
    at      INTEGER NOT NULL,                              -- UTC seconds
    user    INTEGER NOT NULL REFERENCES core_user (user),
    reason  TEXT NOT NULL CHECK (reason <> ''),
    done    INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;

-- Everything that left the practice. Source: 45 CFR 164.528 (date, recipient with address, what,
-- purpose), to be kept for six years.
CREATE TABLE core_disclosure (
    disclosure        INTEGER PRIMARY KEY,
    uuid              BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client            INTEGER NOT NULL,                    -- the clients plugin's number
    at                INTEGER NOT NULL,                    -- UTC seconds
    at_offset         INTEGER NOT NULL,                    -- minutes east of UTC
    user              INTEGER NOT NULL REFERENCES core_user (user),
    recipient         TEXT NOT NULL CHECK (recipient <> ''),
    recipient_address TEXT,
    what              TEXT NOT NULL CHECK (what <> ''),
    purpose           TEXT NOT NULL CHECK (purpose <> ''),
    digest            BLOB CHECK (length(digest) = 32)     -- BLAKE2b-256 of what left
) STRICT;
CREATE INDEX core_disclosure_by_client ON core_disclosure (client, at);

CREATE TRIGGER core_disclosure_is_never_changed BEFORE UPDATE ON core_disclosure
BEGIN SELECT RAISE(ABORT, 'the disclosure ledger is never changed'); END;
CREATE TRIGGER core_disclosure_is_never_removed BEFORE DELETE ON core_disclosure
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the disclosure ledger'); END;

-- A file from elsewhere that belongs to a record: the report of a chiropractor, a signed form.
CREATE TABLE core_attachment (
    attachment INTEGER PRIMARY KEY AUTOINCREMENT,          -- A-0001; a number is never reused
    uuid       BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client     INTEGER NOT NULL,                           -- the clients plugin's number
    owner      TEXT NOT NULL CHECK (owner <> ''),          -- the record as praxis prints it: R-0001
    name       TEXT NOT NULL CHECK (name <> ''),           -- of the file, without its folder
    media_type TEXT NOT NULL
               CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    digest     BLOB NOT NULL CHECK (length(digest) = 32),  -- BLAKE2b-256 of the bytes
    at         INTEGER NOT NULL,                           -- UTC seconds
    at_offset  INTEGER NOT NULL,                           -- minutes east of UTC
    user       INTEGER NOT NULL REFERENCES core_user (user), -- added it
    -- last, because SQLite reads a row up to the columns that it needs
    bytes      BLOB NOT NULL CHECK (length(bytes) > 0)
) STRICT;
CREATE INDEX core_attachment_by_owner ON core_attachment (owner);
CREATE INDEX core_attachment_by_client ON core_attachment (client);
CREATE TRIGGER core_attachment_is_never_changed BEFORE UPDATE ON core_attachment
BEGIN SELECT RAISE(ABORT, 'an attachment never changes'); END;

CREATE TRIGGER core_change_set_is_never_changed BEFORE UPDATE ON core_change_set
BEGIN SELECT RAISE(ABORT, 'the change journal is never changed'); END;
CREATE TRIGGER core_change_set_is_never_removed BEFORE DELETE ON core_change_set
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the change journal'); END;
-- The old values of a change can be erased for ever; that the change was made cannot.
CREATE TRIGGER core_change_is_only_erased BEFORE UPDATE ON core_change
WHEN NOT (OLD.erased_by IS NULL AND NEW.erased_by IS NOT NULL AND NEW.old IS NULL
    AND NEW.salt IS NULL AND NEW.change = OLD.change AND NEW.change_set = OLD.change_set
    AND NEW.table_name = OLD.table_name AND NEW.row_number = OLD.row_number
    AND NEW.kind = OLD.kind AND NEW.digest = OLD.digest)
BEGIN SELECT RAISE(ABORT, 'the change journal is never changed'); END;
CREATE TRIGGER core_change_is_never_removed BEFORE DELETE ON core_change
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the change journal'); END;
CREATE TRIGGER core_access_is_never_changed BEFORE UPDATE ON core_access
BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;
CREATE TRIGGER core_access_is_never_removed BEFORE DELETE ON core_access
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the access log'); END;
