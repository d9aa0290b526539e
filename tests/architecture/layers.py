# SPDX-License-Identifier: MIT
"""A file includes only its own folder and folders that come earlier in its list of layers."""
from sources import SOURCE_ENDINGS, Source, files

LAYERS = {
    "core/src": [
        "text", "base", "options", "output", "date", "body", "sealed", "keys", "journal", "system",
        "practice", "plugins", "session", "backup", "help", "host", "health",
    ],
    "plugins/soap": ["template", "note", "validate", "check", "rules", "write", "sign", "show"],
}
# Folders beside the layers: they may include any layer, and no layer includes them.
ON_TOP = {"core/src": set(), "plugins/soap": {"commands", "tests"}}
# Headers that a plugin publishes: check_plugin_includes() looks after them.
PUBLISHED = "include"


def folder_of(path, base):
    """The folder of base that holds a file; empty for a file of base itself."""
    parts = path.relative_to(base).parts
    return parts[0] if len(parts) > 1 else ""


def included_file(source, header, base):
    for place in (source.path.parent, base):
        candidate = (place / header).resolve()
        if candidate.is_file() and candidate.is_relative_to(base):
            return candidate
    return None


def check_file(base, order, source, violation):
    own = folder_of(source.path, base)
    below = order[: order.index(own) + 1]
    for line, kind, header in source.includes():
        target = included_file(source, header, base) if kind == '"' else None
        if target is not None and folder_of(target, base) not in below:
            violation(
                source.path, line, f'"{header}" is above {own}/: see tests/architecture/layers.py'
            )


def check_layers(root, violation):
    for name, order in LAYERS.items():
        base = root / name
        beside = ON_TOP[name] | {PUBLISHED, ""}
        unplaced = set()
        for path in files(base, SOURCE_ENDINGS):
            folder = folder_of(path, base)
            if folder in order:
                check_file(base, order, Source(path), violation)
            elif folder not in beside and folder not in unplaced:
                unplaced.add(folder)
                violation(path, 1, f"{name}/{folder} is a new folder: place it in the list of layers")
