"""The editor's guide says what the program does."""

import re
from pathlib import Path

from generator.diagnostics import CODES
from generator.text.french import spaced

GUIDE = (Path(__file__).resolve().parents[2] / "GUIDE-EDITEUR.md").read_text("utf-8")


def test_its_table_of_messages_holds_every_code_once_in_order_with_its_meaning() -> None:
    rows = re.findall(r"^\| ([EW]\d{3}) \| (.+?) \| (.+?) \|$", GUIDE, re.M)
    assert [(code, meaning) for code, meaning, _ in rows] == list(CODES.items())
    assert all(mend == spaced(mend) and not mend.endswith(".") for _, _, mend in rows)


def test_its_codes_exist() -> None:
    assert set(re.findall(r"\b[EW]\d{3}\b", GUIDE)) <= set(CODES)
