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

-- One command that changed something. What it changed stands in core_change.
CREATE TABLE core_change_set (
    change_set INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,                           -- UTC seconds
    user       INTEGER REFERENCES core_user (user),        -- null: before there was anybody
    login      TEXT,                                       -- user of the operating system
    command    TEXT NOT NULL                               -- its words without arguments: client add
) STRICT;

CREATE TABLE core_change (
    change      INTEGER PRIMARY KEY,
    change_set  INTEGER NOT NULL REFERENCES core_change_set (change_set),
    table_name  TEXT NOT NULL,
    row_number  INTEGER NOT NULL,                          -- the row's rowid
    old_content TEXT,                                      -- JSON object; null: the row is new
    new_content TEXT                                       -- JSON object; null: the row is gone
) STRICT;
CREATE INDEX core_change_by_set ON core_change (change_set);
CREATE INDEX core_change_by_row ON core_change (table_name, row_number);

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
CREATE TRIGGER core_change_is_never_changed BEFORE UPDATE ON core_change
BEGIN SELECT RAISE(ABORT, 'the change journal is never changed'); END;
CREATE TRIGGER core_change_is_never_removed BEFORE DELETE ON core_change
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the change journal'); END;
