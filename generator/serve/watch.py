"""Watching the files and folders that a site is made of, also when they are taken away and come back."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

_CHANGES: Final = frozenset({"created", "modified", "deleted", "moved"})


class Watch:
    """Sets `changed` when one of these files, or anything below one of these folders, is other than it was."""

    def __init__(self, paths: Sequence[Path], changed: Event) -> None:
        self._paths = tuple(path.resolve() for path in paths)
        self._changed = changed
        self._observer = Observer()
        self._below: dict[Path, tuple[int, ObservedWatch]] = {}
        for folder in sorted({path.parent for path in self._paths}):
            self._observer.schedule(_Handler(changed, frozenset(self._paths)), str(folder))
        self.renew()
        self._observer.start()

    def renew(self) -> None:
        """Watch each folder that has come back: the system watches the one that went away."""
        for path in self._paths:
            number = path.stat().st_ino if path.is_dir() else None
            known, watch = self._below.get(path, (None, None))
            if number == known:
                continue
            if watch:
                self._observer.unschedule(watch)
                del self._below[path]
            if number is not None:
                handler = _Handler(self._changed, None)
                self._below[path] = number, self._observer.schedule(handler, str(path), recursive=True)

    def stop(self) -> None:
        """Let go of everything."""
        self._observer.stop()
        self._observer.join()


class _Handler(FileSystemEventHandler):
    """Passes on what happens to some paths, or with None to any."""

    def __init__(self, changed: Event, paths: frozenset[Path] | None) -> None:
        self.changed = changed
        self.paths = paths

    def on_any_event(self, event: FileSystemEvent) -> None:
        touched = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        if event.event_type in _CHANGES and (self.paths is None or touched & self.paths):
            self.changed.set()
