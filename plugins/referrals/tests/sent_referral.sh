# SPDX-License-Identifier: MIT
# A practice with R-0001 of Maria Lopez to Dr. Ana Kim, sent on 2026-11-20, for the transcripts.
set -e
{
    praxis init --name "Hands On" --therapist "Ines Moreau" --licence LMT-1044 --time-zone UTC --unencrypted
    praxis practice edit --address $'12 High Street\nHillview' --phone "+1 555 0110"
    praxis user edit "Ines Moreau" --profession "massage therapist"
    praxis client add --given Maria --family Lopez --born 1984-05-02 --gender female --phone "+1 555 0100"
    praxis complaint add maria --cause posture --region lower-back --side both --onset 2026-09-01 --goal "sit for a day"
    praxis condition add maria --none-known
    praxis medication add maria --none-known
    praxis allergy add maria --none-known
    praxis note new maria --from "$CASES/note_second.toml" --complaint CO-0001 --sign
    praxis screen record maria none
    praxis plan new CO-0001 --relief 6
    praxis provider add --name "Dr. Ana Kim" --profession chiropractor --organisation "Spine Clinic" --email ana@spine.example
    praxis consent record maria --kind share --on 2026-11-12
    praxis referral new maria --to P-0001 --reason "Does a joint of the pelvis keep up the catch on rising?"
    praxis referral edit R-0001 --suspended "deep pressure on the low back" --continuing none --precautions none --next-review 2026-12-18
    praxis referral ready R-0001
    praxis referral send R-0001 --via print
} >/dev/null 2>&1
set +e
