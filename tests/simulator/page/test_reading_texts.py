"""What the page reads out of texts: how long they are on the air, and what they invite."""

from __future__ import annotations

import random

from tests.simulator.page.screen import Screen
from warmline.simulator import segments

ALPHABET = "aé€[ñçÇ\n🌙ab–’ 1"
INVITED = {
    "Juniper would like to talk. Text TAKE 7 or PASS 7.": ["TAKE 7", "PASS 7"],
    "Which one? Text TAKE 7, TAKE 8 or TAKE 12.": ["TAKE 7", "TAKE 8", "TAKE 12"],
    "Which one? Text DONE 7 for Juniper or DONE 8 for Maple.": ["DONE 7", "DONE 8"],
    "Who is this for? Text 7 for Juniper or 8 for Maple. I am holding it.": ["7", "8"],
    "Ada asks for backup with Juniper. Text ACK 5 if you have it.": ["ACK 5"],
    "Text DONE to stop waiting, or CRISIS to see the line again.": ["DONE", "CRISIS"],
    "Contesta por aqui. Escribe ADIOS cuando quieras.": ["ADIOS"],
    "Escribe OTRA VEZ si quieres.": ["OTRA VEZ"],
    "To come back, text START.": ["START"],
    "In a crisis, call 1-800-000 or text HOME to 741741. STOP ends all texts.": [],
    "If it can't wait, call or text 988.": [],
    "ON, ON 90 (min), OFF\nTAKE 7, PASS 7: a person offered to you\nCLAIM 12": [],
    "Use digits: for example TAKE 7.": [],
    "Text STOP to get no texts.": [],
    "I got your text. I AM SO TIRED": [],
}


def test_segments_are_counted_as_the_exchange_counts_them(screen: Screen) -> None:
    chance = random.Random(5)
    bodies = ["", "a" * 160, "a" * 161, "é" * 306, "€" * 80, "€" * 81, "🌙" * 35, "🌙" * 36]
    bodies += ["".join(chance.choices(ALPHABET, k=chance.randrange(320))) for _ in range(300)]
    bodies += ["".join(chance.choices("ab€[", k=chance.randrange(500))) for _ in range(300)]
    counted = screen.module("segments.js", "return arguments[0].map(module.count)", bodies)
    for body, count in zip(bodies, counted, strict=True):
        assert count["segments"] == segments.count(body), repr(body)
        assert (count["encoding"] == "GSM-7") == segments.is_gsm(body), repr(body)


def test_the_count_is_shown_while_writing(screen: Screen) -> None:
    caller = screen.phone("Someone")
    assert caller.one(".counter").text == ""
    caller.box.send_keys("hello")
    assert caller.one(".counter").text == "5 characters · 1 segment GSM-7"
    caller.box.send_keys(" – " * 30)
    assert caller.one(".counter").text == "95 characters · 2 segments UCS-2"


def test_only_what_a_text_asks_for_is_invited(screen: Screen) -> None:
    found = screen.module("chips.js", "return arguments[0].map(module.invited)", list(INVITED))
    assert dict(zip(INVITED, found, strict=True)) == INVITED


def test_an_invitation_is_open_until_it_is_answered_or_over(screen: Screen) -> None:
    peony = "Peony would like to talk. Text TAKE 1 or PASS 1."
    maple = "Maple would like to talk. Text TAKE 2 or PASS 2."
    threads = [
        ([peony, maple], ["TAKE 2", "PASS 2", "TAKE 1", "PASS 1"]),
        ([peony, maple, "> take 1", "You are with Peony now."], ["TAKE 2", "PASS 2"]),
        ([peony, "Thank you! Another peer is with Peony already."], []),
        ([peony, "how was your day?", "Maple is here."], ["TAKE 1", "PASS 1"]),
        (["Text DONE to stop."], ["DONE"]),
        (["Text DONE to stop.", "Take your time."], []),
    ]
    script = """
        const texts = (bodies) => bodies.map((body) =>
            ({ mine: body.startsWith("> "), body: body.replace("> ", "") }));
        return arguments[0].map((bodies) => module.open(texts(bodies)));
    """
    found = screen.module("chips.js", script, [bodies for bodies, _ in threads])
    assert found == [replies for _, replies in threads]
