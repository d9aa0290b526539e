-- SPDX-License-Identifier: MIT

-- The form of a referral's letter, as the writer chose it: the name of a file of letter profiles.
ALTER TABLE referrals_referral ADD COLUMN profile TEXT
    CHECK (profile <> '');                                 -- "one-page"; null: the usual letter

CREATE TRIGGER referrals_referral_keeps_the_profile_of_its_letter
BEFORE UPDATE OF profile ON referrals_referral
WHEN EXISTS (SELECT 1 FROM referrals_letter WHERE referral = OLD.referral)
BEGIN SELECT RAISE(ABORT, 'a sent referral cannot be changed'); END;
