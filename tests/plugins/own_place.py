# SPDX-License-Identifier: MIT
"""A separate home for the tests of plugins, in a folder that only root and the tester can change.

praxis loads no plugin from any other folder, so /tmp is not suitable.
"""
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77


def is_own(folder):
    """Whether praxis would load a plugin from this folder."""
    for place in (folder, *folder.parents):
        status = place.stat()
        if status.st_uid not in (0, os.geteuid()) or status.st_mode & stat.S_IWOTH:
            return False
        if status.st_mode & stat.S_IWGRP and status.st_gid not in (0, os.getegid()):
            return False
    return True


def find_own_folder(build):
    for folder in (Path(build), Path.home(), Path("/opt"), Path("/srv")):
        if folder.is_dir() and os.access(folder, os.W_OK) and is_own(folder.resolve()):
            return folder.resolve()
    print("skipped: this system has no folder that only root and you can change")
    sys.exit(SKIPPED)


class OwnPlace:
    """A home with a practice; runs the program in it."""

    def __init__(self, program, build):
        self.program = str(Path(program).resolve())
        self.build = Path(build).resolve()
        self.root = Path(tempfile.mkdtemp(prefix="praxis-plugins.", dir=find_own_folder(build)))
        self.home = self.root / "home"
        self.home.mkdir()
        self.plugins = self.home / ".local/share/praxis/plugins"
        self.failures = 0
        self.checks = 0
        self.extra = {}

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        shutil.rmtree(self.root, ignore_errors=True)

    def environment(self):
        options = os.environ.get("ASAN_OPTIONS", "")
        return {
            "HOME": str(self.home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "PRAXIS_NOW": "2026-11-20T09:00:00Z", "TERM": "dumb",
            "ASAN_OPTIONS": ":".join(filter(None, [options, "detect_leaks=0:handle_abort=0:handle_segv=0"])),
            **self.extra,
        }

    def run(self, *words, stdin=""):
        return subprocess.run(
            [self.program, *map(str, words)], cwd=self.root, env=self.environment(), input=stdin,
            capture_output=True, text=True, timeout=120, errors="replace",
        )

    def init(self):
        self.expect(0, "", "init", "-q", "--unencrypted", "--name", "Hands On", "--therapist", "Ines")

    def expect(self, code, message, *words, stdin=""):
        """Runs one command; checks its exit code, and that its output contains the message."""
        done = self.run(*words, stdin=stdin)
        both = done.stdout + done.stderr
        self.check(done.returncode == code and message in both,
                   f"praxis {' '.join(map(str, words))}\n  exit {done.returncode}, expected {code}\n"
                   f"  expected: {message}\n  printed: {both[:1500]}")
        return done

    def check(self, truth, what):
        self.checks += 1
        if not truth:
            self.failures += 1
            print("FAILED:", what)

    def install(self, name, library, manifest):
        """Installs a plugin's folder; the library may be bytes, a path or None."""
        folder = self.plugins / name
        folder.mkdir(mode=0o755, parents=True)
        (folder / "plugin.toml").write_text(manifest, encoding="utf-8")
        if isinstance(library, Path):
            library = library.read_bytes()
        if library is not None:
            (folder / f"{name}.so").write_bytes(library)
        return folder

    def remove(self, name):
        shutil.rmtree(self.plugins / name)

    def trust(self, name, *words):
        library = self.plugins / name / f"{name}.so"
        digest = hashlib.sha256(library.read_bytes()).hexdigest()
        return self.run("plugin", "trust", name, "--sha256", digest, *words)

    def end(self, name):
        verdict = f"{self.failures} of {self.checks} checks failed" if self.failures else \
            f"{self.checks} checks"
        print(f"{name}: {verdict}")
        sys.exit(1 if self.failures else 0)


def manifest_of(name, noun=None, extra="", **keys):
    """The plugin.toml of an animal; keys replace those of [plugin]."""
    plugin = {"name": name, "version": "1.0.0", "kind": "native", "library": f"{name}.so", **keys}
    lines = [f"{key} = {value if isinstance(value, int) else chr(34) + value + chr(34)}"
             for key, value in plugin.items()]
    commands = f'\n[[command]]\nname = "{noun or name}"\nsummary = "an animal"\n' if noun != "" else ""
    return "[plugin]\n" + "\n".join(lines) + "\n" + commands + extra
