-- SPDX-License-Identifier: MIT

-- A red-flag screen: the answers of one client on one day, with the questions as they were asked. A
-- row never changes. `praxis undo` takes back a screen that was recorded by mistake; the journal
-- keeps both.
CREATE TABLE safety_screen (
    screen INTEGER PRIMARY KEY AUTOINCREMENT, -- SC-0001
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    complaint INTEGER REFERENCES clients_complaint (complaint) ON DELETE RESTRICT, -- NULL: the
                                                                -- complaints open at that time
    screened_on TEXT NOT NULL CHECK (screened_on LIKE '____-__-__'), -- ISO date
    answers TEXT NOT NULL CHECK (answers LIKE '[%'),   -- JSON list: {id, section, label, ask,
                                                       -- answer: yes, no, unknown; detail, private}
    findings TEXT NOT NULL CHECK (findings LIKE '[%'), -- JSON list: the flags of the answers and the
                                                       -- record, with action, citations, do
    versions TEXT NOT NULL CHECK (versions LIKE '{%'), -- JSON: the version of each file of questions
    urgency TEXT CHECK (urgency IN ('emergency', 'same-day', 'urgent', 'gp-referral')), -- the most
                                                       -- urgent finding; NULL: none
    remark TEXT CHECK (remark <> ''),
    recorded_at INTEGER NOT NULL,     -- UTC seconds
    recorded_offset INTEGER NOT NULL, -- minutes east of UTC
    author INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    author_name TEXT NOT NULL -- as it was at that time
) STRICT;

CREATE INDEX safety_screen_by_client ON safety_screen (client, screened_on);
CREATE INDEX safety_screen_no_work ON safety_screen (client, screened_on)
WHERE urgency IN ('emergency', 'same-day');

-- Against INSERT OR REPLACE, which would delete the old row silently.
CREATE TRIGGER safety_screen_not_replaced BEFORE INSERT ON safety_screen
WHEN EXISTS (SELECT 1 FROM safety_screen WHERE screen = NEW.screen)
    OR EXISTS (SELECT 1 FROM safety_screen WHERE uuid = NEW.uuid)
BEGIN
    SELECT RAISE(ABORT, 'a screen never changes: record another');
END;

CREATE TRIGGER safety_screen_no_update BEFORE UPDATE ON safety_screen
BEGIN
    SELECT RAISE(ABORT, 'a screen never changes: record another');
END;
