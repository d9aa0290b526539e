# SPDX-License-Identifier: MIT
"""Each command that writes is in tests/faults/writing_commands.py, or is excepted there."""
import json
import re
import subprocess
import sys

from sources import Source, files

WRITES = re.compile(r"\.access\s*=\s*Access::write\b")
# Run by itself: the list is what its code makes of it.
PRINT_NAMES = (
    "import json, writing_commands as it;"
    "print(json.dumps([[w.name for w in it.WRITINGS], it.WRITTEN_ELSEWHERE]))"
)


def read_names(page):
    """The commands that the fault tests run, and those excepted, each with its reason."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", PRINT_NAMES],
        cwd=page.parent,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        return None, done.stderr.strip().splitlines()[-1]
    return json.loads(done.stdout), ""


def writing_verbs(commands):
    for path in files(commands, {".cpp"}):
        if WRITES.search(Source(path).code):
            yield path, " ".join(path.relative_to(commands).with_suffix("").parts)


def line_of_exception(page, name):
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if f'"{name}":' in line:
            return number
    return 1


def check_writings(root, violation):
    page = root / "tests/faults/writing_commands.py"
    names, problem = read_names(page)
    if names is None:
        violation(page, 1, f"cannot be read: {problem}")
        return
    tested, excepted = names
    verbs = {}
    for commands in [root / "core/commands", *sorted((root / "plugins").glob("*/commands"))]:
        verbs |= {name: path for path, name in writing_verbs(commands)}
    for name, path in verbs.items():
        if name not in tested and name not in excepted:
            violation(path, 1, f"`{name}` writes, and {page.relative_to(root)} does not run it")
    for name in excepted:
        if name in tested or name not in verbs:
            violation(page, line_of_exception(page, name), f"`{name}` needs no exception")
