# SPDX-License-Identifier: MIT
"""Makes system calls fail, or kills the process at one, with strace's injection.

Only calls after the start of main count. The dynamic loader makes the earlier ones. main begins with
umask(), which no library calls while it is loaded.
"""
import re
import shutil
import subprocess

from fault_test import Skipped

LINE = re.compile(r"^\d+ +(?P<call>\w+)\((?P<arguments>.*)")


def demand_strace():
    """Skips the test where strace is missing or may not trace, as in some containers."""
    if shutil.which("strace") is None:
        raise Skipped("strace is not installed")
    tried = subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=umask", "true"], capture_output=True
    )
    if tried.returncode != 0:
        raise Skipped(f"this system forbids strace: {tried.stderr.decode(errors='replace').strip()}")


def tracing(calls, log):
    """The command line of strace that writes a command's calls to a file."""
    names = ",".join(["umask", *calls])
    return ["strace", "-f", "-y", "--seccomp-bpf", "-qq", "-o", str(log), "-e", f"trace={names}"]


def calls_of(log):
    """Each call after the start of main: (name, its number among the calls of that name, arguments)."""
    found, counts, in_main = [], {}, False
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        call = LINE.match(line)
        if call is None:
            continue
        name = call["call"]
        counts[name] = counts.get(name, 0) + 1
        if name == "umask":
            in_main = True
        elif in_main:
            found.append((name, counts[name], call["arguments"]))
    return found


def failing(call, error, number, log):
    """The command line of strace that lets a command's nth call of that name fail."""
    return ["strace", "--seccomp-bpf", *injecting(call, f"error={error}:when={number}", log)]


def killing(call, number):
    """The command line of strace that kills a command when it enters that call."""
    # strace 6.1 forgets to send the signal when it lets seccomp choose the calls.
    return ["strace", *injecting(call, f"signal=KILL:when={number}", "/dev/null")]


def injecting(call, fault, log):
    return ["-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e", f"inject={call}:{fault}"]


def has_failed(log):
    return "(INJECTED)" in log.read_text(encoding="utf-8", errors="replace")
