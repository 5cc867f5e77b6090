"""A coordinator who listens to a call: what such stories begin with."""

from __future__ import annotations

from tests.stories.calling import phone_of
from tests.stories.line import MAIN, Line
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling


def code_of(line: Line) -> int:
    (contact,) = line.desk.store.contacts.open()
    found = line.desk.store.contacts.get(contact)
    assert found
    return found.code


def asks(line: Line, kit: Phone, peer: Calling) -> None:
    kit.texts(f"LISTEN {code_of(line)}", to=MAIN)
    kit.expects("tell the peer", "first")
    phone_of(peer).expects("Ada, a coordinator is about to listen", "to be there for you")


def listens(line: Line, kit: Phone, peer: Calling) -> Calling:
    asks(line, kit, peer)
    peer.hears("A coordinator is about to listen")
    call = kit.rings().picks_up()
    call.hears("Nobody will hear you")
    call.presses("1")
    call.hears("You are listening")
    return call


def nobody_listens(peer: Calling) -> None:
    phone_of(peer).expects("no coordinator listens")
