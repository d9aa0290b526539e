# SPDX-License-Identifier: MIT
"""Reads the change journal without praxis, as schemas/formats/journal.md describes it.

It checks numbers, digests and erasures of sets and changes, and walks each row back through its
changes. It does not check signatures: Python's own library has no Ed25519.
"""
import hashlib
import struct

ADDED, CHANGED, REMOVED = 1, 2, 3


class Broken(Exception):
    """The journal differs from the practice or from its format."""


def demand(truth, what):
    if not truth:
        raise Broken(what)


# Rows --------------------------------------------------------------------------------------------

def length_bytes(length):
    out = bytearray()
    while True:
        low, length = length & 0x7F, length >> 7
        out.append(low | (0x80 if length else 0))
        if not length:
            return bytes(out)


def counted(data):
    return length_bytes(len(data)) + data


def encode_row(row):
    out = bytearray()
    for name in sorted(row, key=str.encode):
        value = row[name]
        out += counted(name.encode())
        if value is None:
            out += b"\x00"
        elif isinstance(value, int):
            out += b"\x01" + struct.pack("<q", value)
        elif isinstance(value, float):
            out += b"\x02" + struct.pack("<d", value + 0.0)
        elif isinstance(value, str):
            out += b"\x03" + counted(value.encode())
        else:
            out += b"\x04" + counted(bytes(value))
    return bytes(out)


def decode_row(data):
    at = 0

    def take(count):
        nonlocal at
        demand(at + count <= len(data), "a row ends too early")
        at += count
        return data[at - count:at]

    def take_counted():
        length, shift = 0, 0
        while True:
            byte, = take(1)
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return take(length)

    readers = {
        0: lambda: None,
        1: lambda: struct.unpack("<q", take(8))[0],
        2: lambda: struct.unpack("<d", take(8))[0],
        3: lambda: take_counted().decode(),
        4: lambda: bytes(take_counted()),
    }
    row = {}
    while at < len(data):
        name = take_counted().decode()
        row[name] = readers[take(1)[0]]()
    return row


def put_back(row, old):
    older = {**row, **old}
    return {name: value for name, value in older.items() if value is not None}


# Digests -----------------------------------------------------------------------------------------

def number(value):
    return struct.pack("<q", value)


def text(value):
    if value is None:
        return number(-1)
    data = value.encode() if isinstance(value, str) else value
    return number(len(data)) + data


def digest(data, key=b""):
    return hashlib.blake2b(data, key=key, digest_size=32).digest()


class Change:
    COLUMNS = "change, change_set, table_name, row_number, kind, old, salt, digest, erased_by"

    def __init__(self, row):
        (self.number, self.change_set, self.table, self.row_number, self.kind, self.old, self.salt,
         self.digest, self.erased_by) = row

    def digest_with(self, after):
        image = None if after is None else encode_row(after)
        return digest(
            text(self.table) + number(self.row_number) + text(image) + text(self.old), self.salt
        )

    def before(self, after):
        if self.kind == ADDED:
            return None
        old = decode_row(self.old)
        return old if self.kind == REMOVED else put_back(after, old)


class Journal:
    """The journal of an open sqlite3 connection."""

    def __init__(self, db):
        self.db = db

    def rows(self, sql, *values):
        return self.db.execute(sql, values).fetchall()

    def changes(self, where="", *values):
        return [Change(row) for row in self.rows(
            f"SELECT {Change.COLUMNS} FROM core_change {where} ORDER BY change", *values)]

    def check(self):
        self.check_sets()
        for table in self.journalled_tables():
            self.check_rows(table)

    # the chain

    def check_sets(self):
        changes = iter(self.changes())
        previous, last = b"", 0
        for index, row in enumerate(self.rows(
                "SELECT change_set, at, user, login, command, last_change, schema, erased,"
                " signing_key, digest FROM core_change_set ORDER BY change_set")):
            (this, at, user, login, command, last_change, schema, erased, key, found) = row
            demand(this == index + 1, f"change set {index + 1} is missing")
            covered = b""
            for expected in range(last + 1, last_change + 1):
                change = next(changes, None)
                demand(change and change.number == expected, f"change {expected} is missing")
                demand(change.change_set == this, f"change {expected} is not of set {this}")
                covered += (text(change.table) + number(change.row_number) + number(change.kind)
                            + change.digest)
            wanted = digest(
                text("praxis-journal/2") + text(previous) + number(this) + number(at)
                + number(user or 0) + text(login) + text(command) + number(key or 0) + text(schema)
                + text(erased) + number(last_change - last) + covered
            )
            demand(wanted == found, f"change set {this} has another digest")
            if erased is not None:
                demand(self.digest_of_erasure(this) == erased, f"erasure of set {this} differs")
            previous, last = found, last_change
        demand(next(changes, None) is None, "a change belongs to no set")

    def digest_of_erasure(self, change_set):
        return digest(b"".join(
            number(change) + found for change, found in self.rows(
                "SELECT change, digest FROM core_change WHERE erased_by = ? ORDER BY change",
                change_set)))

    # the rows

    def journalled_tables(self):
        derived = {name for names, in self.rows("SELECT derived_tables FROM core_plugin")
                   for name in names.split()}
        return [name for name, without_rowid in self.rows(
                    "SELECT name, wr FROM pragma_table_list WHERE schema = 'main'"
                    " AND type = 'table' ORDER BY name")
                if name not in derived and not without_rowid and not name.startswith("sqlite_")
                and name not in ("core_change", "core_change_set")]

    def contents(self, table):
        cursor = self.db.execute(f'SELECT rowid, * FROM "{table}"')
        names = [column[0] for column in cursor.description][1:]
        return {row[0]: {name: value for name, value in zip(names, row[1:]) if value is not None}
                for row in cursor}

    def check_rows(self, table):
        rows = self.contents(table)
        histories = {}
        for change in self.changes("WHERE table_name = ?", table):
            histories.setdefault(change.row_number, []).insert(0, change)
        demand(rows.keys() <= histories.keys(), f"{table} has rows that nobody added")
        for row_number, history in histories.items():
            for _ in self.states(table, rows.get(row_number), history):
                pass

    def states(self, table, image, history):
        """The states of a row, from the newest to the oldest that is not erased."""
        demand((history[0].kind == REMOVED) == (image is None), f"{table} differs from the journal")
        for index, change in enumerate(history):
            if change.erased_by is not None:
                demand(all(older.erased_by for older in history[index:]), "older than an erasure")
                return
            demand(change.digest_with(image) == change.digest,
                   f"{table} row {change.row_number} differs at change {change.number}")
            yield image
            image = change.before(image)
        demand(image is None, f"{table} row {history[0].row_number} was never added")

    def history(self, table, row_number):
        """All states of one row, the newest first."""
        changes = self.changes("WHERE table_name = ? AND row_number = ?", table, row_number)
        return list(self.states(table, self.contents(table).get(row_number), changes[::-1]))
