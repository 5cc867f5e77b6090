"""Are texts read for risk by all that there is to read them?"""

from __future__ import annotations

from collections.abc import Iterator

from warmline.cli.checkup.finding import Finding, advice, fine
from warmline.safety.second_look import installed


def look() -> Iterator[Finding]:
    encoder, why = installed()
    if encoder is not None:
        yield fine("reader", "rules, table and encoder")
    else:
        yield advice(
            "reader",
            f"rules and table only, which notice fewer of those in danger; of the encoder {why}",
            "Install it as docs/operations.md says, or leave it where memory is short.",
        )
