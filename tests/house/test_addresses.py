"""Nothing that is committed names a package registry's host or a path of someone's machine."""

from __future__ import annotations

import re

import pytest

from tests.house.checkout import ROOT, texts

REFUSED = {  # written so that this file does not match itself
    "a registry's host": r"pypi[.]org|pythonhosted[.]|npmjs[.](org|com)|deb[.]debian[.]|/simple[/\"']",
    "an index in a pin file": r"^--(extra-)?(index-url|find-links|trusted-host)",
    "a path of one machine": r"(?<![\w.~-])/(work|root|Users)/\w|(?<![\w.~-])/home/(?!you\b)\w",
}


@pytest.mark.parametrize("what", REFUSED)
def test_no_file_has(what: str) -> None:
    pattern = re.compile(REFUSED[what], re.MULTILINE)

    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts()
        for match in pattern.finditer(text)
    ]

    assert found == []
