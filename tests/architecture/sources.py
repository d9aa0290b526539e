# SPDX-License-Identifier: MIT
"""The files of the tree as the architecture checks read them: C++ sources with their literals."""
import re

SOURCE_ENDINGS = {".cpp", ".hpp", ".h"}

TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"'
    r"|(?P<string>\"(?:\\.|[^\"\\\n])*\")"
    r"|(?P<char>'(?:\\.|[^'\\\n])+')",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
ESCAPED = {"n": "\n", "t": "\t"}


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def files(folder, endings):
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.rglob("*") if p.suffix in endings and p.is_file())


def tree_files(root, pattern):
    """Files of the tree itself: nothing below a hidden folder, where builds and git keep theirs."""
    found = (p for p in root.rglob(pattern) if p.is_file())
    return sorted(
        p for p in found if not any(part.startswith(".") for part in p.relative_to(root).parts)
    )


class Literal:
    """A string literal as the compiler sees it: adjacent literals joined, escapes resolved."""

    def __init__(self):
        self.text = ""
        self.pieces = []  # (offset in text, position in the file)
        self.end = None  # position in the file behind the last piece

    def add(self, text, position, end):
        self.pieces.append((len(self.text), position))
        self.text += text
        self.end = end

    def position(self, offset=0):
        """Where the piece begins in the file that holds this character of the text."""
        return [position for start, position in self.pieces if start <= offset][-1]


def resolve_escapes(text):
    return ESCAPE.sub(lambda found: ESCAPED.get(found.group(1), found.group(1)), text)


class Source:
    """A C++ file: its code without comments and literals, and the literals alone."""

    def __init__(self, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        without_comments, code = [], []
        end = 0
        for token in TOKEN.finditer(self.text):
            between = self.text[end : token.start()]
            without_comments.append(between)
            code.append(between)
            whole = token.group()
            is_comment = token.group("comment") is not None
            without_comments.append(blank(whole) if is_comment else whole)
            code.append(blank(whole))
            end = token.end()
        without_comments.append(self.text[end:])
        code.append(self.text[end:])
        self.uncommented = "".join(without_comments)
        self.code = "".join(code)

    def literals(self):
        literal = None
        for token in TOKEN.finditer(self.text):
            if token.group("comment") or token.group("char"):
                continue
            text = token.group("raw")
            if text is None:
                text = resolve_escapes(token.group("string")[1:-1])
            if literal and self.uncommented[literal.end : token.start()].strip():
                yield literal
                literal = None
            literal = literal or Literal()
            literal.add(text, token.start(), token.end())
        if literal:
            yield literal

    def texts(self):
        """Each literal as (position, text)."""
        for literal in self.literals():
            yield literal.position(), literal.text

    def includes(self):
        pattern = r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]'
        for found in re.finditer(pattern, self.uncommented, re.MULTILINE):
            yield line_of(self.text, found.start()), found.group(1), found.group(2)
