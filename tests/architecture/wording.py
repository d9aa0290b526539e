# SPDX-License-Identifier: MIT
"""No text that a reader sees contains a phrase of wording.txt.

Read are the string literals of C++ (adjacent ones joined), every Markdown file, the man pages, and
the values in TOML files under schemas/ and in the manifests of plugins. Not read are the sources of
tests, the terms that rules match in a record, and a literal that is one phrase and nothing else: a
key of --json, which scripts depend on. A phrase is matched as whole words, in upper or lower case,
also across a line break. DECISIONS.md may quote a phrase in backticks or double quotes.
"""
import re
import tomllib
from pathlib import Path

from sources import SOURCE_ENDINGS, Source, blank, files, line_of, tree_files

LIST = Path(__file__).with_name("wording.txt")
# Vocabulary that rules match in text of a record: whole folders, and keys of rules.
VOCABULARY_FOLDERS = ["schemas/soap/scope", "schemas/soap/shorthand"]
VOCABULARY_KEYS = {"words", "except", "match", "terms"}
RULE_FOLDERS = ["schemas/soap/suggestions", "schemas/safety"]
COMMENT_LINE = re.compile(r"^[ \t]*#[^\n]*", re.MULTILINE)
QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"")


def pattern_of(phrase):
    words = r"\s+".join(map(re.escape, phrase.split()))
    start = r"(?<!\w)" if phrase[0].isalnum() else ""
    end = r"(?!\w)" if phrase[-1].isalnum() else ""
    return re.compile(start + words + end, re.IGNORECASE)


PHRASES = {
    phrase: pattern_of(phrase) for phrase in LIST.read_text(encoding="utf-8").splitlines()
}


def find(text):
    """Each phrase in a text, with its position."""
    for phrase, pattern in PHRASES.items():
        for found in pattern.finditer(text):
            yield found.start(), phrase


def find_in_sources(root):
    for folder in ["core", "cli", "plugins", "examples"]:
        for path in files(root / folder, SOURCE_ENDINGS):
            if "tests" in path.relative_to(root).parts:
                continue
            source = Source(path)
            for literal in source.literals():
                if literal.text in PHRASES:
                    continue
                for offset, phrase in find(literal.text):
                    yield path, line_of(source.text, literal.position(offset)), phrase


def find_in_pages(root):
    for path in tree_files(root, "*.md") + tree_files(root, "man/*.[1-9]"):
        text = path.read_text(encoding="utf-8")
        if path.name == "DECISIONS.md":
            text = QUOTED.sub(lambda quotation: blank(quotation.group()), text)
        for offset, phrase in find(text):
            yield path, line_of(text, offset), phrase


def values_of(node, is_vocabulary):
    """The text values of a parsed TOML file, without those of a key that holds vocabulary."""
    if isinstance(node, dict):
        for key, value in node.items():
            if not is_vocabulary(key):
                yield from values_of(value, is_vocabulary)
    elif isinstance(node, list):
        for value in node:
            yield from values_of(value, is_vocabulary)
    elif isinstance(node, str):
        yield node


def line_of_value(text, value, phrase):
    """The line of a value's phrase; of the value's first words where the phrase is escaped."""
    text = COMMENT_LINE.sub("", text)
    start = max(text.find(value.split("\n")[0]), 0)
    found = phrase.search(text, start) or phrase.search(text)
    return line_of(text, found.start() if found else start)


def find_in_toml(root):
    within = lambda path, folders: any(path.is_relative_to(root / folder) for folder in folders)
    manifests = sorted((root / "plugins").glob("*/plugin.toml"))
    for path in tree_files(root / "schemas", "*.toml") + manifests:
        if within(path, VOCABULARY_FOLDERS):
            continue
        text = path.read_text(encoding="utf-8")
        keys = VOCABULARY_KEYS if within(path, RULE_FOLDERS) else set()
        for value in values_of(tomllib.loads(text), keys.__contains__):
            for _, phrase in find(value):
                yield path, line_of_value(text, value, PHRASES[phrase]), phrase


def check_wording(root, violation):
    for search in (find_in_sources, find_in_pages, find_in_toml):
        for path, line, phrase in search(root):
            violation(path, line, f"wording.txt forbids '{phrase}'")
