// How many segments a text takes on the air: the same count as warmline/simulator/segments.py.

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("^{}\\[~]|€\f"); // each costs an escape as well

/** `{characters, segments, encoding}` of `body`; an empty one still takes one segment. */
export function count(body) {
  const letters = [...body];
  const isGsm = letters.every((letter) => BASIC.has(letter) || EXTENDED.has(letter));
  const widths = letters.map((letter) => (isGsm ? 1 + EXTENDED.has(letter) : letter.length));
  return {
    characters: letters.length,
    segments: isGsm ? packed(widths, 160, 153) : packed(widths, 70, 67),
    encoding: isGsm ? "GSM-7" : "UCS-2",
  };
}

function packed(widths, alone, joined) {
  if (widths.reduce((sum, width) => sum + width, 0) <= alone) return 1;
  let segments = 1;
  let room = joined; // joined segments carry a header
  for (const width of widths) {
    if (width > room) {
      segments += 1; // no character is split over two segments
      room = joined;
    }
    room -= width;
  }
  return segments;
}
