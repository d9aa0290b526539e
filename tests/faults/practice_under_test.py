# SPDX-License-Identifier: MIT
"""A practice of its own for each fault test, and the real program working on it.

A Place is all that a command can see: home, runtime, temporary and working folder, and the
practice. A Place can be copied, so that a practice is set up once and damaged a thousand times.
"""
import contextlib
import os
import pty
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-20T09:00:00Z"
PASSPHRASE = "correct horse battery staple"
# A command that takes longer than this hangs.
PATIENCE = 120
LOOK_EVERY = 0.001  # seconds


class Program:
    """The program under test, and what its build can do."""

    def __init__(self, path):
        self.path = str(Path(path).resolve(strict=True))
        self.is_sanitized = b"__asan_init" in Path(self.path).read_bytes()
        with tempfile.TemporaryDirectory(prefix="praxis-faults.") as folder:
            place = Place(self, Path(folder) / "place", encrypted=False)
            said = place.run(["version", "--fields", "encryption"]).out
            self.can_encrypt = "are encrypted" in said
            self.can_verify = place.run(["help", "audit"]).code == 0


@dataclass(frozen=True)
class Outcome:
    code: int  # negative: the signal that ended it
    out: str
    err: str

    def described(self):
        return f"exit {self.code}\nstdout: {self.out}\nstderr: {self.err}"


class Place:
    """Everything that a command can see of the machine, below one folder."""

    FOLDERS = ("home", "run", "tmp", "work", "practice")

    def __init__(self, program, folder, encrypted):
        self.program = program
        self.folder = Path(folder)
        self.encrypted = encrypted
        for name in self.FOLDERS:
            (self.folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.practice = self.folder / "practice" / "practice.db"
        # Outside of what is searched for marks: the person keeps it, not praxis.
        self.passphrase = self.folder.parent / "passphrase"
        self.passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
        self.passphrase.chmod(0o600)

    def copy(self, folder):
        """The same place once more. No command may be running in this one."""
        shutil.copytree(self.folder, folder, symlinks=True)
        return Place(self.program, folder, self.encrypted)

    def remove(self):
        shutil.rmtree(self.folder)

    def environment(self):
        seen = {
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "TMPDIR": str(self.folder / "tmp"),
            "PRAXIS_PRACTICE": str(self.practice),
            "PRAXIS_USER": "U-0001",
            "PRAXIS_NOW": NOW,
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "TERM": "dumb",
            "UBSAN_OPTIONS": "print_stacktrace=1",
        }
        # Leaks cannot be looked for in a process that is traced, or killed.
        options = os.environ.get("ASAN_OPTIONS", "")
        seen["ASAN_OPTIONS"] = ":".join(filter(None, [options, "detect_leaks=0"]))
        return seen

    def command_line(self, words):
        secret = ["--passphrase-file", str(self.passphrase)] if self.encrypted else []
        return [self.program.path, *words, *secret]

    def start(self, words, stdin, before, streams):
        """A running command; `before` are words of a program that runs it, such as strace."""
        process = subprocess.Popen(
            [*before, *self.command_line(words)],
            cwd=self.folder / "work",
            env=self.environment(),
            stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
            stdout=streams[0],
            stderr=streams[1],
        )
        if stdin:
            process.stdin.write(stdin.encode())
            process.stdin.close()
        return process

    def start_on_terminal(self, words, editor):
        """A running command that believes that a person sits there, and that is their editor."""
        master, terminal = pty.openpty()
        process = subprocess.Popen(
            self.command_line(words),
            cwd=self.folder / "work",
            env={**self.environment(), "PRAXIS_EDITOR": str(editor)},
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
        os.close(terminal)
        threading.Thread(target=drain, args=(master,), daemon=True).start()
        return process

    def run(self, words, stdin="", before=()):
        done = subprocess.run(
            [*before, *self.command_line(words)],
            cwd=self.folder / "work",
            env=self.environment(),
            input=stdin.encode(),
            capture_output=True,
            timeout=PATIENCE,
        )
        decoded = [text.decode("utf-8", "replace") for text in (done.stdout, done.stderr)]
        return Outcome(done.returncode, *decoded)


def drain(terminal):
    """Reads what is shown on a terminal until nobody has it open any more."""
    with contextlib.suppress(OSError):
        while os.read(terminal, 4096):
            pass
    os.close(terminal)


class Started:
    """A command that runs: what it says, and in which phase it was when it was killed."""

    def __init__(self, place, words, stdin="", before=(), editor=None):
        self.place, self.words = place, words
        self.began = time.monotonic()
        self.said = tempfile.TemporaryFile()
        self.complained = tempfile.TemporaryFile()
        if editor:
            self.process = place.start_on_terminal(words, editor)
        else:
            self.process = place.start(words, stdin, before, (self.said, self.complained))
        self.phase = "at a system call"  # where strace kills it

    def age(self):
        return time.monotonic() - self.began

    def has_ended(self):
        return self.process.poll() is not None

    def locks(self):
        return held_locks(self.process.pid, self.place)

    def wait(self, seconds):
        """Until then, or until it ends."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.has_ended():
            time.sleep(LOOK_EVERY)

    def wait_while(self, holds):
        """As long as that holds of its locks, and it runs."""
        while not self.has_ended() and holds(self.locks()):
            time.sleep(LOOK_EVERY)

    def kill(self):
        """SIGKILL; notes first in which phase it stood still."""
        if self.has_ended():
            return
        self.process.send_signal(signal.SIGSTOP)
        wait_until_stopped(self.process.pid)
        locks = self.locks()
        opened = "while open" if locks.practice else "in start-up"
        self.phase = "in transaction" if locks.queue else opened
        self.process.kill()
        self.process.wait(PATIENCE)

    def was_killed(self):
        return self.process.wait(PATIENCE) == -signal.SIGKILL

    def outcome(self):
        """What it came to, once it has ended."""
        code = self.process.wait(PATIENCE)
        texts = []
        for stream in (self.said, self.complained):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
            stream.close()
        return Outcome(code, *texts)


@dataclass(frozen=True)
class Locks:
    practice: bool  # it has the database open
    queue: bool  # it is the one that may write


def wait_until_stopped(pid):
    """SIGSTOP takes effect a moment later; an ended process never stops."""
    for _ in range(10000):
        try:
            status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        if status.rpartition(")")[2].split()[0] in "TtZX":
            return
        time.sleep(0.0001)


def held_locks(pid, place):
    """From /proc/locks, which shows them also where a process may not be looked into."""
    numbers = {}
    for name in ("practice.db", "practice.lock"):
        try:
            numbers[name] = str((place.practice.parent / name).stat().st_ino)
        except FileNotFoundError:
            numbers[name] = ""
    found = set()
    for line in Path("/proc/locks").read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if "->" not in fields and fields[4] == str(pid):
            found.add((fields[1], fields[5].rpartition(":")[2]))
    return Locks(
        practice=any(number == numbers["practice.db"] for _, number in found),
        queue=("FLOCK", numbers["practice.lock"]) in found,
    )
