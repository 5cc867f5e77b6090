"""Every TwiML document that the line can give, in every language and state.

The functions of `telephony.voice` and the kinds of `hears.Hears` are found here by themselves, with samples by type. A
document that is put together elsewhere (a menu, say) gets a few lines in `every()`: the tests tell which sentence no
document reads yet.
"""

from __future__ import annotations

import importlib
import inspect
import itertools
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.spoken import facts, menus
from warmline.flows.calls.arrival import TakenIn
from warmline.flows.calls.languages import choices
from warmline.flows.desk import Desk
from warmline.routing import hears, waiting
from warmline.routing.ladder import Reason
from warmline.routing.leg import Side
from warmline.routing.waiting import Before, Standing
from warmline.simulator.voice.verbs import Place
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.webhooks import coming_in, hearing, sorry
from warmline.webhooks.waiting import document as round_document
from warmline.words import spoken_coordinators
from warmline.words.spoken import TO_PEERS, spoken

TO = Addresses("i1")
OPENING = "on Wednesday at 6:30 p.m., New York time"
BRIEF = 20  # seconds of a greeting and of a round of waiting, at most
WHISPER = 10
PAGE = 13  # they are woken by it, and it says what for


@dataclass(frozen=True, slots=True)
class Document:
    """One document, where the provider reads it, and how long it may be: None where nobody waits for its end."""

    what: str
    language: str
    xml: str
    place: Place = Place.CALL
    most: float | None = None


def every(desks: list[Desk]) -> Iterator[Document]:
    """All of them."""
    for language in facts.LANGUAGES:
        for name, build in functions().items():
            place = PLACES.get(name, Place.CALL)
            yield Document(f"voice.{name}", language, built(build, language), place)
    for desk, language in itertools.product(desks, facts.LANGUAGES):
        yield from _greetings(desk, language)
        yield from _rounds(desk, language)
        yield from _heard(desk, language)
        yield from _sorry(desk, language)
    yield from _paged()
    yield from (Document(*parts) for parts in menus.every("Honeysuckle", facts.NOW))


PLACES = {  # where few verbs may stand
    "wait": Place.QUEUE,
    "leave": Place.QUEUE,
    "announcement": Place.CONFERENCE,
}
_NAMED: Mapping[str, object] = {"number": facts.FALLBACK, "sender": facts.MAIN.e164, "name": "r1"}


def functions() -> dict[str, Callable[..., str]]:
    """Every function in `telephony.voice` that gives a document."""
    parts = [
        importlib.import_module(f"{voice.__name__}.{part.name}")
        for part in pkgutil.iter_modules(voice.__path__)
    ]
    return {
        name: function
        for part in parts
        for name, function in inspect.getmembers(part, inspect.isfunction)
        if function.__module__ == part.__name__
        and not name.startswith("_")
        and typing.get_type_hints(function)["return"] is str
    }


def built(build: Callable[..., str], language: str) -> str:
    """A document of this function, from samples of what it takes; a type without a sample is a KeyError."""
    hints, sentence = typing.get_type_hints(build), spoken(language).goodbye()
    by_type: dict[Any, Any] = {
        str: "/webhooks/voice/now/i1",
        int: 1,
        bool: True,
        Addresses: TO,
        Sequence[str]: [sentence],
        Sequence[tuple[str, str]]: [(language, sentence)],
    }
    given: dict[str, Any] = {}
    more: tuple[str, ...] = ()
    for name, parameter in inspect.signature(build).parameters.items():
        hint = hints[name]
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            more = (sentence,)
        elif name == "language":
            given[name] = language
        elif name == "words" and hint is str:
            given[name] = sentence
        elif name in _NAMED:
            given[name] = _NAMED[name]
        else:
            given[name] = by_type[str if hint == str | None else hint]
    return build(*given.values(), *more) if more else build(**given)


def _greetings(desk: Desk, language: str) -> Iterator[Document]:
    contact = next(facts.contacts(language))
    leg = facts.a_leg(Side.CALLER)
    offered = choices(desk) if language == desk.line.language else ()
    for name, which in (("greeting, to choose a language", offered), ("greeting", ())):
        document = coming_in.welcome(desk, leg.id, language, which)
        yield Document(name, language, document, most=BRIEF + voice.BREATH)
    again = coming_in.again(desk, leg, contact, "resumed")
    yield Document("greeting, who rings again", language, again, most=BRIEF)
    ours = coming_in.greeting(desk, TakenIn("ours", leg.id, language, has_chosen=False))
    yield Document("our own number", language, ours or "")


def _rounds(desk: Desk, language: str) -> Iterator[Document]:
    words = spoken(language)
    standings = [
        Standing(place=place, peers_on=on, rings=rings, opening=opening, patience_is_over=late)
        for place, on, rings, opening, late in itertools.product(
            (1, 2, 12), (0, 1, 3), (True, False), (OPENING, None), (True, False)
        )
    ]
    rounds = [Before(rounds=n, place=p) for n in range(waiting.CYCLE * 2) for p in (0, 2)]
    steps = [Before(step=step) for step in range(1, 8)]
    said = {
        (tuple(sentences), following)
        for stands, before, pressed in itertools.product(
            standings, [*rounds, *steps], ("held", "cannot", "exercise", "again")
        )
        for sentences, following in [waiting.next_round(words, stands, before, pressed)]
    }
    crisis = desk.line.crisis_aloud(language)
    extra = [words.away_for_a_moment(), words.nobody_looks_and_no_fallback(crisis)]
    said |= {((sentence,), Before(rounds=1, away=1)) for sentence in extra}
    for sentences, following in sorted(said, key=str):
        known = replace(following, language=language)
        document = round_document(desk, TO, list(sentences), known)
        yield Document("a round of waiting", language, document, Place.QUEUE, BRIEF)
    left = voice.leave(language, words.nobody_looks())
    yield Document("nobody looks after them", language, left, Place.QUEUE)


def _heard(desk: Desk, language: str) -> Iterator[Document]:
    for kind, side in itertools.product(typing.get_args(hears.Hears), Side):
        for what, contact in itertools.product(facts.samples(kind), facts.contacts(language)):
            document = hearing.render(desk, facts.a_leg(side), contact, what)
            most = WHISPER if kind is hears.Whisper and side is Side.PEER else None
            yield Document(f"{side.value}: {kind.__name__}", language, document, most=most)
    for side in Side:
        document = hearing.render(desk, facts.a_leg(side), None, hears.Nothing())
        yield Document(f"{side.value}: of no contact", language, document)


def _sorry(desk: Desk, language: str) -> Iterator[Document]:
    form = {"From": facts.SOMEBODY.e164, "To": facts.MAIN.e164}
    yield Document("trouble, in all languages", "all", sorry.to_caller(desk, form))
    yield Document("trouble", language, sorry.to_caller(desk, form, language))
    for fate in ("completed", "busy"):
        yield Document(f"trouble after a call: {fate}", "all", sorry.after_the_call(desk, fate))
    yield Document("trouble, whom we rang", "all", sorry.to_whom_we_rang(desk))
    moment = sorry.one_moment(desk, "g1", Before())
    yield Document("trouble, whom we rang: a moment", desk.line.language, moment)
    yield Document("peer: passed", "en", voice.goodbye("en", TO_PEERS.passed()))
    failed = spoken(language).crisis_line_failed(desk.line.crisis_aloud(language))
    yield Document("crisis line failed", language, voice.say_then(language, [failed], "/now"))


def _paged() -> Iterator[Document]:
    """What a coordinator hears of a page, before they press a key and after."""
    for reason in Reason:
        said = [spoken_coordinators.page(facts.NAME, str(reason))]
        document = voice.ask("en", said, action=TO.to("press"), times=2)
        yield Document(f"coordinator: {reason.value}", "en", document, most=PAGE)
    for answer in (
        spoken_coordinators.yours,
        spoken_coordinators.somebody_has_it,
        spoken_coordinators.cannot,
    ):
        yield Document(f"coordinator: {answer.__name__}", "en", voice.goodbye("en", answer()))
    said = [spoken_coordinators.ask_to_listen(facts.NAME, "Honeysuckle")]
    document = voice.ask("en", said, action=TO.to("press"), times=2)
    yield Document("coordinator: listening", "en", document, most=PAGE)
