# SPDX-License-Identifier: MIT
"""A command that asks a person on a terminal."""
import os
import pty
import re
import select
import time

from practice_under_test import PATIENCE

ANSWER_PROMPT = re.compile(r"(\[y/N\]|type the name of [^:]*:) $")


class Prompt:
    """A command in a terminal of its own."""

    def __init__(self, place, words):
        self.text = ""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(place.folder / "work")
            line = place.command_line(words)
            os.execve(line[0], line, {**place.environment(), "TERM": "dumb", "PAGER": "cat"})

    def read_to_question(self):
        """Reads until the command asks or ends; returns whether it asks."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            ready, _, _ = select.select([self.terminal], [], [], 0.2)
            try:
                piece = os.read(self.terminal, 65536) if ready else b""
            except OSError:  # the other side has closed
                return False
            self.text += piece.decode("utf-8", "replace")
            if not ready and ANSWER_PROMPT.search(self.text):
                return True
        raise TimeoutError(self.text)

    def answer(self, text):
        self.text = ""
        os.write(self.terminal, f"{text}\n".encode())

    def exit_code(self):
        while self.read_to_question():
            self.answer("n")
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
