-- SPDX-License-Identifier: MIT

-- What other professionals recommend, as the plan took it from their reports.
ALTER TABLE plans_plan ADD COLUMN advice TEXT CHECK (advice LIKE '[%'); -- JSON list, oldest first:
                                   -- {text, by, on (ISO), record, taken_at, ended_at}; NULL: none
