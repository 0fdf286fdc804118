"""Finding the text that another repeats, by the shingles of both."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from generator.importing.twins import Known, Texts, Twin, shingles

SHINGLES = st.frozensets(st.integers(0, 60), max_size=40)


def known(number: int) -> Known:
    return Known(f"texte-{number}", f"{number:064x}", None, None)


def texts_of(all_shingles: Sequence[frozenset[int]]) -> Texts:
    texts = Texts()
    for number, of in enumerate(all_shingles):
        texts.add(known(number), of)
    return texts


def by_comparing_all(of: frozenset[int], there: Sequence[frozenset[int]]) -> Twin | None:
    shared = [len(of & one) / max(1, min(len(of), len(one))) for one in there]
    long = [min(len(of), len(one)) >= 15 for one in there]
    best = max((part for part, enough in zip(shared, long, strict=True) if enough), default=0.0)
    if best < 0.5:
        return None
    return next(
        Twin(known(number), part, same_file=False)
        for number, part in enumerate(shared)
        if long[number] and part == best
    )


@given(there=st.lists(SHINGLES, max_size=12), of=SHINGLES)
def test_the_twin_is_that_which_comparing_all_would_give(there: list[frozenset[int]], of: frozenset[int]) -> None:
    assert texts_of(there).twin("?", of) == by_comparing_all(of, there)


def test_the_same_file_comes_before_a_likeness() -> None:
    whole = frozenset(range(40))
    texts = texts_of([whole, frozenset()])
    assert texts.twin(known(1).sha256 or "", whole) == Twin(known(1), 1.0, same_file=True)
    assert texts.twin(known(1).sha256 or "", whole, lambda one: one != known(1)) == Twin(known(0), 1.0, same_file=False)


def test_what_many_texts_share_does_not_hide_the_one_that_is_repeated() -> None:
    phrase = frozenset(range(30))
    own = [phrase | {1000 * number + k for k in range(100)} for number in range(300)]
    texts = texts_of(own)
    found = texts.twin("?", own[250])
    assert found is not None
    assert (found.known, found.same_file) == (known(250), False)
    again = texts_of([phrase] * 300).twin("?", phrase)
    assert again == Twin(known(0), 1.0, same_file=False)


def test_a_shingle_is_five_words_whatever_their_letters_and_signs() -> None:
    assert shingles("L’été, à Évian : un mot.") == shingles("l'ete a evian UN mot")
    assert len(shingles("un deux trois quatre cinq six")) == 2
    assert shingles("un deux trois quatre") == frozenset()
