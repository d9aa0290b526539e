# SPDX-License-Identifier: MIT
"""The commands that change a practice as a whole: new keys, new passphrases, an erasure, a backup, a
restore and an undo. After a disturbance the practice opens with the old passphrase or the new one, shows
the records from before the command or from after it, and its journal can be verified.
"""
from dataclasses import dataclass

from checking import check_audit, check_works, demand, everything_shown
from practice_under_test import Started

NEW_PASSPHRASE = "hammock violin copper basin"


@dataclass(frozen=True)
class Alone:
    """A command that no other may run beside. {new} is the file of another passphrase."""

    words: tuple
    encrypted: bool
    # Whether the records differ afterwards; a backup or another key does not change them.
    changes: bool = True
    before: tuple = ()  # commands to run first


ERASE = ("client", "erase", "C-0003", "--reason", "asked for", "--despite-retention", "--confirm", "C-0003")
CLIENT_TO_ERASE = (
    ("client", "add", "--given", "Una", "--family", "Lost"),
    ("condition", "add", "C-0003", "--name", "arthrosis"),
)
BACKUP = ("backup", "create", "-o", "{place}/work/one.praxis-backup", "--force")
OPEN_BACKUP = (*BACKUP, "--unencrypted")
RESTORE = ("backup", "restore", "{place}/work/one.praxis-backup", "--replace", "--confirm", "Hands On")
ALONE = (
    Alone(("practice", "edit", "--new-key"), True, changes=False),
    Alone(("practice", "edit", "--new-recovery-code"), True, changes=False),
    Alone(("user", "edit", "U-0001", "--new-passphrase-file", "{new}"), True, changes=False),
    Alone(("undo", "--yes"), False),
    Alone(("undo", "--yes"), True),
    Alone(ERASE, False, before=CLIENT_TO_ERASE),
    Alone(ERASE, True, before=CLIENT_TO_ERASE),
    Alone(OPEN_BACKUP, False, changes=False),
    Alone(BACKUP, True, changes=False),
    Alone(RESTORE, False, before=(OPEN_BACKUP,)),
    Alone(RESTORE, True, before=(BACKUP,)),
)
# Runs between backup and restore; undo takes it back.
LAST_CHANGE = ("client", "edit", "C-0002", "--occupation", "welder")


# Their output distinguishes the states of the practice.
READS = (
    ("client", "list", "--all", "--json"),
    ("client", "show", "C-0002", "--json"),
    ("note", "list", "--json"),
    ("referral", "list", "--json"),
)


class Prepared:
    """A practice before a command, and what praxis shows before and after it."""

    def __init__(self, test, alone, base, number):
        self.test, self.alone = test, alone
        self.place = base.copy(test.folder / f"prepared{number}")
        self.place.passphrase = base.passphrase
        self.new = test.folder / "new-passphrase"
        self.new.touch(mode=0o600)
        self.new.write_text(NEW_PASSPHRASE + "\n", encoding="utf-8")
        self.new.chmod(0o600)
        for words in (*alone.before, LAST_CHANGE):
            outcome = self.place.run(self.spell(self.place, words))
            demand(outcome.code == 0, f"{words} fails: {outcome.describe()}")
        self.without = self.shown(self.place)
        done = self.begin("undisturbed")
        started = Started(done, self.spell(done, alone.words))
        outcome = started.outcome()
        demand(outcome.code == 0, f"{alone.words} fails undisturbed: {outcome.describe()}")
        self.seconds = started.age()
        done.passphrase = self.new if "{new}" in alone.words else done.passphrase
        self.with_it = self.shown(done)
        demand((self.with_it != self.without) == alone.changes, f"{alone.words} shows no difference")
        done.remove()

    def begin(self, name):
        return self.place.copy(self.test.folder / f"{self.place.folder.name}-{name}")

    def spell(self, place, words):
        return [word.replace("{place}", str(place.folder)).replace("{new}", str(self.new)) for word in words]

    def shown(self, place):
        """Everything that praxis shows, read in a copy, because reading writes to the access log."""
        copy = place.copy(place.folder.with_name(place.folder.name + "-shown"))
        copy.passphrase = place.passphrase
        shown = everything_shown(copy, READS)
        copy.remove()
        return shown


def find_passphrase(prepared, place):
    """Finds out whether the old passphrase opens the practice, or the command's new one."""
    if place.run(["practice", "show"]).code == 0:
        return "old"
    place.passphrase = prepared.new
    outcome = place.run(["practice", "show"])
    demand("{new}" in prepared.alone.words and outcome.code == 0,
           f"neither passphrase opens it: {outcome.describe()}")
    return "new"


def check(prepared, place, outcome):
    opened_by = find_passphrase(prepared, place)
    shown = prepared.shown(place)
    demand(shown in (prepared.without, prepared.with_it), "the records are neither those from before nor those from after")
    is_done = shown == prepared.with_it if prepared.alone.changes else None
    if outcome.code == 0:
        demand(is_done is not False, "acknowledged, but the records have not changed")
        demand("{new}" not in prepared.alone.words or opened_by == "new", "the old passphrase still opens it")
    if is_done:
        prepared.test.count("done")
    if BACKUP[:2] == prepared.alone.words[:2]:
        check_backup(place, outcome)
    check_audit(place)
    check_works(place)
    left = [one.name for one in place.practice.parent.iterdir() if one.name.endswith(".erasing")]
    demand(not left, f"{left} remains")


def check_backup(place, outcome):
    file = place.folder / "work" / "one.praxis-backup"
    demand(outcome.code != 0 or file.exists(), "acknowledged, but there is no backup")
    if file.exists():
        verified = place.run(["backup", "verify", str(file)])
        demand(verified.code == 0, f"the backup does not restore: {verified.describe()}")
