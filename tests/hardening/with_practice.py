# SPDX-License-Identifier: MIT
"""What the hardening tests share: a separate practice, and the program from the command line."""
import fcntl
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
PATIENCE = 60  # seconds, for a program under sanitizers on a busy machine


class WithPractice(unittest.TestCase):
    """An unencrypted practice in a separate home."""

    def setUp(self):
        self.home = Path(tempfile.mkdtemp(prefix="praxis-process-test."))
        self.addCleanup(shutil.rmtree, self.home)
        self.folder = self.home / "records"
        self.practice = self.folder / "practice.db"
        self.environment = {
            "HOME": str(self.home),
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "PRAXIS_PRACTICE": str(self.practice),
            "PRAXIS_USER": "U-0001",
            **{key: os.environ[key] for key in os.environ if key.endswith("SAN_OPTIONS")},
            **{key: os.environ[key] for key in os.environ if key == "PRAXIS_SEEDED_FAULT"},
        }

    def praxis(self, *words, code=0, before=None, **options):
        done = subprocess.run(
            [PROGRAM, *words],
            env=self.environment,
            preexec_fn=before,
            timeout=PATIENCE,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        if code is not None:
            self.assertEqual(done.returncode, code, f"{words}\n{done.stdout}{done.stderr}")
        return done

    def init(self, **options):
        words = ["init", "--name", "Hands On", "--therapist", "Ines Moreau", "--unencrypted"]
        return self.praxis(*words, **options)

    def waiting(self, closed=()):
        """Starts a writing command with these streams closed, and lets it wait for the writer lock."""
        lock = open(self.folder / "practice.lock", "w")
        self.addCleanup(lock.close)
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = subprocess.Popen(
            [PROGRAM, "user", "add", "--name", "Waiting"],
            env=self.environment,
            preexec_fn=lambda: self.expose(closed),
            cwd=self.home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        end = time.monotonic() + PATIENCE
        while not any(
            " -> " in line and f" {process.pid} " in line
            for line in Path("/proc/locks").read_text().splitlines()
        ):
            self.assertIsNone(process.poll(), "it did not wait")
            self.assertLess(time.monotonic(), end, "it never waited for the writer lock")
            time.sleep(0.01)
        return process

    @staticmethod
    def expose(closed=()):
        """Undoes the hardening of the parent process, in the child before it runs the program."""
        for number in closed:
            os.close(number)
        os.umask(0)
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))
