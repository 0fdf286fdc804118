"""What a divergence is called: by the editors or, until they have judged it, by what is in question between whom."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.claims.divergences import Divergence
from generator.link.sources import speaks_itself
from generator.model import Article
from generator.render import labels
from generator.words import Words

_NAMED: Final = 3
"""How many of those at odds a title names: it is a line of a list."""

Called = Callable[[str], str]
"""What a sentence calls a leader, by id, or a source, by name."""


def question_title(words: Words, found: Divergence, thing: str, called: Called) -> str:
    """The editors' title, else what is in question of which thing, and between whom."""
    if found.judgement:
        return found.judgement.title
    asked = found.topic or words.gettext(labels.PROPERTIES[found.question.property])
    heard = tuple(dict.fromkeys(_heard(words, found, called)))
    if len(heard) == 1:
        return words.gettext("%(asked)s, “%(thing)s”: according to %(voice)s", asked=asked, thing=thing, voice=heard[0])
    named, others = (heard[: _NAMED - 1], len(heard) - _NAMED + 1) if len(heard) > _NAMED else (heard, 0)
    rest = (words.ngettext("%(num)s other", "%(num)s others", others),) if others else ()
    voices = words.grammar.listed((*named, *rest))
    return words.gettext("%(asked)s, “%(thing)s”: between %(voices)s", asked=asked, thing=thing, voices=voices)


def _heard(words: Words, found: Divergence, called: Called) -> Iterator[str]:
    """Who is at odds, each as often as heard."""
    for voice in found.voices:
        if voice.established:
            yield called(voice.established.source.publisher)
        elif voice.claim and voice.claim.speaker and not speaks_itself(voice.claim.speaker):
            yield called(voice.claim.speaker)
        else:
            yield _published(words, voice.articles[0], called)
    for one in found.opposed:
        yield _published(words, one.articles[0], called)


def _published(words: Words, article: Article, called: Called) -> str:
    nobody = words.gettext("an unidentified source (%(day)s)", day=words.date(article.date))
    return called(article.publisher) if article.publisher else nobody
