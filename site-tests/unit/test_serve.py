"""When the preview builds again, and what it tells the open pages."""

import json
import socket
from itertools import pairwise
from pathlib import Path

import pytest

from generator.serve.server import Beacon, Outcome, PortTakenError, Sources, Standing, Work, follow, serve


class Desk:
    """A dossier of one number, which is wrong where it is odd."""

    def __init__(self) -> None:
        self.number = 0
        self.builds = 0
        self.beacon = Beacon()
        self.standing = Standing()

    def rebuild(self) -> Outcome:
        self.builds += 1
        if self.number % 2:
            return Outcome(f"{self.number} est impair")
        return Outcome(warnings=(f"{self.number} est grand",) if self.number > 9 else ())

    def save(self, number: int, look: int = 0) -> tuple[int, str]:
        """Save the file; how many builds the open pages have been told of, and what is wrong."""
        self.number = number
        work = Work(Path(), (), lambda: Sources(self.number, look), self.rebuild, lambda: None)
        self.standing = follow(work, self.standing, self.beacon)
        told = json.loads(self.beacon.state())
        return int(told["build"].rpartition(".")[2]), told["message"]

    @property
    def warnings(self) -> list[str]:
        """What the open pages are told to look at."""
        return list(json.loads(self.beacon.state())["warnings"])

    @property
    def look(self) -> str:
        """What the names of the builds of one look have in common."""
        return self.beacon.build.rpartition(".")[0]


def test_a_change_is_built_and_told() -> None:
    desk = Desk()
    assert desk.save(2) == (1, "")
    assert desk.save(4) == (2, "")


def test_a_file_saved_as_it_was_is_nothing_to_build() -> None:
    desk = Desk()
    desk.save(2)
    assert desk.save(2) == (1, "")
    assert desk.builds == 1


def test_a_mistake_is_told_until_it_is_mended_though_by_going_back() -> None:
    desk = Desk()
    desk.save(2)
    assert desk.save(3) == (1, "3 est impair")
    assert desk.save(2) == (2, "")


def test_what_is_to_be_looked_at_is_told_until_it_is_mended() -> None:
    desk = Desk()
    told = []
    for number in (2, 10, 11, 12, 4):
        desk.save(number)
        told.append(desk.warnings)
    assert told == [[], ["10 est grand"], ["10 est grand"], ["12 est grand"], []]


def test_what_went_wrong_is_tried_again_though_nothing_has_changed() -> None:
    desk = Desk()
    desk.save(3)
    desk.save(3)
    assert desk.builds == 2


def test_the_name_of_a_build_says_whether_the_look_is_as_before() -> None:
    desk = Desk()
    looks = []
    for number, look in ((2, 0), (4, 0), (5, 0), (6, 0), (6, 1), (7, 2), (8, 2), (10, 2)):
        desk.save(number, look)
        looks.append(desk.look)
    assert [one == other for one, other in pairwise(looks)] == [True, True, True, False, True, False, True]


def test_no_two_runs_name_a_build_alike() -> None:
    assert Beacon().build != Beacon().build


def test_a_first_build_that_has_not_ended_has_not_failed() -> None:
    beacon = Beacon()
    failing = [beacon.failing]
    beacon.failed("3 est impair")
    failing.append(beacon.failing)
    beacon.built(look=True)
    failing.append(beacon.failing)
    assert failing == [False, True, False]


def test_a_port_that_is_taken_is_said_to_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(PortTakenError):
        serve(Work(Path(), (), lambda: Sources(0, 0), Outcome, lambda: None), lambda port: None, taken.getsockname()[1])
