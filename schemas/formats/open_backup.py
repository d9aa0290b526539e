#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""open_backup.py BACKUP FOLDER [PASSPHRASE_FILE]: puts the files of a praxis backup into a new folder.

Does what backup.md and keys.md describe. Needs Python 3 and PyNaCl (python3-nacl), but not praxis. A
recovery code can take the place of the passphrase: without dashes, in capital letters.
"""
import hashlib, json, os, sys, unicodedata
import nacl.bindings as sodium
from nacl.exceptions import CryptoError


def find_data_key(slots, passphrase):
    for slot in slots:
        salt, nonce, sealed, box = (bytes.fromhex(slot[name]) for name in ("salt", "nonce", "sealed", "data_key"))
        derived = sodium.crypto_pwhash_alg(32, passphrase, salt, slot["passes"], slot["memory_kib"] * 1024,
                                           sodium.crypto_pwhash_ALG_ARGON2ID13)
        try:
            seed = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, slot["user"].encode(), nonce, derived)
        except CryptoError:
            continue
        public, secret = sodium.crypto_sign_seed_keypair(seed)
        return sodium.crypto_box_seal_open(box, sodium.crypto_sign_ed25519_pk_to_curve25519(public),
                                           sodium.crypto_sign_ed25519_sk_to_curve25519(secret))
    sys.exit("the passphrase opens no slot of the backup")


def find_stream_key(key, passphrase):
    if key["kind"] == "none":
        return bytes.fromhex(key["stream_key"])
    return hashlib.blake2b(key=find_data_key(json.loads(key["keys"])["slots"], passphrase), digest_size=32,
                           salt=bytes.fromhex(key["salt"]), person=b"praxis-backup").digest()


def read_content(backup, passphrase):
    end = 16 + int.from_bytes(backup[12:16], "little")
    digest = hashlib.blake2b(backup[:end], digest_size=32).digest()
    if backup[:12] != b"PRAXISB1\1\0\0\0" or digest != backup[end:end + 32]:
        sys.exit("this is not a praxis backup of version 1, or its header is damaged")
    key = find_stream_key(json.loads(backup[16:end])["key"], passphrase)
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, backup[end + 32:end + 56], key)
    content, extra, tag = bytearray(), backup[:end + 32], 0
    for place in range(end + 56, len(backup), 65553):
        chunk, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(state, backup[place:place + 65553], extra)
        content += chunk
        extra = None
    return content if tag == sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL else sys.exit("its end is missing")


os.umask(0o077)
words = open(sys.argv[3], encoding="utf-8").readline().rstrip("\r\n") if sys.argv[3:] else ""
content = read_content(open(sys.argv[1], "rb").read(), unicodedata.normalize("NFC", words).encode())
os.mkdir(sys.argv[2])
place = 4 + int.from_bytes(content[:4], "little")
for file in json.loads(content[4:place])["files"]:
    data, place = content[place:place + file["size"]], place + file["size"]
    if hashlib.blake2b(data, digest_size=32).hexdigest() != file["digest"] or "/" in file["name"]:
        sys.exit(file["name"] + " is damaged")
    open(os.path.join(sys.argv[2], file["name"]), "wb").write(data)
