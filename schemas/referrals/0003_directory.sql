-- SPDX-License-Identifier: MIT

-- The directory. A provider that was merged into another one keeps its row, so that a letter that
-- was sent keeps its receiver. Its referrals count for the other one.
ALTER TABLE referrals_provider ADD COLUMN title TEXT CHECK (title <> '');             -- "Dr."
ALTER TABLE referrals_provider ADD COLUMN credentials TEXT CHECK (credentials <> ''); -- "DC"
ALTER TABLE referrals_provider ADD COLUMN salutation TEXT CHECK (salutation <> ''); -- "Dear Dr. Kim"
ALTER TABLE referrals_provider ADD COLUMN languages TEXT
    CHECK (languages <> '');                               -- BCP 47, separated by a space
ALTER TABLE referrals_provider ADD COLUMN accepts_new_clients INTEGER
    CHECK (accepts_new_clients IN (0, 1));                 -- null: not known
ALTER TABLE referrals_provider ADD COLUMN merged_into INTEGER
    REFERENCES referrals_provider (provider) ON DELETE RESTRICT
    CHECK (merged_into <> provider);                       -- never a provider that is merged itself

CREATE TRIGGER referrals_provider_is_merged_once BEFORE UPDATE OF merged_into ON referrals_provider
WHEN NEW.merged_into IS NOT NULL
 AND EXISTS (SELECT 1 FROM referrals_provider
             WHERE provider = NEW.merged_into AND merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a provider is merged into one that is not merged itself'); END;
