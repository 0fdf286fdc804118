"""Writing files so that nothing is touched that need not be."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """How many files changed on disk."""

    changed: int
    removed: int


def write(files: Mapping[str, bytes], folder: Path, record: Path) -> Written:
    """Bring `folder` to hold these files.

    Only what differs is written; only what an earlier run wrote, as the file `record` says, is
    removed. A file that somebody else put there stays.
    """
    earlier = frozenset(json.loads(record.read_text("utf-8"))) if record.is_file() else frozenset()
    stale = sorted(earlier - files.keys())
    for path in stale:
        _remove(folder / path, folder)
    changed = sum(_put(folder / path, data) for path, data in sorted(files.items()))
    _put(record, json.dumps(sorted(files), indent=0, ensure_ascii=False).encode())
    return Written(changed, len(stale))


def _put(path: Path, data: bytes) -> bool:
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _remove(path: Path, top: Path) -> None:
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == top or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()
