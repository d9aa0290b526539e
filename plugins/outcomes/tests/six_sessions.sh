# SPDX-License-Identifier: MIT
# Six sessions of Maria, for the transcripts of trend, works and evidence: date, pain before and after, work.
set -e
block() { # technique and region in the shorthand of notes
    case $1 in
    dt) echo "dt both lower-back 30m p3 forearm deep t6 soft skin=clear told" ;;
    mfr) echo "mfr both lower-back 20m dir=caudal level=2 hold=120 release=yes direct lub=none" ;;
    esac
}
session() {
    local date=$1 before=$2 after=$3 stress=$4
    shift 4
    local work=()
    for technique; do work+=(-w "$(block "$technique")"); done
    praxis note new maria --date "$date 14:30" "${work[@]}" -w 'find lower-back both high tend3' \
        -w "note 60m agreed well fine $before>$after cc=\"low back aches\" goal=\"sit a day\" resp=\"bends freer\" prog=better next='in 2 weeks'" \
        --set subjective.stress="$stress" --set assessment.stress_after=$((stress / 2)) --sign -q
}
session 2026-08-29 7 4 8 dt mfr
session 2026-09-06 6 4 7 dt mfr
session 2026-09-19 5 3 7 dt mfr
session 2026-10-09 5 3 6 mfr
session 2026-10-23 4 2 4 mfr
session 2026-11-06 3 2 3 mfr
