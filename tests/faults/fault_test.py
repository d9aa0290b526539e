# SPDX-License-Identifier: MIT
"""What the fault tests share as programs: options, random seed, last line of output."""
import argparse
import datetime
import random
import sys
import tempfile
import time
from pathlib import Path

from checking import Violation
from practice_under_test import Program

SKIPPED = 77


class Skipped(Exception):
    """This machine lacks a tool that the fault needs."""


class FaultTest:
    """One run: the program, the random numbers, the working folder, the counts."""

    def __init__(self, options, folder):
        self.options = options
        self.program = Program(options.program)
        self.rounds = options.rounds
        self.seed = options.seed
        self.chance = random.Random(options.seed)
        self.folder = folder
        self.counts = {}
        self.doing = ""

    def count(self, what, by=1):
        self.counts[what] = self.counts.get(what, 0) + by

    def turns(self, wanted):
        """The numbers of the rounds; up to four times as many while a fault of `wanted` is too rare.

        `wanted` names each fault with the least number of times that it must happen.
        """
        for turn in range(4 * self.rounds):
            if turn >= self.rounds and all(self.happened(*fault) for fault in wanted.items()):
                return
            yield turn
        for what, least in wanted.items():
            self.demand_fired(what, least)

    def happened(self, what, least):
        return self.counts.get(what, 0) >= least

    def demand_fired(self, what, least):
        """A test whose fault never happened proves nothing."""
        happened = self.counts.get(what, 0)
        if happened < least:
            raise Violation(f"the fault is too rare: {happened} {what}, at least {least} required")

    def summarise(self):
        return ", ".join(f"{number} {what}" for what, number in self.counts.items())


def seed_of_today():
    """Each day tries other cases."""
    return datetime.date.today().toordinal()


def read_options(name, description, rounds, further):
    """`further`: the names of further arguments, with what they are."""
    parser = argparse.ArgumentParser(prog=name, description=description)
    parser.add_argument("program", help="the praxis to test")
    for argument, meaning in further.items():
        parser.add_argument(argument, help=meaning)
    parser.add_argument("--rounds", type=int, default=rounds, help="default: those of the normal run")
    parser.add_argument("--seed", type=int, default=seed_of_today(),
                        help="of the random numbers; default: one for each day")
    return parser.parse_args()


def run_fault_test(name, description, rounds, test, **further):
    """Runs test(FaultTest) and prints one line at the end. Exits with 1 when praxis broke a promise."""
    options = read_options(name, description, rounds, further)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix=f"praxis-{name}.") as folder:
        run = FaultTest(options, Path(folder))
        try:
            test(run)
        except Skipped as reason:
            print(f"{name}: skipped: {reason}")
            sys.exit(SKIPPED)
        except Violation as violation:
            print(f"{name}: VIOLATION in {run.doing}\n{violation}")
            again = f"--rounds {run.rounds} --seed {run.seed}"
            print(f"{name}: run again with {again}; so far {run.summarise()}")
            sys.exit(1)
    seconds = round(time.monotonic() - began)
    print(f"{name}: {run.summarise()}; 0 violations, seed {run.seed}, {seconds} s")
