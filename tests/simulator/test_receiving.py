"""A phone texts a number of the customer's, who is told by a signed webhook and may answer."""

from __future__ import annotations

from tests.simulator.conftest import LINE
from tests.simulator.customer import Customer
from warmline.simulator.handset import Phone


def test_a_text_to_the_line_reaches_the_customer_signed(ada: Phone, customer: Customer) -> None:
    sid = ada.texts("Is anybody there? ❤", to=LINE)
    (told,) = customer.wait_for(1)
    assert told.is_signed
    assert told.path == "/sms"
    expected = {"MessageSid": sid, "From": ada.number, "To": LINE, "Body": "Is anybody there? ❤"}
    assert expected.items() <= told.params.items()
    assert told.params["NumSegments"] == "1"
    assert told.params["FromCountry"] == "US"


def test_the_customers_answer_goes_back_to_the_phone(ada: Phone, customer: Customer) -> None:
    customer.answers("<Response><Message>We are here.</Message></Response>")
    ada.texts("Hello?", to=LINE)
    ada.expects("We are here.", sender=LINE)
