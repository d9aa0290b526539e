# SPDX-License-Identifier: MIT
"""The life of a practice under kills: commands are tried in it one by one, some are killed, and
after each round all that was acknowledged must be there, whole, and nothing else.
"""
import collections
import time
from dataclasses import dataclass

from checking import Stored, check_audit, check_works, demand, everything_shown, is_shown
from practice_under_test import LOOK_EVERY, Place, Started
from writing_commands import INIT, WRITINGS, Writing, make_base

LIVES_BETWEEN_ENCRYPTED = 4


class Course:
    """How a writing command runs when nobody disturbs it: what it changes, and when."""

    def __init__(self, place, writing, mark):
        started = Started(place, *writing.spelled(place, mark))
        self.lock_at = self.unlocked_at = None
        while not started.has_ended():
            self.note(started.age(), started.locks().queue)
            time.sleep(LOOK_EVERY)
        self.seconds = started.age()
        outcome = started.outcome()
        demand(outcome.code == 0, f"{writing.words} fails undisturbed: {outcome.described()}")
        self.lock_at = self.lock_at or self.seconds / 2
        self.unlocked_at = self.unlocked_at or self.seconds
        self.change = None  # its change set, filled in by courses_of()

    def note(self, age, holds):
        if holds:
            self.lock_at = self.lock_at or age
        elif self.lock_at:
            self.unlocked_at = self.unlocked_at or age


def courses_of(base, folder):
    """The course of each writing command; they run one after the other in one practice."""
    place = base.copy(folder)
    marks = {writing: f"undisturbed{number}x" for number, writing in enumerate(WRITINGS)}
    courses = {writing: Course(place, writing, mark) for writing, mark in marks.items()}
    with Stored(place.practice) as stored:
        stored.check()
        newest = stored.change_sets()[-len(WRITINGS):]
        for writing, (command, change) in zip(WRITINGS, newest):
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
    said: str = ""  # on stdout, once it has ended

    def described(self):
        return f"{' '.join(self.writing.words)}, marked {self.mark}"


class Lives:
    """Practices one after the other, copies of one that is set up once; every fourth encrypted."""

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
    """One practice, from its first kill until every command was tried in it."""

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
        words, note = writing.spelled(self.place, mark)
        return Attempt(writing, mark, Started(self.place, words, note, before))

    def note_fate(self, attempt):
        """Sorts an ended command: acknowledged, killed, or failed without a reason."""
        outcome = attempt.started.outcome()
        attempt.said = outcome.out.strip()
        if outcome.code == 0:
            self.acknowledged.append(attempt)
            self.test.count("acknowledged")
        else:
            killed = attempt.started.was_killed()
            demand(killed, f"{attempt.described()} failed: {outcome.described()}")
            self.killed.append(attempt)
            self.test.count("killed")

    def check(self):
        """After each round, before any other command has touched the files."""
        if self.place.encrypted:
            return
        with Stored(self.place.practice) as stored:
            stored.check()
            for one in self.acknowledged:
                answer = stored.answer(self.place, one.writing, one.mark)
                demand(answer is not None, f"acknowledged, but not stored: {one.described()}")
                right = one.said.endswith(answer)
                demand(right, f"{one.described()} said {one.said}, not {answer}")
            self.check_changes(stored)

    def committed(self, stored):
        """The killed commands that had stored what they were to store."""
        answers = [stored.answer(self.place, one.writing, one.mark) for one in self.killed]
        return [one for one, answer in zip(self.killed, answers) if answer is not None]

    def check_changes(self, stored):
        """The journal has what was acknowledged, and of a killed command the whole or nothing."""
        done = [one.writing for one in self.acknowledged + self.committed(stored)]
        wanted = collections.Counter((one.name, self.courses[one].change) for one in done)
        found = collections.Counter(stored.change_sets()[self.sets_before:])
        more, less = found - wanted, wanted - found
        demand(found == wanted, f"the journal has {more} too much, and lacks {less}")

    def end(self):
        """Counts in which phase the kills came, and asks praxis itself."""
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
            demand(shown, f"acknowledged, but not shown: {one.described()}")
        self.test.count("acknowledged in encrypted practices", len(self.acknowledged))


# A new practice -----------------------------------------------------------------------------------


def new_place(test, number, encrypted):
    """Where there is no practice yet, and the words that make one."""
    place = Place(test.program, test.folder / f"init{number}", encrypted)
    return place, [*INIT, *([] if encrypted else ["--unencrypted"])]


def check_init(place, words, outcome):
    """However `init` ended: the practice is there and whole, or it can be made now."""
    if place.run(["practice", "show"]).code != 0:
        demand(outcome.code != 0, f"praxis init said it was done: {outcome.described()}")
        again = place.run(words)
        works = again.code == 0
        demand(works, f"after a killed init neither show nor init works: {again.described()}")
    check_audit(place)
    check_works(place)
