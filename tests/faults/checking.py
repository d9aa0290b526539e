# SPDX-License-Identifier: MIT
"""Reads a practice without praxis: what is stored there, and whether it is whole.

A plain practice is opened with SQLite itself, in a copy, so that the files that a killed command left
stay as they are for the next command. praxis itself shows an encrypted one.
"""
import collections
import re
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path

from journal import Broken, Journal
from practice_under_test import PASSPHRASE

# The tables whose rows are journalled: not the journal, the access log, or rows made from other rows.
RECORDS = re.compile(
    r"^(core_(practice|user|disclosure|attachment)$|clients_|soap_(?!search|entry|template)|safety_|referrals_|plans_|outcomes_)"
)


class Violation(Exception):
    """praxis broke a promise."""


def demand(truth, what):
    if not truth:
        raise Violation(what)


DECRYPT = "ATTACH DATABASE '{path}' AS plain KEY ''; SELECT sqlcipher_export('plain'); DETACH DATABASE plain;\n"


class Stored:
    """A practice as it is on disk after a crash: a copy of its files. An encrypted one needs
    `alter`, the program alter_practice, which opens it."""

    def __init__(self, practice, alter=""):
        self.folder = tempfile.TemporaryDirectory(prefix="praxis-faults.")
        copy = Path(self.folder.name) / "practice.db"
        for ending in ("", "-wal", "-journal"):
            if Path(f"{practice}{ending}").exists():
                shutil.copy(f"{practice}{ending}", f"{copy}{ending}")
        if alter:
            copy = self.decrypt(practice, copy, alter)
        self.db = sqlite3.connect(copy)

    def decrypt(self, practice, copy, alter):
        shutil.copy(practice.with_suffix(".keys"), copy.with_suffix(".keys"))
        plain = copy.with_name("plain.db")
        plain.touch()
        done = subprocess.run([alter, str(copy), PASSPHRASE], input=DECRYPT.replace("{path}", str(plain)),
                              capture_output=True, text=True)
        demand(done.returncode == 0, f"the practice does not open: {done.stderr}")
        return plain

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.db.close()
        self.folder.cleanup()

    def rows(self, sql, **values):
        return self.db.execute(sql, values).fetchall()

    def answer(self, place, writing, mark):
        """The output that the writing command must print; None when it stored nothing."""
        sql = writing.stored.replace("{place}", str(place.folder))
        values = {"mark": mark} if ":mark" in sql else {}
        rows = self.rows(sql, **values)
        return str(rows[0][0]) if rows else None

    def change_sets(self):
        """Each change set: its command, and the rows added, changed and deleted in each table."""
        sets = {number: (command, collections.Counter()) for number, command in
                self.rows("SELECT change_set, command FROM core_change_set ORDER BY change_set")}
        for number, *change in self.rows("SELECT change_set, table_name, kind FROM core_change"):
            if RECORDS.match(change[0]):
                sets[number][1][tuple(change)] += 1
        return [(command, frozenset(changes.items()))
                for command, changes in sets.values() if changes]

    def check(self):
        """Checks what is true of every practice."""
        demand(self.rows("PRAGMA integrity_check") == [("ok",)], "integrity_check finds damage")
        demand(self.rows("PRAGMA foreign_key_check") == [], "a row refers to nothing")
        if self.rows("SELECT 1 FROM sqlite_schema WHERE name = 'soap_search'"):
            self.check_search()
        self.check_journal()

    def check_search(self):
        try:
            self.rows("INSERT INTO soap_search (soap_search) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            raise Violation(f"the full-text index is damaged: {error}") from error
        notes = self.rows("SELECT note FROM soap_note EXCEPT SELECT id FROM soap_search_docsize")
        words = self.rows("SELECT id FROM soap_search_docsize EXCEPT SELECT note FROM soap_note")
        demand(not notes and not words, f"notes and search index differ: {notes} {words}")

    def check_journal(self):
        try:
            Journal(self.db).check()
        except Broken as error:
            raise Violation(f"the journal: {error}") from error


# A practice that only praxis can read -----------------------------------------------------------

READINGS = [
    ["practice", "show", "--json"],
    ["user", "list", "--json"],
    ["user", "show", "U-0001", "--json"],
    ["credential", "list", "--json"],
    ["client", "list", "--all", "--json"],
    ["provider", "list", "--json"],
    ["provider", "show", "P-0002", "--json"],
    ["disclosure", "list", "--json"],
    ["export", "client", "C-0001", "--as", "json", "--purpose", "check"],
    ["export", "client", "C-0002", "--as", "json", "--purpose", "check"],
]


def everything_shown(place, readings=READINGS):
    """All that praxis shows of a practice. Each command must succeed."""
    shown = []
    for words in readings:
        outcome = place.run(words)
        demand(outcome.code == 0, f"praxis {' '.join(words)} fails: {outcome.describe()}")
        shown.append(outcome.out)
    return "\n".join(shown)


def is_shown(everything, writing, mark):
    pattern = writing.shown.replace("{mark}", re.escape(mark))
    return re.search(pattern, everything, re.DOTALL) is not None


def check_audit(place):
    """`praxis audit verify` finds nothing wrong, where the program has it."""
    if place.program.can_verify:
        outcome = place.run(["audit", "verify"])
        demand(outcome.code == 0, f"praxis audit verify: {outcome.describe()}")


def check_works(place):
    """The next command can write."""
    outcome = place.run(["client", "add", "--given", "Works", "--family", "Again", "--another"])
    demand(outcome.code == 0, f"the practice can no longer be written: {outcome.describe()}")
