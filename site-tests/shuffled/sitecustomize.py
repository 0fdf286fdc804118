"""On PYTHONPATH, this has the system list folders in an order that LISTING_SEED chooses, as another disk might."""

import os
import random
from collections.abc import Iterator
from types import TracebackType

_shuffle = random.Random(int(os.environ["LISTING_SEED"])).shuffle
_listdir, _scandir = os.listdir, os.scandir


class _Shuffled(Iterator[os.DirEntry[str]]):
    """What os.scandir gives: an iterator that `with` closes."""

    def __init__(self, path: str | os.PathLike[str] = ".") -> None:
        with _scandir(path) as found:
            entries = list(found)
        _shuffle(entries)
        self._entries = iter(entries)

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def __enter__(self) -> "_Shuffled":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Everything was read at once."""


def _shuffled(path: str | os.PathLike[str] = ".") -> list[str]:
    names = _listdir(path)
    _shuffle(names)
    return names


os.listdir = _shuffled  # type: ignore[assignment] # of its overloads only that for paths is needed
os.scandir = _Shuffled  # type: ignore[assignment] # the same
