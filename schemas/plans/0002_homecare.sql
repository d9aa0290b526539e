-- SPDX-License-Identifier: MIT

-- Home care of a client: lines that were given, answers to checklists, and the tools at home. A row
-- is never deleted. A line ends; answers and tools never change: the newest row counts.
CREATE TABLE plans_homecare (
    homecare INTEGER PRIMARY KEY AUTOINCREMENT, -- H-0001
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    complaint INTEGER REFERENCES clients_complaint (complaint) ON DELETE RESTRICT, -- of an item
    kind TEXT NOT NULL CHECK (kind IN ('item', 'checklist', 'tools')),
    item TEXT CHECK (item <> ''), -- id in the library; NULL: tools
    version INTEGER,              -- of the library's file at that time; NULL: tools
    name TEXT NOT NULL CHECK (name <> ''), -- as the library called it at that time
    content TEXT NOT NULL CHECK (content LIKE '{%'), -- JSON object. Of an item: dose, areas, tool,
                                          -- steps, note, despite {reason, limits}. Of a checklist:
                                          -- answers [{id, ask, answer}]. Of tools: tools [id], other
    reports TEXT CHECK (reports LIKE '[%'), -- of an item: JSON list of {on, done, helped, note, by}
    first_day TEXT NOT NULL CHECK (first_day LIKE '____-__-__'), -- ISO date: given, or answered
    last_day TEXT CHECK (last_day LIKE '____-__-__'), -- ISO date: given until, or ask again
    ended_on TEXT CHECK (ended_on LIKE '____-__-__'), -- ISO date; NULL while the item is current
    end_reason TEXT CHECK (end_reason <> ''),
    made_at INTEGER NOT NULL,     -- UTC seconds
    made_offset INTEGER NOT NULL, -- minutes east of UTC
    author INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    author_name TEXT NOT NULL,    -- as it was at that time
    CHECK ((kind = 'tools') = (item IS NULL)),
    CHECK ((kind = 'tools') = (version IS NULL)),
    CHECK (kind = 'item' OR (complaint IS NULL AND reports IS NULL AND ended_on IS NULL)),
    CHECK ((ended_on IS NULL) = (end_reason IS NULL))
) STRICT;

CREATE INDEX plans_homecare_by_client ON plans_homecare (client, kind);
CREATE INDEX plans_homecare_by_last_day ON plans_homecare (last_day) WHERE ended_on IS NULL;

-- Against INSERT OR REPLACE, which would delete the old row silently.
CREATE TRIGGER plans_homecare_not_replaced BEFORE INSERT ON plans_homecare
WHEN EXISTS (SELECT 1 FROM plans_homecare WHERE homecare = NEW.homecare OR uuid = NEW.uuid)
BEGIN
    SELECT RAISE(ABORT, 'there is home care with that number or UUID');
END;

CREATE TRIGGER plans_homecare_keeps_identity BEFORE UPDATE ON plans_homecare
WHEN NEW.homecare <> OLD.homecare OR NEW.uuid <> OLD.uuid OR NEW.kind <> OLD.kind
    OR NEW.item IS NOT OLD.item OR (OLD.kind <> 'item' AND NEW.content <> OLD.content)
BEGIN
    SELECT RAISE(ABORT, 'home care keeps its item, and answers never change');
END;

CREATE TRIGGER plans_homecare_no_delete BEFORE DELETE ON plans_homecare
WHEN OLD.client NOT IN (SELECT client FROM core_erasure WHERE done = 0)
BEGIN
    SELECT RAISE(ABORT, 'home care is never deleted: end it');
END;
