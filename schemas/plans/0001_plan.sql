-- SPDX-License-Identifier: MIT

-- The plan for one complaint: how often, with which techniques and for which purpose, and each
-- re-assessment. The sessions are the notes of the complaint: the plan does not repeat them.
CREATE TABLE plans_plan (
    plan INTEGER PRIMARY KEY AUTOINCREMENT, -- PL-0001; a number is never reused
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    complaint INTEGER NOT NULL REFERENCES clients_complaint (complaint) ON DELETE RESTRICT,
    author INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('open', 'on-hold', 'closed')),
    began_at INTEGER NOT NULL,     -- UTC seconds: sessions from then on count
    began_offset INTEGER NOT NULL, -- minutes east of UTC
    phases TEXT NOT NULL CHECK (phases LIKE '[%'), -- JSON list in order: {phase, sessions,
                                                   -- days_least, days_most, began_at (ISO)}
    techniques TEXT NOT NULL CHECK (techniques LIKE '[%'), -- JSON list: {technique, purposes,
                                                           -- region, side, minutes}
    session_minutes INTEGER CHECK (session_minutes > 0), -- minutes of a whole session
    shared_care TEXT CHECK (shared_care LIKE '[%'), -- JSON list: {who, part}; NULL: nobody else
    holds TEXT CHECK (holds LIKE '[%'), -- JSON list, oldest first: {what, reason, referral,
                                        -- screen, began_at, ended_at, ended_by}; NULL: none
    reviews TEXT CHECK (reviews LIKE '[%'), -- JSON list, oldest first: {decision, progress, text,
                                            -- sessions, pain, phase, at, user}; NULL: none
    review_on TEXT CHECK (review_on LIKE '____-__-__'), -- ISO date: re-assessment on a day
    remark TEXT CHECK (remark <> ''),
    created_at INTEGER NOT NULL,     -- UTC seconds
    created_offset INTEGER NOT NULL, -- minutes east of UTC
    closed_at INTEGER,               -- UTC seconds; NULL until it is closed
    closed_offset INTEGER,           -- minutes east of UTC
    closing TEXT CHECK (closing LIKE '{%'), -- JSON: {reason, status, progress, advice, user}
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((state = 'closed') = (closed_offset IS NOT NULL)),
    CHECK ((state = 'closed') = (closing IS NOT NULL))
) STRICT;
CREATE INDEX plans_plan_by_client ON plans_plan (client);
CREATE UNIQUE INDEX plans_plan_one_for_a_complaint ON plans_plan (complaint)
WHERE state <> 'closed';

-- What the client wants to be able to do, as something that can be measured.
CREATE TABLE plans_goal (
    goal INTEGER PRIMARY KEY AUTOINCREMENT, -- G-0001; a number is never reused
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    complaint INTEGER NOT NULL REFERENCES clients_complaint (complaint) ON DELETE RESTRICT,
    text TEXT NOT NULL CHECK (text <> ''), -- "sit through a working day"
    measure TEXT CHECK (measure <> ''), -- "sitting without a break"; pain and stress: from notes
    unit TEXT CHECK (unit <> ''),       -- of the values: "minutes", "NPRS"
    baseline REAL,                      -- in `unit`, when the goal was set
    target REAL,                        -- in `unit`
    due_on TEXT CHECK (due_on LIKE '____-__-__'), -- ISO date
    readings TEXT CHECK (readings LIKE '[%'), -- JSON list, oldest first: {on (ISO), value, user}
    state TEXT NOT NULL CHECK (state IN ('open', 'reached', 'dropped')),
    ended_on TEXT CHECK (ended_on LIKE '____-__-__'), -- ISO date; NULL while it is open
    remark TEXT CHECK (remark <> ''),
    created_at INTEGER NOT NULL,     -- UTC seconds
    created_offset INTEGER NOT NULL, -- minutes east of UTC
    CHECK ((state = 'open') = (ended_on IS NULL)),
    CHECK (measure IS NOT NULL OR (baseline IS NULL AND target IS NULL AND readings IS NULL))
) STRICT;
CREATE INDEX plans_goal_by_client ON plans_goal (client);
CREATE INDEX plans_goal_by_complaint ON plans_goal (complaint);
