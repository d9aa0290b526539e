# SPDX-License-Identifier: MIT
"""A separate practice for each fault test, and the real program that works on it.

A Place is all that a command can see: home, runtime, temporary and working folder, and the
practice. A Place can be copied, so a practice is set up once and damaged a thousand times.
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
SEEDED = "PRAXIS_SEEDED_FAULT"  # of tests/faults/seeded
# A command that takes longer than this hangs.
PATIENCE = 120
POLL_INTERVAL = 0.001  # seconds


class Program:
    """The program under test, and what its build can do."""

    def __init__(self, path):
        self.path = str(Path(path).resolve(strict=True))
        self.is_sanitized = b"__asan_init" in Path(self.path).read_bytes()
        with tempfile.TemporaryDirectory(prefix="praxis-faults.") as folder:
            place = Place(self, Path(folder) / "place", encrypted=False)
            encryption = place.run(["version", "--fields", "encryption"]).out
            self.can_encrypt = "are encrypted" in encryption
            self.can_verify = place.run(["help", "audit"]).code == 0


@dataclass(frozen=True)
class Outcome:
    code: int  # negative: the signal that ended it
    out: str
    err: str

    def describe(self):
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
        # Outside the folders that are searched for marks: the user keeps it, not praxis.
        self.passphrase = self.folder.parent / "passphrase"
        if not self.passphrase.exists():  # another place beside it may be reading it
            self.passphrase.touch(mode=0o600)
            self.passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def copy(self, folder):
        """Copies the place. No command may be running in it."""
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
        if SEEDED in os.environ:
            seen[SEEDED] = os.environ[SEEDED]
        # LeakSanitizer cannot check a process that is traced or killed.
        options = os.environ.get("ASAN_OPTIONS", "")
        seen["ASAN_OPTIONS"] = ":".join(filter(None, [options, "detect_leaks=0"]))
        return seen

    def command_line(self, words):
        secret = ["--passphrase-file", str(self.passphrase)] if self.encrypted else []
        return [self.program.path, *words, *secret]

    def start(self, words, stdin, before, streams):
        """Starts a command; `before` is the command line of a program that runs it, such as strace."""
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
        """Starts a command on a terminal, with that editor."""
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
    """Reads the output on a terminal until no process has it open."""
    with contextlib.suppress(OSError):
        while os.read(terminal, 4096):
            pass
    os.close(terminal)


class Started:
    """A running command: its output, and its phase when it was killed."""

    def __init__(self, place, words, stdin="", before=(), editor=None):
        self.place, self.words = place, words
        self.began = time.monotonic()
        self.output = tempfile.TemporaryFile()
        self.errors = tempfile.TemporaryFile()
        if editor:
            self.process = place.start_on_terminal(words, editor)
        else:
            self.process = place.start(words, stdin, before, (self.output, self.errors))
        self.phase = "at a system call"  # where strace kills it

    def age(self):
        return time.monotonic() - self.began

    def has_ended(self):
        return self.process.poll() is not None

    def locks(self):
        return held_locks(self.process.pid, self.place)

    def wait(self, seconds):
        """Waits that long, or until the command ends."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.has_ended():
            time.sleep(POLL_INTERVAL)

    def wait_while(self, holds):
        """Waits as long as that is true of its locks, and the command runs."""
        while not self.has_ended() and holds(self.locks()):
            time.sleep(POLL_INTERVAL)

    def kill(self):
        """Stops the command, notes its phase, and sends SIGKILL."""
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
        """Waits until it has ended; returns exit code and output."""
        code = self.process.wait(PATIENCE)
        texts = []
        for stream in (self.output, self.errors):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
            stream.close()
        return Outcome(code, *texts)


@dataclass(frozen=True)
class Locks:
    practice: bool  # it has the database open
    queue: bool  # it holds the writer lock


def wait_until_stopped(pid):
    """Waits until SIGSTOP has taken effect, or the process has ended."""
    for _ in range(10000):
        try:
            status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        if status.rpartition(")")[2].split()[0] in "TtZX":
            return
        time.sleep(0.0001)


def held_locks(pid, place):
    """Reads /proc/locks, which shows the locks of a hardened process, too."""
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
