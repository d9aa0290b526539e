#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""open_bundle.py BUNDLE FOLDER PASSPHRASE_FILE: puts the files of a praxis-referral bundle into a new folder.

Does what referral-bundle.md describes: opens the seal, checks the signature, and writes content.json (without
the files), message.json (FHIR) and each file. Needs Python 3 and PyNaCl (python3-nacl), but not praxis. The
canonical JSON that Python writes is that of RFC 8785 for the short numbers and ASCII keys of a bundle.
"""
import base64, hashlib, json, os, sys, unicodedata
import nacl.bindings as sodium
from nacl.exceptions import CryptoError, BadSignatureError
from nacl.signing import VerifyKey


def find_stream_key(key, passphrase):
    salt, nonce, sealed = (bytes.fromhex(key[name]) for name in ("salt", "nonce", "sealed"))
    derived = sodium.crypto_pwhash_alg(32, passphrase, salt, key["passes"], key["memory_kib"] * 1024,
                                       sodium.crypto_pwhash_ALG_ARGON2ID13)
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, b"praxis-passphrase", nonce, derived)
    except CryptoError:
        sys.exit("the passphrase does not open the bundle")


def read_content(bundle, passphrase):
    end = 16 + int.from_bytes(bundle[12:16], "little")
    digest = hashlib.blake2b(bundle[:end], digest_size=32).digest()
    if bundle[:12] != b"PRAXISR1\1\0\0\0" or digest != bundle[end:end + 32]:
        sys.exit("this is not a bundle of version 1, or its header is damaged")
    key = find_stream_key(json.loads(bundle[16:end])["key"], passphrase)
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, bundle[end + 32:end + 56], key)
    content, extra, tag = bytearray(), bundle[:end + 32], 0
    for place in range(end + 56, len(bundle), 65553):
        chunk, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(state, bundle[place:place + 65553], extra)
        content += chunk
        extra = None
    return content if tag == sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL else sys.exit("its end is missing")


def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


if __name__ == "__main__":
    os.umask(0o077)
    words = open(sys.argv[3], encoding="utf-8").readline().rstrip("\r\n")
    whole = json.loads(read_content(open(sys.argv[1], "rb").read(), unicodedata.normalize("NFC", words).encode()))
    content, signature = whole["content"], whole["signature"]
    try:
        VerifyKey(bytes.fromhex(signature["public_key"])).verify(canonical(content), bytes.fromhex(signature["value"]))
    except BadSignatureError:
        sys.exit("the signature does not belong to the content")
    os.mkdir(sys.argv[2])
    for file in content.pop("files"):
        data = base64.b64decode(file["bytes"])
        if hashlib.blake2b(data, digest_size=32).hexdigest() != file["digest"] or "/" in file["name"]:
            sys.exit(file["name"] + " is damaged")
        open(os.path.join(sys.argv[2], file["name"]), "wb").write(data)
    json.dump(content.pop("message"), open(os.path.join(sys.argv[2], "message.json"), "w"), indent=2)
    json.dump(content, open(os.path.join(sys.argv[2], "content.json"), "w"), indent=2)
