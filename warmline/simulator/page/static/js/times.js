// Moments and numbers as a phone shows them, in the reader's own time zone.

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const SHORT_DAY = new Intl.DateTimeFormat(undefined, { weekday: "short" });

export const timeOf = (at) => CLOCK.format(new Date(at));
export const dayOf = (at) => DAY.format(new Date(at));
export const moment = (at) => `${SHORT_DAY.format(new Date(at))} ${CLOCK.format(new Date(at))}`;

/** "+1 555 010 1001"; numbers of other countries in threes. */
export function numberAsRead(e164) {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  if (american) return `+1 ${american.slice(1).join(" ")}`;
  return e164.replace(/(\d{3})(?=\d{2})/g, "$1 ");
}

/** "0:07", "12:30", of milliseconds. */
export function lengthOf(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
