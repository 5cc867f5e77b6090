"""Texting by the page: what is written leaves, what comes is shown, and nothing more is done with it."""

from __future__ import annotations

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.simulator.conftest import LINE, SECOND
from tests.simulator.customer import Customer
from tests.simulator.page.conftest import ADA, CALLER, Says
from tests.simulator.page.screen import Screen, until
from warmline.simulator.handset import Handsets
from warmline.simulator.server import ExchangeServer


def test_what_the_caller_writes_reaches_the_line(screen: Screen, customer: Customer) -> None:
    caller = screen.phone("Someone")
    caller.writes("is anybody there?")
    (told,) = customer.wait_for(1)
    assert told.params["Body"] == "is anybody there?"
    assert (told.params["From"], told.params["To"]) == (CALLER, LINE)
    caller.shows("is anybody there?", "Delivered")
    assert caller.box.get_property("value") == ""


def test_what_the_line_texts_is_on_that_phone_alone(screen: Screen, says: Says) -> None:
    says(CALLER, "Hi, this is the warmline.")
    screen.phone("Someone").shows("Hi, this is the warmline.")
    assert screen.phone("Ada").texts() == []
    announced = [region.get_property("textContent") for region in screen.all("#announcements p")]
    assert announced == ["New text for Someone: Hi, this is the warmline.", "", "", "", ""]


def test_what_came_before_the_page_was_opened_is_there(screen: Screen, says: Says) -> None:
    handsets = Handsets(screen.url)
    ada = handsets.phone(ADA)
    ada.texts("ON", to=LINE)
    says(ADA, "You are on.")
    ada.expects("You are on.")
    handsets.close()
    screen.open()
    screen.phone("Ada").shows("You are on.")
    assert screen.phone("Ada").texts() == ["ON", "You are on."]
    assert screen.all("#announcements p:not(:empty)") == []


def test_markup_and_addresses_are_shown_as_they_were_written(screen: Screen, says: Says) -> None:
    harm = "<script>window.harmed = 1</script><img src=x onerror='window.harmed = 2'> https://a.example/x"
    says(ADA, harm)
    screen.phone("Ada").shows(harm)
    screen.phone("Someone").writes(harm)
    screen.phone("Someone").shows(harm)
    assert screen.run("return window.harmed") is None
    assert screen.all(".bubble script, .bubble img, .bubble a") == []


def test_an_offer_invites_its_answers_until_one_is_given(
    screen: Screen, says: Says, customer: Customer
) -> None:
    says(ADA, "Juniper would like to talk. Waiting: 2 min. Text TAKE 7 or PASS 7.")
    ada = screen.phone("Ada")
    until(lambda: ada.invites() == ["TAKE 7", "PASS 7"], "the answers to the offer")
    ada.box.send_keys("half a thought")
    ada.presses("TAKE 7")
    (told,) = customer.wait_for(1)
    assert told.params["Body"] == "TAKE 7"
    until(lambda: ada.invites() == [], "the answers to be gone")
    assert ada.box.get_property("value") == "half a thought"


def test_each_of_the_lines_numbers_is_a_thread_of_its_own(
    screen: Screen, says: Says, customer: Customer
) -> None:
    ada = screen.phone("Ada")
    says(ADA, "Juniper would like to talk.")
    ada.shows("Juniper would like to talk.")
    says(ADA, "You are with Juniper now.", sender=SECOND)
    ada.shows("You are with Juniper now.")  # nobody is using the phone, so it opens by itself
    assert ada.texts() == ["You are with Juniper now."]
    assert ada.threads() == ["Line 1 …0001", "Line 2 …0002"]
    ada.writes("hello Juniper")
    (told,) = customer.wait_for(1)
    assert told.params["To"] == SECOND
    ada.all(".thread")[0].click()
    ada.shows("Juniper would like to talk.")
    assert "hello Juniper" not in ada.texts()


def test_a_phone_in_use_does_not_change_under_its_owners_hands(screen: Screen, says: Says) -> None:
    ada = screen.phone("Ada")
    says(ADA, "Juniper would like to talk.")
    ada.shows("Juniper")
    ada.box.send_keys("I am just writ")
    says(ADA, "Maple says hello.", sender=SECOND)
    until(lambda: "1" in " ".join(ada.threads()[1:]).split(), "a badge on the other thread")
    assert ada.texts() == ["Juniper would like to talk."]
    ada.all(".thread")[1].click()
    ada.shows("Maple says hello.")
    assert ada.box.get_property("value") == ""  # each thread keeps its own unsent words
    ada.all(".thread")[0].click()
    assert ada.box.get_property("value") == "I am just writ"


def test_the_paper_clip_sends_a_picture(screen: Screen, customer: Customer) -> None:
    caller = screen.phone("Someone")
    caller.box.send_keys("my window")
    caller.one("button[aria-label='Send a sample picture']").click()
    (told,) = customer.wait_for(1)
    assert (told.params["NumMedia"], told.params["Body"]) == ("1", "my window")
    picture = caller.shows("my window").find_element(By.TAG_NAME, "img")
    until(lambda: picture.get_property("naturalWidth"), "the picture to be drawn")
    assert "cup of tea" in str(picture.get_attribute("alt"))


def test_words_come_back_when_they_cannot_be_sent(screen: Screen, server: ExchangeServer) -> None:
    screen.is_trouble_expected = True
    server.stop()
    until(lambda: "Trying again" in screen.one("#connection").text, "the loss to be told")
    caller = screen.phone("Someone")
    caller.writes("please")
    until(lambda: "Not sent" in caller.one(".compose [role=alert]").text, "the failure to be told")
    assert caller.box.get_property("value") == "please"


def test_shift_and_enter_begin_a_new_line(screen: Screen, customer: Customer) -> None:
    box = screen.phone("Someone").box
    box.send_keys("first", Keys.SHIFT, Keys.ENTER)  # Shift is let go of at the end of a call
    box.send_keys("second", Keys.ENTER)
    (told,) = customer.wait_for(1)
    assert told.params["Body"] == "first\nsecond"
