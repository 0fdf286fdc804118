"""What the fields of content files are made of: texts, ids, dates, addresses, and the closed record."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from generator.dates import EDTF_PATTERN, DateError, Edtf, parse

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WORD_PATTERN = r"[0-9A-Za-z\u00c0-\u1fff\u3040-\uffef]"  # as every language of patterns reads it
COUNTRY_PATTERN = r"^[A-Z]{2}$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
URL_PATTERN = r"^https://[^\s/<>\"\\`]+\.[^\s/<>\"\\`]+(/[^\s<>\"\\`]*)?$"

CONTACT_PATTERN = r"^([^\s@/:<>]+@[^\s@/<>]+\.[^\s@/.<>]+|https://[^\s/<>]+\.[^\s/<>]+(/[^\s<>]*)?)$"


def _date(value: object) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        raise DateError("une date s’écrit sur une ligne")
    return parse(value)


EdtfDate = Annotated[
    Edtf,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": EDTF_PATTERN}),
]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Speech = Literal["direct", "indirect"]
"""Whether words are a speaker's own, or those in which somebody else tells what was said."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Worded = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=WORD_PATTERN)]
"""A text that has a letter or a figure: a name, a title, an office."""
Country = Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN)]
"""ISO 3166-1 alpha-2."""
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
Contact = Annotated[str, StringConstraints(strip_whitespace=True, pattern=CONTACT_PATTERN)]
"""Where to write: an e-mail address or a page."""
HttpsUrl = Annotated[str, StringConstraints(pattern=URL_PATTERN)]

OneOrMore = Annotated[
    tuple[Text, ...],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    WithJsonSchema({"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""Texts; one may stand without its list."""


class Record(BaseModel):
    """A closed, frozen record: keys that it does not know are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Archive(Record):
    """A copy of a page that an archive keeps, and the day on which it was made."""

    url: HttpsUrl
    date: EdtfDate


class Reference(Record):
    """A publication outside the dossier's articles, from which the editors know something."""

    publisher: Text
    date: EdtfDate
    title: Text | None = None
    url: HttpsUrl | None = None
    archive: Archive | None = None
    told_by: OneOrMore = ()
    """From whom that publication has it, as far as it says: ids of leaders, or names."""
    also_in: OneOrMore = ()
    """Other publications that say the same and are no second witness."""
