# SPDX-License-Identifier: MIT
"""The rows of signed notes for a forger who changes them without praxis: the triggers are removed, and the
forger knows how the signed bytes are made, but has no user's key.
"""
import ctypes
import ctypes.util
import hashlib
import json
import sqlite3
import uuid
from datetime import datetime, timedelta, timezone

from checking import demand

# The columns of a note that are its signature.
SIGNATURE = ("signed_at", "signed_offset", "signer", "meaning", "header", "digest", "signing", "previous",
             "public_key", "signature")


class StrangerKey:
    """A key that belongs to no user, and signatures with it (Ed25519 of libsodium, as in praxis)."""

    def __init__(self, seed):
        self.sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
        self.secret = ctypes.create_string_buffer(64)
        public = ctypes.create_string_buffer(32)
        self.sodium.crypto_sign_seed_keypair(public, self.secret, seed)
        self.public = public.raw

    def sign(self, text):
        value = ctypes.create_string_buffer(64)
        length = ctypes.c_ulonglong(len(text))
        self.sodium.crypto_sign_detached(value, None, text, length, self.secret)
        return value.raw


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def iso_time(seconds, minutes_east):
    zone = timezone(timedelta(minutes=minutes_east))
    return datetime.fromtimestamp(seconds, zone).isoformat()


def edited(value, chance):
    """The same JSON with one thing changed somewhere in it."""
    if isinstance(value, dict):
        key = chance.choice(sorted(value))
        return {**value, key: edited(value[key], chance)}
    if isinstance(value, list) and value:
        place = chance.randrange(len(value))
        return [*value[:place], edited(value[place], chance), *value[place + 1:]]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + chance.choice((-1, 1))
    if isinstance(value, str) and value:
        place = chance.randrange(len(value))
        other = chance.choice([sign for sign in "aeb9" if sign != value[place]])
        return value[:place] + other + value[place + 1:]
    return "x"


def digest_of(data):
    return hashlib.blake2b(data, digest_size=32).digest()


class Rows:
    """A plain practice opened without its triggers; __exit__ restores them."""

    def __init__(self, practice):
        self.db = sqlite3.connect(practice)
        self.db.row_factory = sqlite3.Row

    def __enter__(self):
        triggers = self.db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        self.triggers = [sql for _, sql in triggers]
        for name, _ in triggers:
            self.db.execute(f"DROP TRIGGER {name}")
        return self

    def __exit__(self, *reason):
        for sql in self.triggers:
            self.db.execute(sql)
        self.db.commit()
        self.db.close()

    def row(self, table, number):
        return dict(self.db.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone())

    def numbers(self, sql):
        return [number for number, in self.db.execute(sql)]

    def set(self, table, number, **values):
        columns = ", ".join(f"{name} = :{name}" for name in values)
        sql = f"UPDATE {table} SET {columns} WHERE rowid = :row"
        changed = self.db.execute(sql, {**values, "row": number})
        demand(changed.rowcount == 1, f"{table} {number} was not forged")

    def insert(self, table, row):
        marks = ", ".join(f":{name}" for name in row)
        self.db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)

    def delete(self, table, where):
        self.db.execute(f"DELETE FROM {table} WHERE {where}")

    def signed(self):
        """The signed notes in the order of their signatures."""
        return self.numbers("SELECT note FROM soap_note WHERE state = 'signed' ORDER BY signing")

    def drafts(self):
        return self.numbers("SELECT note FROM soap_note WHERE state = 'draft'")

    def last_signing(self):
        return self.row("soap_note", self.signed()[-1])

    def signed_bytes(self, note):
        """The bytes that a note's signature covers: plugins/soap/sign/note_signing.cpp."""
        row = self.row("soap_note", note)
        header = json.loads(row["header"])
        return canonical({
            "format": "praxis-note/1",
            "note": str(uuid.UUID(bytes=row["uuid"])),
            "client": str(uuid.UUID(bytes=self.row("clients_client", row["client"])["uuid"])),
            "began": iso_time(row["began_at"], row["began_offset"]),
            "header": header,
            "body": json.loads(row["body"]),
            "templates": json.loads(self.row("soap_template", row["templates"])["text"]),
            "signer": header["signer"]["uuid"],
            "signed_at": iso_time(row["signed_at"], row["signed_offset"]),
            "meaning": row["meaning"],
            "signing": row["signing"],
            "previous": row["previous"].hex() if row["previous"] else None,
        }).encode()

    def digest(self, note):
        return digest_of(self.signed_bytes(note))

    def redigest(self, note):
        self.set("soap_note", note, digest=self.digest(note))
