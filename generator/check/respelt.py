"""A document with its misspelt keys under their right names: so what stands below them can be looked at as well."""

from collections.abc import Mapping
from dataclasses import replace

from generator.load.document import Document, Position, Value


def respelt(document: Document, right: Mapping[Position, str]) -> Document:
    """A copy in which keys, by where they stand, have other names; all values keep their lines."""
    lines = {_renamed(position, right): line for position, line in document.lines.items()}
    metadata = {right.get((key,), key): _below(value, (key,), right) for key, value in document.metadata.items()}
    return replace(document, metadata=metadata, lines=lines)


def _below(value: Value, position: Position, right: Mapping[Position, str]) -> Value:
    match value:
        case dict():
            at = {key: (*position, key) for key in value}
            return {right.get(at[key], key): _below(inner, at[key], right) for key, inner in value.items()}
        case list():
            return [_below(inner, (*position, index), right) for index, inner in enumerate(value)]
    return value


def _renamed(position: Position, right: Mapping[Position, str]) -> Position:
    return tuple(right.get(position[: end + 1], step) for end, step in enumerate(position))
