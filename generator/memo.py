"""Values kept from one build to the next, by the function and the arguments that they were computed from."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar, TypeVarTuple

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


class Compute(Protocol):
    """Gives the value of a function for some arguments: computed, or known from before.

    The function's value depends on its arguments alone, and these are hashable.
    """

    def __call__(self, function: Callable[[*Arguments], T], /, *arguments: *Arguments) -> T:
        """`function(*arguments)`."""


def afresh(function: Callable[[*Arguments], T], /, *arguments: *Arguments) -> T:
    """`function(*arguments)`, computed."""
    return function(*arguments)


class Memo:
    """Computes a value once for equal arguments."""

    def __init__(self) -> None:
        self._values: dict[tuple[object, ...], object] = {}
        self._asked: set[tuple[object, ...]] = set()

    def __call__(self, function: Callable[[*Arguments], T], /, *arguments: *Arguments) -> T:
        """`function(*arguments)`."""
        key = (function, *arguments)
        if key not in self._values:
            value = function(*arguments)
            if isinstance(value, Iterator):
                raise TypeError(f"{function.__qualname__}: who asks again would find nothing left of an iterator")
            self._values[key] = value
        self._asked.add(key)
        return self._values[key]  # type: ignore[return-value]  # the function in the key gave it

    def forget(self) -> None:
        """Let go of what nobody has asked for since the last time."""
        self._values = {key: self._values[key] for key in self._asked}
        self._asked = set()
