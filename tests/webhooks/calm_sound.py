"""Makes the quiet sound between the words of the wait loop: `python -m tests.webhooks.calm_sound`.

Eight seconds: a soft chord that swells and fades twice, as slow as breathing. It begins and ends in silence, so it loops
without a click. Eight-bit mu-law at 8 kHz is what the telephone carries anyway. It is made here, so it is ours.
"""

from __future__ import annotations

import math
import struct
from pathlib import Path

RATE, SECONDS = 8_000, 8
TONES = ((196.0, 0.5), (293.5, 0.3), (392.5, 0.2), (587.0, 0.08))  # Hz and share: G, D, G, D
LOUDNESS = 0.16  # of the most there is: well below a voice
PLACE = Path(__file__).parents[2] / "warmline" / "webhooks" / "sounds" / "calm.wav"


def samples() -> list[int]:
    """The sound in sixteen bits."""
    made = []
    for at in range(RATE * SECONDS):
        t = at / RATE
        swell = math.sin(math.pi * t * 2 / SECONDS) ** 2
        chord = sum(share * math.sin(2 * math.pi * tone * t) for tone, share in TONES)
        made.append(round(32767 * LOUDNESS * swell * chord))
    return made


def mu_law(sample: int) -> int:
    """One sample in eight bits (ITU-T G.711)."""
    sign, level = (0x80 if sample < 0 else 0), min(abs(sample), 32_635) + 132
    exponent = level.bit_length() - 8
    return ~(sign | exponent << 4 | level >> (exponent + 3) & 0x0F) & 0xFF


def wav(sound: list[int]) -> bytes:
    """The sound as a file."""
    body = bytes(map(mu_law, sound))
    form = struct.pack("<HHIIHHH", 7, 1, RATE, RATE, 1, 8, 0)  # 7: mu-law
    chunks = b"".join(
        name + struct.pack("<I", len(chunk)) + chunk
        for name, chunk in (
            (b"fmt ", form),
            (b"fact", struct.pack("<I", len(body))),
            (b"data", body),
        )
    )
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


if __name__ == "__main__":
    PLACE.write_bytes(wav(samples()))
