"""How patient the provider is with an address of ours: connection overrides, in the fragment that it reads and does not send."""

from __future__ import annotations

# Two seconds to connect, four to answer, two more tries on any failure, all of it within fifteen seconds.
# Documented for webhook addresses; for those within TwiML see docs/calls.md, "Always an answer".
OVERRIDES = "#ct=2000&rt=4000&rc=2&rp=all"
