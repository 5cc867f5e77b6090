"""Bad webhooks, written down one by one; each with the statuses it may be answered with."""

from __future__ import annotations

from dataclasses import replace

from werkzeug.datastructures import MultiDict

from tests.webhooks.provider import A_CALL, A_STATUS, A_TEXT, LINE, MARK, OTHER_TOKEN, TEXT, Webhook

FORM = "application/x-www-form-urlencoded"
REFUSED, MALFORMED, TOO_LARGE, NO_SUCH = {403}, {400}, {413}, {404, 405}
SIGNATURES = {
    "none": "",
    "too short": "abc",
    "of nothing": "2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
    "very long": "A" * 5000,
    "spaces": "   ",
    "not ASCII": "\xff\xfe\xe9",
    "JSON": '{"a": 1}',
}
TYPES = (
    "application/json", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain",
    "application/xml", "nonsense", "application/x-www-form-urlencoded2", "/", ";;;",
)  # fmt: skip
BODIES = {
    "JSON": f'{{"Body": "{MARK}"}}'.encode(),
    "an array": b"[1, 2, 3]",
    "bad UTF-8": b"Body=\xff\xfe%ff%fe" + MARK.encode(),
    "NULs": b"Body=\0%00\0&\0=\0",
    "lone surrogates": b"Body=%ED%A0%80%ED%BF%BF&From=%ED%A0%BD",
    "broken percents": b"Body=%&%zz=%G1&%%%",
    "nothing but signs": b"&&&===;;;&=&=",
    "thousands of fields": b"&".join(b"f%d=1" % n for n in range(5000)),
    "one field a thousand times": b"Body=1&" * 1000,
    "a huge body": b"Body=" + b"a" * 200_000,
    "a huge name": b"a" * 200_000 + b"=1",
    "just over the limit": b"Body=" + b"a" * 65_536,
}
WRONG: dict[str, list[str | None]] = {  # signed, and not what the provider sends
    "To": ["", "line", "15550100001", "+0", "+1555010000199999", "++15550100001", "\u0661234567890", None],
    "From": ["", "x" * 65, None],
    "Body": ["x" * 1601, "\U0001f614" * 1601],
    "MessageSid": [
        "", "SM", "SM" + "a" * 31, "SM" + "a" * 33, "SM" + "A" * 32, "CA" + "a" * 32, "sm" + "a" * 32,
        "SM" + "g" * 32, "MM" + "a" * 31, "SM" + "a" * 32 + "\n", None,
    ],
    "NumMedia": ["-1", "11", "1.0", "1e3", "\u0663", "9" * 5000, "0x1", " 1", "", "NaN"],
}  # fmt: skip
WRONG_STATUS: dict[str, list[str | None]] = {
    "MessageStatus": ["", "1", "deliv ered", "x" * 25, "\u0434\u0430", None],
    "MessageSid": ["", "SM", "SM" + "z" * 32, None],
}
SILENT = {  # senders that get no answer, and are counted
    "a short code": "12345",
    "a word": "PIZZA",
    "our own number": LINE,
    "our other number": "+15550100002",
    "a premium number": "+19005550100",
    "nobody": "anonymous",
    "no number": "+1",
    "a sentence": f"call {MARK}",
    "quotes": "'\"<script>",
    "NULs": "+1555\x000110999",
}


def bad() -> dict[str, tuple[Webhook, set[int]]]:
    """Every one of them, by name."""
    found: dict[str, tuple[Webhook, set[int]]] = {}
    for door, hook in {"text": A_TEXT, "status": A_STATUS, "call": A_CALL}.items():
        for name, signature in SIGNATURES.items():
            found[f"{door}: signature {name}"] = replace(hook, signature=signature), REFUSED
        found[f"{door}: signed by another"] = replace(hook, token=OTHER_TOKEN), REFUSED
        for name, raw in BODIES.items():
            answers = REFUSED | (TOO_LARGE if len(raw) > 5000 else set())
            found[f"{door}: body {name}"] = replace(hook, raw=raw), answers
        for kind in TYPES:
            found[f"{door}: type {kind}"] = replace(hook, raw=b"x" * 9, content_type=kind), REFUSED
        for method in ("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"):
            answers = NO_SUCH | REFUSED
            found[f"{door}: {method}"] = replace(hook, method=method, signature=""), answers
    for path in ("/webhooks", "/webhooks/", "/webhooks/sms/", "/webhooks/sms/status", "/webhooks/%00",
                 f"/webhooks/{MARK}", "/webhooks/sms/../../etc/passwd", "/webhooks/sms/status/a/b"):  # fmt: skip
        found[f"path {path}"] = replace(A_TEXT, path=path), NO_SUCH | {308}
    for field, values in WRONG.items():
        for n, value in enumerate(values):
            found[f"signed: {field} {n}"] = A_TEXT.saying(**{field: value}), MALFORMED
    for field, values in WRONG_STATUS.items():
        for n, value in enumerate(values):
            found[f"signed status: {field} {n}"] = A_STATUS.saying(**{field: value}), MALFORMED
    twice = MultiDict([*TEXT.items(), ("To", "zzz")])
    twice.setlist("To", ["zzz", LINE])
    found["signed: To twice"] = replace(A_TEXT, form=twice), MALFORMED
    many = {**TEXT, **{f"Extra{n}": MARK for n in range(500)}}
    found["signed: too many fields"] = replace(A_TEXT, form=many), TOO_LARGE
    found["signed: nothing"] = replace(A_TEXT, form={}), MALFORMED
    return found


def harmless() -> dict[str, Webhook]:
    """Well-formed and signed, yet nothing comes of them."""
    found = {f"from {name}": A_TEXT.saying(From=sender) for name, sender in SILENT.items()}
    found["to a number that is not ours"] = A_TEXT.saying(To="+15550100777")
    found["the status of a text nobody sent"] = A_STATUS
    for n, text in enumerate(("t%00", "%ED%A0%80", "..", "t" * 4000, "%7B%7D", "t:seats")):
        found[f"the status of an odd text {n}"] = replace(
            A_STATUS, path=f"/webhooks/sms/status/{text}", signature=None
        )
    return found
