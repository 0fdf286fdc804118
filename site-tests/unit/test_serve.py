"""When the preview builds again, and what it tells the open pages."""

import json
import socket
from pathlib import Path

import pytest

from generator.serve import Beacon, PortTakenError, Work, follow, serve


class Desk:
    """A dossier of one number, which is wrong where it is odd."""

    def __init__(self) -> None:
        self.number = 0
        self.builds = 0
        self.beacon = Beacon()
        self.built: object = None

    def rebuild(self) -> str:
        self.builds += 1
        return f"{self.number} est impair" if self.number % 2 else ""

    def save(self, number: int) -> tuple[int, str]:
        """Save the file; how many builds the open pages have been told of, and what is wrong."""
        self.number = number
        work = Work(Path(), (), lambda: self.number, self.rebuild, lambda: None)
        self.built = follow(work, self.built, self.beacon)
        told = json.loads(self.beacon.state())
        return int(told["build"].rpartition("-")[2]), told["message"]


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


def test_what_went_wrong_is_tried_again_though_nothing_has_changed() -> None:
    desk = Desk()
    desk.save(3)
    desk.save(3)
    assert desk.builds == 2


def test_no_two_runs_name_a_build_alike() -> None:
    assert Beacon().build != Beacon().build


def test_a_port_that_is_taken_is_said_to_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(PortTakenError):
        serve(Work(Path(), (), int, str, lambda: None), lambda port: None, taken.getsockname()[1])
