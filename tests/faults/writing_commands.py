# SPDX-License-Identifier: MIT
"""The commands that write, and the practice in which each of them has something to write.

The commands change different records. So each can run once in one practice, in any order and at the
same time as the others. What a command stores contains a unique mark.
"""
import fcntl
import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from practice_under_test import ROOT, SEEDED, Place

NOTES = ROOT / "plugins/soap/tests"
LETTERS = ROOT / "plugins/referrals/tests"


@dataclass(frozen=True)
class Writing:
    """One writing command. `{mark}` in its arguments and its note is replaced by the mark."""

    words: tuple
    # SQL for the last line that praxis prints; no row when nothing is stored. :mark is the mark.
    stored: str
    # For an encrypted practice: a pattern in what praxis then shows.
    shown: str
    note: str = ""  # a note file, given on standard input
    file: str = ""  # the file that the command writes

    @property
    def name(self):
        return " ".join(word for word in self.words[:2] if not word.startswith("-"))

    def spell(self, place, mark):
        fill = lambda word: word.replace("{mark}", mark).replace("{place}", str(place.folder))
        return [fill(word) for word in self.words], self.note.replace("{mark}", mark)


def read_note(folder, name):
    return (folder / name).read_text(encoding="utf-8")


WHOLE_NOTE = read_note(NOTES, "note_whole.toml")
MARKED_NOTE = WHOLE_NOTE.replace("piriformis tender on the right", "{mark}")
DRAFT = WHOLE_NOTE.replace("piriformis", "gluteus")
FIRST = read_note(LETTERS, "note_first.toml")
SECOND = read_note(LETTERS, "note_second.toml")

# The arguments, and a note file for standard input.
BASE = [
    ("user edit U-0001 --phone +15550101", ""),
    ("client add --given Maria --family Lopez --born 1984-05-02 --gender female", ""),
    ("client edit C-0001 --phone +15550100", ""),
    ("client add --given Tom --family Reed --born 1970-01-31", ""),
    ("complaint add C-0001 --region lower-back --side both --onset 2026-09-01 --cause posture", ""),
    ("complaint add C-0001 --region neck --side left", ""),
    ("complaint add C-0001 --region ankle --side left --onset 2026-01-01", ""),
    ("condition add C-0001 --name asthma", ""),
    ("condition add C-0001 --name hypertension", ""),
    ("condition add C-0001 --name chemotherapy", ""),
    ("medication add C-0001 --name ibuprofen", ""),
    ("medication add C-0001 --name arnica", ""),
    ("allergy add C-0001 --name latex", ""),
    ("allergy add C-0001 --name lactose", ""),
    ("consent record C-0001 --kind share --on 2026-11-12", ""),
    ("consent record C-0001 --kind photo --on 2026-11-12", ""),
    ("note new C-0001 --complaint CO-0001 --sign --from -", FIRST),
    ("note new C-0001 --complaint CO-0001 --sign --from -", SECOND),
    ("note new C-0001 --complaint CO-0001 --from -", DRAFT),
    ("note new C-0001 --complaint CO-0001 --from -", WHOLE_NOTE),
    ("note new C-0001 --complaint CO-0001 --from -", DRAFT),
    ("screen record C-0001 none", ""),
    ("provider add --name Kim --profession chiropractor --email kim@spine.example", ""),
    ("provider add --name Hill --profession osteopath", ""),
    ("provider add --name Hall --profession osteopath", ""),
    ("provider add --name Hess --profession osteopath --phone +15550177", ""),
    ("complaint add C-0001 --region shoulder --side left --cause unknown", ""),
    ("complaint add C-0001 --region knee --side left --cause unknown", ""),
    ("complaint add C-0001 --region calf --side left --cause unknown", ""),
    ("plan new CO-0001 --relief 6", ""),
    ("plan new CO-0005 --relief 6", ""),
    ("plan new CO-0006 --relief 6", ""),
    ("complaint add C-0001 --region wrist --side left --cause unknown", ""),
    ("plan new CO-0007 --relief 6", ""),
    ("plan close PL-0004 --reason other", ""),
    ("complaint add C-0001 --region elbow --side left --cause unknown", ""),
    ("plan new CO-0008 --relief 6", ""),
    ("goal add CO-0001 rest", ""),
    ("homecare add C-0001 slow-breathing body-scan sit-back", ""),
]
REFERRAL = "referral new C-0001 --to P-0001 --complaint CO-0001 --type assess --reason why"
COMPLETED = (
    "--goals rest --suspended none --continuing none --precautions none --next-review 2026-12-18"
)
for number in ("R-0001", "R-0002", "R-0003"):
    BASE += [(REFERRAL, ""), (f"referral edit {number} {COMPLETED}", "")]
BASE.append(("referral ready R-0003", ""))

# One for each step of a referral that was sent; of R-0009 the report came back. Then two drafts.
for number in ("R-0004", "R-0005", "R-0006", "R-0007", "R-0008", "R-0009", "R-0010"):
    BASE += [
        (REFERRAL, ""),
        (f"referral edit {number} {COMPLETED}", ""),
        (f"referral ready {number}", ""),
        (f"referral send {number} --via print", ""),
    ]
REPORT = str(ROOT / "tests/faults/report.pdf")
BUNDLE = str(ROOT / "schemas/formats/referral-bundle/referral.praxis-referral")
BASE += [
    (("referral", "reply", "R-0009", "--final", "--recommend", "walk daily", "--attach", REPORT,
      "--attach", REPORT), ""),
    (REFERRAL, ""),
    (REFERRAL, ""),
]

INIT = ("init", "--name", "Hands On", "--therapist", "Ines Moreau", "--time-zone", "UTC")


def make_base(place):
    """The practice that WRITINGS write to. Its commands take longer than many a test, so one for each
    build is kept beside the program, and copied."""
    build = Path(place.program.path).parents[1]
    if SEEDED in os.environ or not (build / "CMakeCache.txt").exists():
        return make_base_anew(place)
    kept = build / "fault_bases" / digest_of_base(place)
    kept.parent.mkdir(exist_ok=True)
    with open(kept.parent / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run side by side
        if not kept.exists():
            for old in kept.parent.glob(kept.name.split("-", maxsplit=1)[0] + "-*"):
                shutil.rmtree(old)
            unfinished = kept.parent / "unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            make_base_anew(Place(place.program, unfinished, place.encrypted))
            unfinished.rename(kept)
    shutil.copytree(kept, place.folder, symlinks=True, dirs_exist_ok=True)
    return place


def digest_of_base(place):
    """Another one for each build of the program and its plugins, and for each change of BASE."""
    program = Path(place.program.path)
    parts = [program, *sorted(program.parents[1].glob("lib/**/*.so*"))]
    facts = [(str(part), part.stat().st_mtime_ns) for part in parts] + [BASE, FIRST, SECOND, WHOLE_NOTE]
    kind = "encrypted" if place.encrypted else "plain"
    return kind + "-" + hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def make_base_anew(place):
    secrecy = [] if place.encrypted else ["--unencrypted"]
    settle(place, [*INIT, "--licence", "LMT-1044", *secrecy], "")
    write_passphrase(place)
    for words, note in BASE:
        settle(place, words.split() if isinstance(words, str) else list(words), note)
    return place


def write_passphrase(place):
    """Of the bundle, in a file that only its owner can read."""
    passphrase = place.folder / "horse"
    passphrase.touch(mode=0o600)
    passphrase.write_text("correct horse\n", encoding="utf-8")


def settle(place, words, stdin):
    outcome = place.run(words, stdin)
    if outcome.code != 0:
        raise RuntimeError(f"praxis {' '.join(words)}: {outcome.describe()}")
    return outcome


def printed(prefix, column, table, where):
    """SQL that gives a record's number as praxis prints it: C-0001."""
    return f"SELECT printf('{prefix}-%04d', {column}) FROM {table} WHERE {where}"


def unless_exists(printed, table, where):
    return f"SELECT '{printed}' WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {where})"


def printed_row(noun, where):
    """SQL that gives a number of a health list with its client: C-0001/3."""
    return f"SELECT printf('C-%04d/%d', client, {noun}) FROM clients_{noun} WHERE {where}"


def referral_step(verb, referral, state, *options):
    return [
        Writing(
            ("referral", verb, f"R-{referral:04}", *options, "--note", "{mark}"),
            printed(
                "R", "referral", "referrals_event JOIN referrals_referral USING (referral, state)",
                f"instr(note, :mark) > 0 AND state = '{state}'",
            ),
            "{mark}",
        )
    ]


def added_health(noun, option, column):
    table = f"clients_{noun}"
    return [
        Writing(
            (noun, "add", "C-0001", option, "{mark}"),
            printed_row(noun, f"{column} = :mark"),
            "{mark}",
        ),
        Writing(
            (noun, "edit", "1", option, "{mark}"),
            printed_row(noun, f"{column} = :mark AND {noun} = 1"),
            "{mark}",
        ),
        Writing(
            (noun, "remove", "2", "--yes"),
            unless_exists("C-0001", table, f"{noun} = 2"),
            rf'^(?!.*"{column}": "{REMOVED[noun]}")',
        ),
        Writing(
            (noun, "add", "C-0002", "--none-known"),
            f"SELECT '' FROM clients_none_known WHERE client = 2 AND kind = '{noun}'",
            rf'"none_known": \[[^\]]*"kind": "{noun}"',
        ),
    ]


REMOVED = {"condition": "hypertension", "medication": "arnica", "allergy": "lactose"}


CORE = [
    Writing(
        ("practice", "edit", "--address", "{mark}"),
        "SELECT name FROM core_practice WHERE address = :mark",
        "{mark}",
    ),
    Writing(
        ("user", "add", "--name", "{mark}"),
        printed("U", "user", "core_user", "name = :mark"),
        "{mark}",
    ),
    Writing(
        ("user", "edit", "U-0001", "--qualifications", "{mark}"),
        printed("U", "user", "core_user", "qualifications = :mark"),
        "{mark}",
    ),
    Writing(
        ("credential", "add", "--kind", "education", "--name", "{mark}"),
        printed("U", "user", "core_user", "user = 1 AND instr(credentials, :mark)"),
        "{mark}",
    ),
]

CLIENTS = [
    Writing(
        ("client", "add", "--given", "{mark}", "--family", "Reed"),
        printed("C", "client", "clients_client", "given = :mark"),
        "{mark}",
    ),
    Writing(
        ("client", "edit", "C-0001", "--occupation", "{mark}"),
        printed("C", "client", "clients_client", "occupation = :mark"),
        "{mark}",
    ),
    Writing(
        ("client", "archive", "C-0002"),
        printed("C", "client", "clients_client", "client = 2 AND archived_at IS NOT NULL"),
        r'"id": "C-0002".*?"archived_at": "2',
    ),
    Writing(
        ("complaint", "add", "C-0001", "--title", "{mark}"),
        printed("CO", "complaint", "clients_complaint", "title = :mark"),
        "{mark}",
    ),
    Writing(
        ("complaint", "edit", "CO-0002", "--title", "{mark}"),
        printed("CO", "complaint", "clients_complaint", "title = :mark"),
        "{mark}",
    ),
    Writing(
        ("complaint", "close", "CO-0003", "--reason", "resolved", "--note", "{mark}"),
        printed("CO", "complaint", "clients_complaint", "closing_note = :mark"),
        "{mark}",
    ),
    Writing(
        ("intake", "record", "C-0002", "--from", "-"),
        "SELECT 'C-0002' FROM clients_complaint WHERE title = :mark AND client = 2",
        "{mark}",
        '[[complaint]]\ntitle = "{mark}"\n',
    ),
    *added_health("condition", "--name", "name"),
    *added_health("medication", "--name", "name"),
    *added_health("allergy", "--name", "substance"),
    Writing(
        ("consent", "record", "C-0001", "--kind", "treatment", "--scope", "{mark}"),
        printed("CS", "consent", "clients_consent", "scope = :mark"),
        "{mark}",
    ),
    Writing(
        ("consent", "withdraw", "CS-0002", "--reason", "{mark}"),
        printed("CS", "consent", "clients_consent", "withdrawal_reason = :mark"),
        "{mark}",
    ),
]

# A note is stored when its body and the search index contain the mark, and its regions are stored.
NOTE_IS_WHOLE = (
    "instr(body, :mark) > 0"
    " AND note IN (SELECT note FROM soap_region)"
    " AND note IN (SELECT rowid FROM soap_search WHERE soap_search MATCH :mark)"
)

SOAP = [
    Writing(
        ("note", "new", "C-0001", "--complaint", "CO-0001", "--from", "-"),
        printed("N", "note", "soap_note", NOTE_IS_WHOLE + " AND state = 'draft'"),
        "{mark}",
        note=MARKED_NOTE,
    ),
    Writing(
        ("note", "new", "C-0001", "--complaint", "CO-0001", "--sign", "--another", "--from", "-"),
        printed("N", "note", "soap_note", NOTE_IS_WHOLE + " AND state = 'signed'"),
        "{mark}",
        note=MARKED_NOTE,
    ),
    Writing(
        ("note", "repeat", "C-0001", "--set", "subjective.concerns={mark}"),
        printed("N", "note", "soap_note", NOTE_IS_WHOLE + " AND state = 'draft'"),
        "{mark}",
    ),
    Writing(
        ("note", "edit", "N-0003", "--from", "-"),
        printed("N", "note", "soap_note", NOTE_IS_WHOLE + " AND note = 3"),
        "{mark}",
        note=MARKED_NOTE,
    ),
    Writing(
        ("note", "sign", "N-0004", "--another"),
        printed("N", "note", "soap_note", "note = 4 AND state = 'signed'"),
        r'"id": "N-0004"[^{]*?"state": "signed"',
    ),
    Writing(
        ("note", "amend", "N-0001", "--reason", "late", "--text", "{mark}"),
        printed(
            "N", "note", "soap_amendment", "text = :mark AND note IN"
            " (SELECT rowid FROM soap_search WHERE soap_search MATCH :mark)",
        ),
        "{mark}",
    ),
    Writing(
        ("note", "void", "N-0001", "--reason", "{mark}"),
        printed(
            "N", "note", "soap_amendment", "reason = :mark AND kind = 'void' AND note = 1 AND note IN"
            " (SELECT rowid FROM soap_search WHERE soap_search MATCH :mark)",
        ),
        "{mark}",
    ),
    Writing(
        ("note", "remove", "N-0005", "--yes"),
        unless_exists("", "soap_note", "note = 5")
        + " AND NOT EXISTS (SELECT 1 FROM soap_region WHERE note = 5)"
        " AND NOT EXISTS (SELECT 1 FROM soap_search_docsize WHERE id = 5)",
        r'^(?!.*"id": "N-0005")',
    ),
]

SAFETY = [
    Writing(
        ("safety", "override", "C-0001", "--rule", "blocks/heat-stop", "--technique", "hot-stone",
         "--reason", "{mark}"),
        "SELECT '' FROM safety_override WHERE reason = :mark",
        "{mark}",
    ),
    Writing(
        ("screen", "record", "C-0001", "none", "--remark", "{mark}"),
        printed("SC", "screen", "safety_screen", "remark = :mark"),
        "{mark}",
    ),
]

OUTCOMES = [
    Writing(
        ("measure", "record", "C-0001", "nprs", "4", "--complaint", "CO-0001", "--remark", "{mark}"),
        printed("M", "measure", "outcomes_measure", "remark = :mark"),
        "{mark}",
    ),
]

PLANS = [
    Writing(
        ("plan", "new", "CO-0004", "--relief", "6 weekly", "--remark", "{mark}"),
        printed("PL", "plan", "plans_plan", "remark = :mark"),
        "{mark}",
    ),
    Writing(
        ("plan", "edit", "PL-0001", "--remark", "{mark}"),
        printed("PL", "plan", "plans_plan", "remark = :mark"),
        "{mark}",
    ),
    Writing(
        ("plan", "take", "PL-0005", "R-0009"),
        printed("PL", "plan", "plans_plan", "instr(advice, 'walk daily') > 0"),
        r'"record": "R-0009"',
    ),
    Writing(
        ("plan", "review", "PL-0002", "--decision", "continue", "--text", "{mark}"),
        printed("PL", "plan", "plans_plan", "instr(reviews, :mark) > 0"),
        "{mark}",
    ),
    Writing(
        ("plan", "close", "PL-0003", "--reason", "other", "--status", "{mark}", "-o",
         "{place}/work/summary.txt"),
        "SELECT '{place}/work/summary.txt' FROM plans_plan WHERE instr(closing, :mark) > 0",
        "{mark}",
        file="summary.txt",
    ),
    Writing(
        ("goal", "add", "CO-0001", "{mark}"),
        printed("G", "goal", "plans_goal", "text = :mark"),
        "{mark}",
    ),
    Writing(
        ("goal", "edit", "G-0001", "--remark", "{mark}"),
        printed("G", "goal", "plans_goal", "remark = :mark"),
        "{mark}",
    ),
]

REFERRALS = [
    Writing(
        ("provider", "add", "--name", "{mark}", "--profession", "dentist"),
        printed("P", "provider", "referrals_provider", "name = :mark"),
        "{mark}",
    ),
    Writing(
        ("provider", "edit", "P-0002", "--notes", "{mark}"),
        printed("P", "provider", "referrals_provider", "notes = :mark"),
        "{mark}",
    ),
    Writing(
        tuple(REFERRAL.replace("why", "{mark}").split()),
        printed("R", "referral", "referrals_referral", "reason = :mark"),
        "{mark}",
    ),
    Writing(
        ("referral", "edit", "R-0001", "--goals", "{mark}", "--enclosure", "{mark}"),
        printed(
            "R", "referral", "referrals_referral", "goals = :mark AND referral IN"
            " (SELECT referral FROM referrals_enclosure WHERE text = :mark)",
        ),
        "{mark}",
    ),
    Writing(
        ("referral", "ready", "R-0002"),
        printed("R", "referral", "referrals_event", "referral = 2 AND state = 'ready'"),
        r'"id": "R-0002"[^{]*?"state": "ready"',
    ),
    Writing(
        ("referral", "send", "R-0003", "--via", "print"),
        printed(
            "R", "referral", "referrals_letter JOIN core_disclosure USING (disclosure)",
            "referral = 3",
        ),
        r'"id": "R-0003"[^{]*?"state": "sent"',
    ),
    Writing(
        ("provider", "merge", "P-0004", "--into", "P-0003", "--yes"),
        printed("P", "merged_into", "referrals_provider", "provider = 4 AND merged_into = 3"),
        r'"id": "P-0003"[^{]*?"phone": "\+15550177"',
    ),
    Writing(
        ("provider", "import", "-", "--as", "csv", "--format", "csv", "--fields", "provider"),
        printed("P", "provider", "referrals_provider", "name = :mark"),
        "{mark}",
        "name,profession\n{mark},dentist\n",
    ),
    Writing(
        ("referral", "receive", "C-0001", "--from", "P-0001", "--question", "{mark}",
         "--complaint", "CO-0001", "--attach", REPORT),
        printed("R", "referral", "referrals_referral", "reason = :mark AND direction = 'incoming'"),
        "{mark}",
    ),
    Writing(
        ("referral", "import", BUNDLE, "--bundle-passphrase", "{place}/horse", "--client", "C-0001"),
        printed("R", "referral", "referrals_referral", "reference = 'R-0042'"),
        r'"reference": "R-0042"',
    ),
    *referral_step("ack", 4, "received"),
    *referral_step("accept", 5, "accepted"),
    *referral_step("decline", 6, "declined", "--reason", "full"),
    *referral_step("seen", 7, "in-care"),
    Writing(
        ("referral", "reply", "R-0008", "--final", "--findings", "{mark}"),
        printed(
            "R", "referral", "referrals_event JOIN referrals_reply USING (referral, reply)",
            "findings = :mark",
        ),
        "{mark}",
    ),
    Writing(
        ("referral", "close", "R-0009", "--note", "{mark}"),
        printed(
            "R", "referral", "referrals_event JOIN referrals_reply USING (referral)",
            "note = :mark AND read_by IS NOT NULL",
        ),
        "{mark}",
    ),
    Writing(
        ("attachment", "remove", "A-0001"),
        unless_exists("A-0001", "core_attachment", "attachment = 1"),
        r'^(?!.*"id": "A-0001")',
    ),
    *referral_step("lost", 10, "lost"),
    *referral_step("cancel", 11, "cancelled"),
    *referral_step("void", 12, "void"),
]

# A file of a client's record is complete when its row is in the disclosure ledger.
EXPORTS = [
    Writing(
        (*what, "-o", "{place}/work/" + file, "--purpose", "{mark}"),
        f"SELECT '{{place}}/work/{file}' FROM core_disclosure WHERE purpose = :mark",
        "{mark}",
        file=file,
    )
    for what, file in (
        (("export", "client", "C-0001"), "chart.json"),
        (("export", "note", "N-0002"), "note.md"),
        (("export", "referral", "R-0001"), "letter.md"),
        (("referral", "letter", "R-0001"), "copy.md"),
        (("attachment", "write", "A-0002"), "report.pdf"),
        (("homecare", "handout", "C-0001"), "handout.md"),
        (("plan", "summary", "PL-0004"), "discharge.md"),
    )
]

# The same of a letter that leaves sealed.
EXPORTS.append(
    Writing(
        ("referral", "bundle", "R-0010", "-o", "{place}/work/letter.praxis-referral"),
        "SELECT '{place}/work/letter.praxis-referral' FROM core_disclosure"
        " WHERE instr(what, 'as bundle') > 0",
        "as bundle",
        file="letter.praxis-referral",
    )
)

HOME_CARE = [
    Writing(
        ("homecare", "add", "C-0001", "stand-up-cue", "--note", "{mark}"),
        printed("H", "homecare", "plans_homecare", "item = 'stand-up-cue' AND instr(content, :mark)"),
        "{mark}",
    ),
    Writing(
        ("homecare", "edit", "H-0001", "--note", "{mark}"),
        printed("H", "homecare", "plans_homecare", "homecare = 1 AND instr(content, :mark)"),
        "{mark}",
    ),
    Writing(
        ("homecare", "done", "C-0001", "yes", "--item", "H-0002", "--note", "{mark}"),
        "SELECT '' FROM plans_homecare WHERE instr(reports, :mark)",
        "{mark}",
    ),
    Writing(
        ("homecare", "end", "H-0003", "--reason", "{mark}"),
        printed("H", "homecare", "plans_homecare", "end_reason = :mark"),
        "{mark}",
    ),
    Writing(
        ("homecare", "tools", "C-0001", "--other", "{mark}"),
        printed("H", "homecare", "plans_homecare", "kind = 'tools' AND instr(content, :mark)"),
        "{mark}",
    ),
    Writing(
        ("homecare", "check", "C-0001", "desk", "--all", "yes"),
        printed("H", "homecare", "plans_homecare", "kind = 'checklist'"),
        r'"kind": "checklist"',
    ),
]

WRITINGS = CORE + CLIENTS + SOAP + SAFETY + OUTCOMES + PLANS + HOME_CARE + REFERRALS + EXPORTS

# Commands that write and are not in WRITINGS, each with its reason.
WRITTEN_ELSEWHERE = {
    "client erase": "rewrites the whole file: kills_alone, syscalls and erasures run it",
    "undo": "undoes the command before it, so it cannot run in any order: kills_alone and syscalls run it",
    "plugin purge": "deletes tables that other commands here write to",
}
