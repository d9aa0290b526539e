# SPDX-License-Identifier: MIT
"""Random commands on notes, valid and invalid ones, and the practice that they work on.

A command knows what praxis promises for it after any other commands: that it is refused, or that it only
reads. Its arguments are drawn from the records that the practice contains at that moment.
"""
import json
from dataclasses import dataclass, replace

from practice_under_test import PASSPHRASE
from writing_commands import INIT, WHOLE_NOTE, settle


def lines_of(text):
    return tuple(line.strip() for line in text.strip().splitlines())


AUTHOR, COLLEAGUE = "U-0001", "U-0002"
CLIENTS = ("C-0001", "C-0002")

# Texts in many scripts; texts that do not belong in a name; texts that break other programs.
PLAIN = (
    "softer than last week", "drückt beim Gehen, Größe 38", "болит плечо", "πόνος στον αυχένα",
    "ألم في الكتف", "כאב בכתף", "腰が重い", "어깨가 뻐근함", "ปวดหลัง", "दर्द कम है", "né à Nîmes", "e\u0301 n\u0303",
)
HOSTILE = (
    "", " ", "\t\n", "'; DROP TABLE soap_note; --", "\x1b[31mred\x1b[0m", "%s%n%9999d", "\u202eabc\u202c",
    "\ufeff", "\u2028", "👩‍⚕️🦵🏽", "Z" + "\u0301" * 60, "x" * 4000, '"""', "\\",
    "a\r\nb", "[[block]]", "../../etc/passwd",
    "\x07\x08\x7f", "١٢", "N-0001", "=", "-1", "99999999999999999999", "1e999", "NaN", "{m}",
)
IN_FILES = (*HOSTILE, "\u0000")
BYTES = ("\udcff\udcfe", "a\udc80")  # not UTF-8; on the command line only

# The texts and numbers of the whole note that are replaced by others.
TEXTS = (
    "back and hips, as planned", "dull ache across the low back, worse after long sitting",
    "sit through a working day", "piriformis tender on the right", "no leg pain up to 70 degrees",
    "slow strokes along the erectors", "easier to bend, right side slower",
    "heat 15 min before bed", "sits an hour, before half an hour",
)
LINES = (
    ("minutes = 60", "minutes = 75"), ("tenderness = 3", "tenderness = 1"), ("pressure = 3", "pressure = 4"),
    ("region = \"lower-back\"", "region = \"glute\""), ("side = \"right\"", "side = \"left\""),
    ("pain_after = 4", "pain_after = 2"), ("date = \"2026-11-19 14:30\"", "date = \"2026-11-18 08:00\""),
    ("layer = \"deep\"", "layer = \"superficial\""), ("adverse = \"none\"", "adverse = \"a bruise\""),
)
BROKEN_LINES = (
    ("given = true", "given = false"), ("minutes = 60", "minutes = -5"), ("pressure = 3", "pressure = 9"),
    ("tool = \"forearm\"", "tool = \"hammer\""), ("[plan]", "[plan"), ("pain_now = 6", "pain_now = \"six\""),
    ("[assessment]", "[assessment]\nno_such_field = 1"),
    ("date = \"2026-11-19 14:30\"", "date = \"2026-13-45\""),
    ("[objective]", "[subjective]"), ("skin_after = \"clear\"\n", ""), ("technique = [\"deep-tissue\"]", ""),
    ("minutes = 60", "minutes = 9223372036854775807"), ("given = true", "given = 1"),
)
WORK = (
    ("dt both lower-back 20m p3 forearm deep t6 soft skin=clear told -- ROM WNL", "find l-QL high tend3"),
    ("tp L-QL 8>3 tb hss refers=pain fam ref=glute js hold=60x3 15m", "find l-QL high tend3"),
    ("dt neck 10m p2 knuckle deep t3 soft skin=clear told", "find neck high tend2"),
)
WHOLE_VISIT = (
    'note 60m agreed well fine 7>4 cc="low back aches" goal="sit a day" resp="bends freer" prog=better'
    ' next="in 2 weeks"'
)
AGAIN = lines_of("""
    consent.given=yes
    pain_now=4
    medication_today=none
    block.tolerance=5
    block.response=softened
    block.skin_after=clear
    block.after_effects_told=yes
    pain_after=2
    adverse=none
    progress=sits longer
""")
FIELDS = lines_of("""
    minutes=45
    pain_now=3
    subjective.goal={text}
    block.text={text}
    assessment.response={text}
    block.pressure=2
    plan.next_visit=in 3 weeks
    plan.homecare={text};{text}
    block.region=neck
    block.side=left
    objective.finding.1.text={text}
    carried=
""")
WRONG_FIELDS = lines_of("""
    no.such.field=1
    block.9.pressure=2
    minutes=soon
    pain_now=11
    =
    minutes
    block.0.minutes=3
    block.-1.minutes=3
    carried=no
    block.region={text}
    {hostile}={hostile}
    date=32 May
    note.state=signed
    signature=00
    objective.finding.999999999.text=x
""")
READS = lines_of("""
    note check {note}
    note show {note}
    note show {note} --json
    note list --client {client}
    note list --state signed --json
    note find {word}
    note find {word} --ranked --client {client}
    note diff {note} {other}
    note diff {note} {other} --json
    note last {client}
    note form -t deep-tissue
    undo --list
    note check {note} --profile michigan
    client timeline {client}
    todo
    audit show
""")
# These change what a note's header contains, or what decides whether a note can be signed.
AROUND = lines_of("""
    client edit {client} --given {text}
    client edit {client} --family {hostile}
    client edit {client} --phone +15550177
    client edit {client} --address {hostile}
    client edit {client} --full-name {text}
    client edit {client} --born 1990-02-03
    user edit U-0001 --name {text}
    user edit U-0001 --licence {hostile}
    user edit U-0001 --qualifications {text}
    practice edit --name {text}
    practice edit --address {hostile}
    practice edit --website https://x.example
    complaint edit {complaint} --title {text}
    complaint edit {complaint} --side left
    complaint edit {complaint} --region neck
    complaint close {complaint} --reason resolved
    complaint add {client} --region shoulder --side right
    condition add {client} --name {text}
    condition edit 1 --name {text}
    condition edit 1 --status past
    condition remove 1 --yes
    condition add {client} --none-known
    client archive {client}
    client erase {client}
    consent record {client} --kind treatment
    consent record C-0001 --kind treatment
    consent record {client} --kind treatment --technique deep-tissue --region neck
    consent withdraw CS-0001 --reason {text}
    practice edit --time-zone Asia/Tokyo
    practice edit --jurisdiction US-MI
    technique show deep-tissue
    medication add {client} --name {text}
    user edit U-0002 --inactive
""")
# Refused in every practice.
WRONG = lines_of("""
    note
    note sing {note}
    note new
    note new nobody --from -
    note new {client} --from no-such-file.toml
    note new {client} -t no-such-technique -s minutes=3
    note new {client} --no-such-option
    note show N-9999
    note show {hostile}?
    note sign N-9999
    note amend N-9999 --reason a --text b
    note void N-9999 --reason a
    note void {note}
    note edit N-9999 -s minutes=3
    note remove N-9999 --yes
    note new {client} -w wobble
    note new {client} --complaint CO-9999 -s minutes=3
    note sign {note} --meaning witness
    note list --state gone
    note list --since {hostile}?
    note diff {note} N-9999
    note repeat nobody
    note amend {note} --reason a
    note sign {note} --as-of 2026-01-01
    note amend {note} --reason a --text
    note check {note} --profile nowhere
    note new {client} --date yesterday -s minutes=3
    note last nobody
""")


@dataclass(frozen=True)
class Command:
    """One command, and what praxis promises for it."""

    words: tuple
    stdin: str = ""
    user: str = AUTHOR
    kind: str = ""  # how a kept promise is counted
    must_fail: bool = False
    is_read_only: bool = False
    signs: bool = False  # it makes a signature or an amendment, which undo refuses

    @property
    def is_dry(self):
        return "--dry-run" in self.words


@dataclass
class Known:
    """The state of a practice: its notes as {number: (client, whether signed)}."""

    notes: dict
    just_signed: bool = False

    def some(self, chance, signed):
        found = [number for number, (_, is_signed) in self.notes.items() if is_signed == signed]
        return chance.choice(found) if found else None

    def any(self, chance):
        return chance.choice([*self.notes, "N-0001"])

    def is_signed(self, note):
        return self.notes.get(note, (None, False))[1]


class Commands:
    """Draws random commands."""

    def __init__(self, chance):
        self.chance = chance
        self.makers = {
            self.new_from: 9, self.new_work: 5, self.new_set: 3, self.repeat: 7, self.edit: 9, self.sign: 9,
            self.review: 3, self.amend: 8, self.remove: 4, self.look: 8, self.around: 16, self.undo: 7,
            self.wrong: 9, self.foreign_complaint: 2,
        }

    def draw(self, known):
        maker = self.chance.choices(list(self.makers), list(self.makers.values()))[0]
        if known.just_signed and self.chance.random() < 0.2:
            maker = self.undo
        command = maker(known)
        if self.chance.random() < 0.07:
            command = replace(command, words=("--dry-run", *command.words), signs=False)
        return command

    def text(self):
        return self.chance.choice(PLAIN)

    def hostile(self, pool=HOSTILE + BYTES):
        return self.chance.choice(pool)

    def word(self):
        return self.hostile() if self.chance.random() < 0.3 else self.text()

    def fill(self, template, known):
        """The arguments of a template. A placeholder becomes one argument, also with spaces in it."""
        made = {
            "{client}": lambda: self.chance.choice(CLIENTS), "{note}": lambda: known.any(self.chance),
            "{other}": lambda: known.any(self.chance), "{word}": lambda: self.word(),
            "{complaint}": lambda: self.chance.choice(("CO-0001", "CO-0002")),
            "{text}": self.word, "{hostile}": self.hostile,
        }
        words = []
        for word in template.split():
            for name, make in made.items():
                while name in word:
                    word = word.replace(name, make().replace("{", "("), 1)
            words.append(word)
        return tuple(words)

    def note_file(self):
        """The whole note with other texts; one in six has an error."""
        note = WHOLE_NOTE
        for words in self.chance.sample(TEXTS, 4):
            other = self.text() if self.chance.random() < 0.8 else self.hostile(IN_FILES)
            note = note.replace(json.dumps(words), json.dumps(other, ensure_ascii=False))
        for old, new in self.chance.sample(LINES, 2):
            note = note.replace(old, new)
        if self.chance.random() < 1 / 6:
            note = self.broken(note)
        return note

    def broken(self, note):
        way = self.chance.randrange(4)
        if way == 0:
            return note[: self.chance.randrange(len(note))]
        if way == 1:
            return note.replace("text =", f"text = {self.hostile(IN_FILES)}", 1)
        old, new = self.chance.choice(BROKEN_LINES)
        return note.replace(old, new)

    def sets(self, fields, most):
        words = []
        for field in self.chance.sample(fields, self.chance.randint(1, most)):
            for name, make in (("{text}", self.word), ("{hostile}", self.hostile)):
                while name in field:
                    field = field.replace(name, make().replace("{", "("), 1)
            words += ["--set", field]
        return tuple(words)

    def some_sets(self):
        if self.chance.random() < 0.15:
            return self.sets(WRONG_FIELDS, 2)
        return self.sets(FIELDS, 3)

    def maybe_sign(self, likely):
        return ("--sign", "--another") if self.chance.random() < likely else ()

    # Writing --------------------------------------------------------------------------------

    def new_from(self, known):
        client = self.chance.choice(CLIENTS)
        words = ["note", "new", client, "--from", "-", *self.maybe_sign(0.6)]
        if self.chance.random() < 0.4:
            words += ["--complaint", client.replace("C", "CO")]
        if self.chance.random() < 0.2:
            words += self.some_sets()
        return Command(tuple(words), self.note_file(), signs="--sign" in words)

    def new_work(self, known):
        lines = [*self.chance.choice(WORK), WHOLE_VISIT][: self.chance.choice((2, 3, 3, 3))]
        if self.chance.random() < 0.15:
            lines.append(self.word())
        work = [word for line in lines for word in ("--work", line)]
        words = ["note", "new", self.chance.choice(CLIENTS), *work, *self.maybe_sign(0.7)]
        return Command(tuple(words), signs="--sign" in words)

    def new_set(self, known):
        client, technique = self.chance.choice(CLIENTS), self.chance.choice(("swedish", "deep-tissue"))
        fields = ("-s", "block.region=neck", "-s", "block.minutes=30", *self.some_sets())
        return Command(("note", "new", client, "-t", technique, *fields))

    def repeat(self, known):
        again = [word for field in AGAIN for word in ("-s", field)]
        if self.chance.random() < 0.2:
            again = ["-w", "note 5>3"]
        words = ["note", "repeat", self.chance.choice(CLIENTS), *again, *self.maybe_sign(0.6)]
        if self.chance.random() < 0.2:
            words += ["--note", known.any(self.chance)]
        return Command(tuple(words), signs="--sign" in words)

    def edit(self, known):
        note = known.some(self.chance, signed=self.chance.random() < 0.4) or known.any(self.chance)
        how, stdin = self.chance.choice((
            (self.some_sets(), ""), (("--from", "-"), self.note_file()),
            (("--work", self.chance.choice(WORK)[0]), ""),
        ))
        command = Command(("note", "edit", note, *how), stdin, kind="edits of signed notes refused")
        return self.on_signed(known, note, command)

    def on_signed(self, known, note, command):
        return replace(command, must_fail=True) if known.is_signed(note) else replace(command, kind="")

    def sign(self, known):
        note = known.some(self.chance, signed=self.chance.random() < 0.25) or known.any(self.chance)
        user = COLLEAGUE if self.chance.random() < 0.15 else AUTHOR
        command = Command(("note", "sign", note, "--another"), user=user, signs=True, kind="second signatures refused")
        if user == COLLEAGUE and not known.is_signed(note):  # only the author signs as the author
            return replace(command, must_fail=True, kind="signatures for another refused")
        return self.on_signed(known, note, command)

    def review(self, known):
        note = known.some(self.chance, signed=self.chance.random() < 0.2) or known.any(self.chance)
        command = Command(("note", "sign", note, "--meaning", "reviewer", "--another"), user=COLLEAGUE,
                          signs=True, kind="second signatures refused")
        return self.on_signed(known, note, command)

    def amend(self, known):
        note = known.some(self.chance, signed=self.chance.random() < 0.85) or known.any(self.chance)
        user = self.chance.choice((AUTHOR, COLLEAGUE))
        words = ("note", "amend", note, "--reason", self.word(), "--text", self.word())
        return Command(words, user=user, signs=True)

    def remove(self, known):
        note = known.some(self.chance, signed=self.chance.random() < 0.5) or known.any(self.chance)
        return self.on_signed(known, note, Command(("note", "remove", note, "--yes"),
                                                   kind="removals of signed notes refused"))

    # Reading, changing other records, undoing, invalid commands -------------------------------

    def look(self, known):
        return Command(self.fill(self.chance.choice(READS), known), is_read_only=True)

    def around(self, known):
        return Command(self.fill(self.chance.choice(AROUND), known))

    def undo(self, known):
        return Command(("undo", "--yes"), must_fail=known.just_signed,
                       kind="undos of signatures and amendments refused")

    def wrong(self, known):
        template = self.chance.choice(WRONG)
        words = tuple(word.removesuffix("?") if "{hostile}?" in shown else word
                      for word, shown in zip(self.fill(template, known), template.split()))
        if "{hostile}?" in template:  # may name a record
            return Command(words, is_read_only=True)
        stdin = self.note_file() if "-" in words else ""
        return Command(words, stdin, must_fail=True, kind="wrong commands refused")

    def foreign_complaint(self, known):
        client = self.chance.choice(CLIENTS)
        other = "CO-0002" if client == "C-0001" else "CO-0001"
        words = ("note", "new", client, "--complaint", other, "--from", "-", *self.maybe_sign(0.5))
        return Command(words, self.note_file(), must_fail=True, kind="complaints of others refused")


BASE = lines_of("""
    client add --given Maria --family Lopez --born 1984-05-02
    client add --given Tom --family Reed
    complaint add C-0001 --region lower-back --side both
    complaint add C-0002 --region neck --side left
    condition add C-0001 --name asthma
    condition add C-0001 --name gout
    condition add C-0002 --none-known
    consent record C-0001 --kind treatment --on 2026-11-12
""")


def make_notes_base(place):
    """Makes two users and two clients, each client with a complaint, a signed note and a draft."""
    secrecy = [] if place.encrypted else ["--unencrypted"]
    settle(place, [*INIT, "--licence", "LMT-1044", *secrecy], "")
    own = ["--new-passphrase-file", str(passphrase_of_colleague(place))] if place.encrypted else []
    settle(place, ["user", "add", "--name", "Paul Roux", *own], "")
    for words in BASE:
        settle(place, words.split(), "")
    for client in CLIENTS:
        settle(place, ["note", "new", client, "--sign", "--from", "-"], WHOLE_NOTE)
        settle(place, ["note", "new", client, "--from", "-"], WHOLE_NOTE)
    return place


def passphrase_of_colleague(place):
    """A file with the same passphrase, so that one file opens the practice for both users."""
    path = place.folder / "work" / "passphrase"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    path.chmod(0o600)
    return path
