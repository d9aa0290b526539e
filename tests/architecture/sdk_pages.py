# SPDX-License-Identifier: MIT
"""The example at the top of an SDK header is text of a file that the build compiles.

A header shows it after the line "/// Example, compiled in FILE:", indented by four spaces more than
the prose; FILE contains the same lines one after the other.
"""
import re
import textwrap

from sources import files, line_of

WITH_EXAMPLE = ["command.hpp", "plugin.hpp", "session.hpp"]
EXAMPLE = re.compile(
    r"^/// Example, compiled in (?P<file>\S+):\n(?:///\n)*(?P<lines>(?:///(?:     *[^\n]*)?\n)+)",
    re.MULTILINE,
)


def example_lines(found):
    lines = [line.removeprefix("///") for line in found.group("lines").splitlines()]
    return textwrap.dedent("\n".join(lines)).strip("\n")


def check_sdk_pages(root, violation):
    headers = root / "core/include/praxis"
    for header in files(headers, {".hpp"}):
        text = header.read_text(encoding="utf-8")
        examples = list(EXAMPLE.finditer(text))
        if header.name in WITH_EXAMPLE and not examples:
            violation(header, 1, "no line \"/// Example, compiled in FILE:\" in its first comment")
        for found in examples:
            compiled = root / found.group("file")
            line = line_of(text, found.start())
            if not compiled.is_file():
                violation(header, line, f"there is no {found.group('file')}")
            elif f"{example_lines(found)}\n" not in compiled.read_text(encoding="utf-8"):
                violation(header, line, f"{found.group('file')} does not contain this example")
