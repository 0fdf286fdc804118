"""Cutting a typeface: what is left of it, and its name."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.publish.subset import FILES, FOLDER, LETTERS, NAMES, NARROW, THIN, WEIGHTS, cut_all


def test_a_typeface_is_cut_to_our_letters_and_has_our_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.subset.FILES", FILES[:1])  # each takes seconds
    origin, target = tmp_path / "origin", tmp_path / "target"
    origin.mkdir()
    target.mkdir()
    for name in FILES[:1]:
        whole = TTFont(FOLDER / name)
        for record in whole["name"].names:
            told = record.toUnicode()
            for reserved, ours in NAMES.items():
                told = told.replace(ours, reserved).replace(ours.replace(" ", ""), reserved.replace(" ", ""))
            record.string = told
        for table in whole["cmap"].tables:
            table.cmap[ord("ſ")] = table.cmap[ord("s")]
        whole.flavor = None  # to compress it takes seconds
        whole.save(origin / name)
    cut_all(origin, target)
    for name in FILES[:1]:
        font = TTFont(target / name)
        assert font.flavor == "woff2"
        assert set(font.getBestCmap()) <= LETTERS | {NARROW}
        assert font.getBestCmap()[NARROW] == font.getBestCmap()[THIN]
        (weight,) = (axis for axis in font["fvar"].axes if axis.axisTag == "wght")
        assert (weight.minValue, weight.maxValue) == WEIGHTS
        family = font["name"].getDebugName(1)
        assert all(reserved not in family for reserved in NAMES), family
        committed = TTFont(FOLDER / name)
        assert font.getBestCmap() == committed.getBestCmap()
        assert family == committed["name"].getDebugName(1)
