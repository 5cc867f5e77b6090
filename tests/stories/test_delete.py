"""DELETE: whoever asks to be forgotten is forgotten, here and at the provider."""

from __future__ import annotations

from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone


def _at_the_provider(line: Line, *numbers: str) -> list[str]:
    """Words of texts from or to any of these phones that the provider still has."""
    return [
        message["body"]
        for message in line.phones.get("messages")
        if {message["from"], message["to"]} & set(numbers)
    ]


def _talked(line: Line) -> tuple[Phone, Phone]:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada, words="my secret is a red bicycle")
    ada.texts("a fine colour for a bicycle", to=MAIN)
    caller.expects("a fine colour")
    return caller, ada


def test_delete_in_a_talk_erases_words_and_number_here_and_at_the_provider(line: Line) -> None:
    caller, ada = _talked(line)

    caller.texts("DELETE", to=MAIN)

    caller.expects("We have erased your texts")
    ada.expects("has ended the talk")
    line.passes(minutes=5)
    assert _at_the_provider(line, caller.number) == []
    assert not [body for body in _at_the_provider(line, ada.number) if "bicycle" in body]
    stored = line.everything_stored()
    key = line.key_of(caller)
    assert not [name for name in stored if key in name]
    assert not [name for name, held in stored.items() if "caller_number" in held]
    sealed = {line.unsealed(part) for held in stored.values() for part in line.seals_in(held)}
    assert not {words for words in sealed if "bicycle" in words or caller.number in words}


def test_whoever_was_forgotten_is_greeted_anew(line: Line) -> None:
    caller, ada = _talked(line)
    caller.texts("delete", to=MAIN)
    caller.expects("We have erased")
    ada.expects("has ended")
    line.passes(minutes=5)

    caller.texts("hello again", to=MAIN)

    caller.expects("Maple Line", "not an emergency service")
    caller.expects("looking for a peer")
    ada.expects("TAKE")


def test_a_wish_for_the_same_peer_and_a_language_are_forgotten_too(line: Line) -> None:
    caller, ada = _talked(line)
    caller.texts("español", to=MAIN)
    caller.expects("en español")
    caller.texts("adiós", to=MAIN)
    caller.expects("Gracias por hablar")
    caller.expects("OTRA VEZ")
    ada.expects("has ended")
    for phone in (caller, ada):
        phone.texts("AGAIN", to=MAIN)
        phone.expects()
    caller.texts("BORRAR", to=MAIN)
    caller.expects("Hemos borrado")
    bo = line.peer("Bo")
    line.passes(minutes=5)

    caller.texts("hello", to=MAIN)

    caller.expects("Hi, this is Maple Line")
    caller.expects("looking for a peer")
    bo.expects("TAKE")
    ada.expects("TAKE")


def test_delete_while_waiting_ends_the_wait(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    caller.texts("my secret", to=MAIN)
    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    ada.expects("TAKE")

    caller.texts("Delete!", to=MAIN)

    caller.expects("We have erased")
    ada.expects("no longer waiting")
    line.passes(minutes=5)
    assert _at_the_provider(line, caller.number) == []


def test_delete_after_stop_is_honoured_and_stop_still_holds(line: Line) -> None:
    line.phones.call("PUT", "rules", json={"opt_out": "off"})
    caller, ada = _talked(line)
    caller.texts("Stop!", to=MAIN)
    caller.expects("no more texts")
    ada.expects("they texted STOP")

    caller.texts("DELETE", to=MAIN)
    caller.expects("We have erased")
    line.passes(minutes=5)

    assert _at_the_provider(line, caller.number) == []
    caller.texts("hello", to=MAIN)
    caller.expects("START")


def test_a_provider_that_is_away_forgets_later(line: Line) -> None:
    caller, ada = _talked(line)
    line.phones.goes_wrong("rest_error", operation="delete", count=3)

    caller.texts("DELETE", to=MAIN)

    caller.expects("We have erased")
    ada.expects("has ended")
    line.passes(minutes=10)
    assert _at_the_provider(line, caller.number) == []


def test_others_lose_nothing_by_it(line: Line) -> None:
    caller, ada = _talked(line)
    other = line.phone()
    bo = line.peer("Bo")
    line.in_touch(other, bo, words="about my garden")

    caller.texts("DELETE", to=MAIN)

    caller.expects("We have erased")
    ada.expects("has ended")
    line.passes(minutes=5)
    assert "about my garden" in _at_the_provider(line, other.number)
    bo.texts("tell me more", to=MAIN)
    other.expects("tell me more")
