-- SPDX-License-Identifier: MIT

-- A referral that another professional wrote to this practice. `provider` is who asks, `reason` the
-- question, `reply_by` the day on which the report is due, `referrer` the user who took it in. Its
-- letter is the report that was sent back. The first event says when it arrived.
ALTER TABLE referrals_referral ADD COLUMN direction TEXT NOT NULL DEFAULT 'outgoing'
    CHECK (direction IN ('outgoing', 'incoming'));
ALTER TABLE referrals_referral ADD COLUMN reference TEXT
    CHECK (reference <> '');                               -- the number that the other side gave it
ALTER TABLE referrals_referral ADD COLUMN sessions INTEGER
    CHECK (sessions > 0);                                  -- authorised; null: no number was given
ALTER TABLE referrals_referral ADD COLUMN valid_until TEXT
    CHECK (valid_until LIKE '____-__-__');                 -- ISO date: the authorisation ends
ALTER TABLE referrals_referral ADD COLUMN answer TEXT CHECK (answer <> ''); -- to `reason`

-- The sentences around the facts of the letter, as the writer changed them.
ALTER TABLE referrals_referral ADD COLUMN opening TEXT CHECK (opening <> '');
ALTER TABLE referrals_referral ADD COLUMN closing TEXT CHECK (closing <> '');
ALTER TABLE referrals_referral ADD COLUMN language TEXT
    CHECK (language <> '');                                -- BCP 47; null: the receiver's

CREATE TRIGGER referrals_referral_keeps_the_words_of_its_letter
BEFORE UPDATE OF reference, sessions, valid_until, answer, opening, closing, language
ON referrals_referral
WHEN EXISTS (SELECT 1 FROM referrals_letter WHERE referral = OLD.referral)
BEGIN SELECT RAISE(ABORT, 'a sent referral cannot be changed'); END;
CREATE TRIGGER referrals_referral_keeps_its_direction BEFORE UPDATE OF direction ON referrals_referral
BEGIN SELECT RAISE(ABORT, 'a referral keeps its direction'); END;
CREATE TRIGGER referrals_reply_is_for_a_question_of_ours BEFORE INSERT ON referrals_reply
WHEN EXISTS (SELECT 1 FROM referrals_referral
             WHERE referral = NEW.referral AND direction = 'incoming')
BEGIN SELECT RAISE(ABORT, 'an incoming referral has no report from outside'); END;
