"""What each field of each record means, in French: for schemas, for the guide and for messages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def senses() -> Mapping[str, Mapping[str, str]]:
    """The sense of each field, by the name of its record and its key in front matter."""
    text = files("generator").joinpath("schema/champs.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))
