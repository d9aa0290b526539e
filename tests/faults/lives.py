# SPDX-License-Identifier: MIT
"""The life of a practice under kills. Commands run in it one by one, and some are killed. After each
round the practice must contain every acknowledged change as a whole, and nothing else.
"""
import collections
import time
from dataclasses import dataclass

from checking import Stored, check_audit, check_works, demand, everything_shown, is_shown
from practice_under_test import POLL_INTERVAL, Place, Started
from writing_commands import INIT, WRITINGS, Writing, make_base

LIVES_BETWEEN_ENCRYPTED = 4


class Course:
    """How an undisturbed writing command runs: what it changes, and when."""

    def __init__(self, place, writing, mark):
        started = Started(place, *writing.spell(place, mark))
        self.lock_at = self.unlocked_at = None
        while not started.has_ended():
            self.note(started.age(), started.locks().queue)
            time.sleep(POLL_INTERVAL)
        self.seconds = started.age()
        outcome = started.outcome()
        demand(outcome.code == 0, f"{writing.words} fails undisturbed: {outcome.describe()}")
        self.lock_at = self.lock_at or self.seconds / 2
        self.unlocked_at = self.unlocked_at or self.seconds
        self.change = None  # its change set, filled in by courses_of()

    def note(self, age, holds):
        if holds:
            self.lock_at = self.lock_at or age
        elif self.lock_at:
            self.unlocked_at = self.unlocked_at or age


def courses_of(base, folder, writings=WRITINGS):
    """The course of each writing command; they run one after the other in one practice."""
    place = base.copy(folder)
    marks = {writing: f"undisturbed{number}x" for number, writing in enumerate(writings)}
    courses = {writing: Course(place, writing, mark) for writing, mark in marks.items()}
    with Stored(place.practice) as stored:
        stored.check()
        newest = stored.change_sets()[-len(writings):]
        for writing, (command, change) in zip(writings, newest):
            demand(command == writing.name, f"{writing.name} left a change set of {command}")
            answer = stored.answer(place, writing, marks[writing])
            demand(answer is not None, f"{writing.words} stored nothing undisturbed")
            courses[writing].change = change
    place.remove()
    return courses


@dataclass
class Attempt:
    """A writing command that was started in a practice."""

    writing: Writing
    mark: str
    started: Started
    printed: str = ""  # on stdout, when it has ended

    def describe(self):
        return f"{' '.join(self.writing.words)}, marked {self.mark}"


class Lives:
    """A series of practices, copied from one that is set up once. Every fourth is encrypted."""

    def __init__(self, test):
        test.doing = "setting up"
        self.test = test
        kinds = [False, True] if test.program.can_encrypt else [False]
        places = [Place(test.program, test.folder / f"base{kind}", kind) for kind in kinds]
        self.bases = [make_base(place) for place in places]
        self.courses = courses_of(self.bases[0], test.folder / "courses")
        with Stored(self.bases[0].practice) as stored:
            self.sets_before = len(stored.change_sets())
        self.begun = 0

    def next(self):
        encrypted = len(self.bases) > 1 and self.begun % LIVES_BETWEEN_ENCRYPTED == 1
        place = self.bases[encrypted].copy(self.test.folder / f"life{self.begun}")
        self.begun += 1
        self.test.count("practices")
        return Life(self, place)


class Life:
    """One practice, from its first kill until every command has run in it."""

    def __init__(self, lives, place):
        self.test, self.courses, self.sets_before = lives.test, lives.courses, lives.sets_before
        self.place = place
        self.waiting = list(WRITINGS)
        self.test.chance.shuffle(self.waiting)
        self.acknowledged, self.killed = [], []
        courses = sorted(self.courses.values(), key=lambda course: course.seconds)
        middle = courses[len(courses) // 2]
        self.seconds_open = middle.seconds - middle.lock_at

    def start_next(self, before=()):
        writing = self.waiting.pop()
        mark = f"m{self.test.counts['practices']}x{len(self.waiting)}x"
        self.test.doing = f"a kill of {' '.join(writing.words)}"
        words, note = writing.spell(self.place, mark)
        return Attempt(writing, mark, Started(self.place, words, note, before))

    def note_fate(self, attempt):
        """Sorts an ended command: acknowledged, killed, or failed without a reason."""
        outcome = attempt.started.outcome()
        attempt.printed = outcome.out.strip()
        if outcome.code == 0:
            self.acknowledged.append(attempt)
            self.test.count("acknowledged")
        elif outcome.code == 4 and "changed the practice meanwhile" in outcome.err:
            # One of eight stored a change between its preview and its turn: it stored nothing.
            self.test.count("refused beside another command")
        else:
            killed = attempt.started.was_killed()
            demand(killed, f"{attempt.describe()} failed: {outcome.describe()}")
            self.killed.append(attempt)
            self.test.count("killed")

    def check(self):
        """Checks a plain practice after each round, before another command opens its files."""
        if self.place.encrypted:
            return
        with Stored(self.place.practice) as stored:
            stored.check()
            for one in self.acknowledged:
                answer = stored.answer(self.place, one.writing, one.mark)
                demand(answer is not None, f"acknowledged, but not stored: {one.describe()}")
                right = one.printed.endswith(answer)
                demand(right, f"{one.describe()} printed {one.printed}, not {answer}")
            self.check_changes(stored)

    def committed(self, stored):
        """The killed commands that had stored their change."""
        answers = [stored.answer(self.place, one.writing, one.mark) for one in self.killed]
        return [one for one, answer in zip(self.killed, answers) if answer is not None]

    def check_changes(self, stored):
        """The journal has each acknowledged change, and of a killed command the whole change or nothing."""
        done = [one.writing for one in self.acknowledged + self.committed(stored)]
        wanted = collections.Counter((one.name, self.courses[one].change) for one in done)
        found = collections.Counter(stored.change_sets()[self.sets_before:])
        more, less = found - wanted, wanted - found
        demand(found == wanted, f"the journal has {more} in addition, and lacks {less}")

    def end(self):
        """Counts the phases of the kills, and lets praxis check the practice."""
        self.test.doing = f"the end of practice {self.test.counts['practices']}"
        check_audit(self.place)
        if self.place.encrypted:
            self.end_encrypted()
        else:
            self.count_phases()
        check_works(self.place)
        self.place.remove()

    def count_phases(self):
        with Stored(self.place.practice) as stored:
            committed = self.committed(stored)
            for one in self.killed:
                self.test.count("after commit" if one in committed else one.started.phase)

    def end_encrypted(self):
        everything = everything_shown(self.place)
        for one in self.acknowledged:
            shown = is_shown(everything, one.writing, one.mark)
            demand(shown, f"acknowledged, but not shown: {one.describe()}")
        self.test.count("acknowledged in encrypted practices", len(self.acknowledged))


# A new practice -----------------------------------------------------------------------------------


def new_place(test, number, encrypted):
    """A place without a practice, and the command line that makes one."""
    place = Place(test.program, test.folder / f"init{number}", encrypted)
    return place, [*INIT, *([] if encrypted else ["--unencrypted"])]


def check_init(place, words, outcome):
    """After `init` has ended in any way, the practice is whole, or it can be made now."""
    if place.run(["practice", "show"]).code != 0:
        demand(outcome.code != 0, f"praxis init exited with 0, but there is no practice: {outcome.describe()}")
        again = place.run(words)
        works = again.code == 0
        demand(works, f"after a killed init neither show nor init works: {again.describe()}")
    check_audit(place)
    check_works(place)
