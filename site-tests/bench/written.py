"""A pattern as text again, from the tree that `re` makes of it."""

import re
from collections.abc import Callable
from typing import Any, Final

_AT: Final = {
    "AT_BEGINNING": "^",
    "AT_BEGINNING_STRING": r"\A",
    "AT_BOUNDARY": r"\b",
    "AT_NON_BOUNDARY": r"\B",
    "AT_END": "$",
    "AT_END_STRING": r"\Z",
}
_CLASSES: Final = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
_GREED: Final = {"MAX_REPEAT": "", "MIN_REPEAT": "?", "POSSESSIVE_REPEAT": "+"}
_FLAGS: Final = {re.IGNORECASE: "i", re.MULTILINE: "m", re.DOTALL: "s"}


def written(tree: Any) -> str:
    """A pattern that describes what the tree describes; groups lose their names and numbers."""
    return "".join(_item(str(op), value) for op, value in tree)


def _item(op: str, value: Any) -> str:
    if op in _GREED:
        low, high, inside = value
        most = "" if str(high) == "MAXREPEAT" else high
        return f"(?:{written(inside)}){{{low},{most}}}{_GREED[op]}"
    return _WRITTEN[op](value)


def _in(kind: str, value: Any) -> str:
    match kind:
        case "NEGATE":
            return "^"
        case "LITERAL":
            return _char(value)
        case "RANGE":
            return f"{_char(value[0])}-{_char(value[1])}"
    return _CLASSES[str(value)]


def _char(code: int) -> str:
    return re.escape(chr(code)) if chr(code) != "^" else r"\^"


def _flags(flags: int) -> str:
    return "".join(sign for flag, sign in _FLAGS.items() if flags & flag)


def _look(sign: str, value: Any) -> str:
    return f"(?{'<' * (value[0] < 0)}{sign}{written(value[1])})"


_WRITTEN: Final[dict[str, Callable[[Any], str]]] = {
    "LITERAL": lambda code: re.escape(chr(code)),
    "NOT_LITERAL": lambda code: f"[^{_char(code)}]",
    "ANY": lambda _: ".",
    "IN": lambda items: f"[{''.join(_in(str(kind), one) for kind, one in items)}]",
    "BRANCH": lambda value: f"(?:{'|'.join(map(written, value[1]))})",
    "SUBPATTERN": lambda v: f"(?{_flags(v[1])}{'-' * bool(v[2])}{_flags(v[2])}:{written(v[3])})",
    "ATOMIC_GROUP": lambda inside: f"(?>{written(inside)})",
    "ASSERT": lambda value: _look("=", value),
    "ASSERT_NOT": lambda value: _look("!", value),
    "AT": lambda where: _AT[str(where)],
}
