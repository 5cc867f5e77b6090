// Every sentence the page says, in one place, where a peer can review it.

export const ROLES = {
  caller: "Caller",
  volunteer: "Volunteer",
  coordinator: "Coordinator",
  crisis: "Desk telephone",
};

export const BLANK = {
  caller:
    "Write to the line as you would at 3 a.m., or call it. " +
    "A peer answers, from their own phone.",
  volunteer: "Text ON to say you are there for people now.",
  coordinator: "Word comes here when someone needs more than a peer. STATUS says how the line is.",
  crisis: "It rings when a caller presses 0, or when a peer brings it in by * and 2.",
};

export const STANDING = {
  // the replies that are always at hand
  caller: ["DONE", "CRISIS"],
  volunteer: ["ON", "OFF", "DONE", "BACKUP", "SHIFTS", "MENU"],
  coordinator: ["STATUS", "MENU"],
};

export const STATES = {
  sent: "Sent",
  heard: "Delivered",
  unheard: "Sent, but the line has not answered",
};

const REASONS = {
  14107: "too many texts in a row between two numbers",
  30001: "the queue was full",
  30002: "the account is suspended",
  30003: "the phone is switched off or out of reach",
  30004: "the phone or its carrier blocks the sender",
  30005: "there is no such number",
  30006: "a landline, or a carrier that cannot be reached",
  30007: "the carrier took it for spam",
  30008: "the carrier does not say why",
  30022: "too many texts for this kind of number",
  30034: "the line's number is not registered with the carriers",
  30036: "it waited too long in the queue",
};

export const notDelivered = (code) =>
  `A text to this phone was not delivered: ${REASONS[code] ?? "no reason given"} (${code}).`;

export const CONNECTION = {
  opening: "Connecting",
  live: "Live",
  polling: "Live, by asking",
  lost: "Connection lost. Trying again.",
};

export const NOT_SENT = "Not sent: the exchange does not answer. Your words are back in the box.";
export const SWITCHED_OFF =
  "Switched off. Texts to this phone do not arrive, and it cannot be rung.";
export const PICTURE = "Sample picture: a cup of tea at a window by night";
export const SEND = "Send";
export const ATTACH = "Send a sample picture";
export const THE_LINE = "The line";

export const youAre = (name) => `Texts on the phone of ${name}`;
export const writeAs = (name) => `Text from ${name}`;
export const repliesOf = (name) => `Quick replies for ${name}`;
export const threadsOf = (name) => `Numbers that ${name} talks with`;
export const lineNumber = (index) => `Line ${index + 1}`;
export const newText = (name, body) => `New text for ${name}: ${body || "a picture"}`;
export const unread = (count) => (count === 1 ? "1 new text" : `${count} new texts`);
export const attached = (what) => `Attached: ${what}`;

export const counted = ({ characters, segments, encoding }) =>
  `${characters} ${characters === 1 ? "character" : "characters"} · ` +
  `${segments} ${segments === 1 ? "segment" : "segments"} ${encoding}`;

const STATES_OF_CALL = {
  calling: "Calling the line",
  rings: "The line is calling",
  held: "In the line, waiting",
  talking: "On the phone",
  ended: "Call ended",
  missed: "Missed call",
  failed: "The call failed",
};

/** What the owner of the phone would say of a call. */
export function stateOf({ state, ending, others, isHeld, isMine }) {
  if (state === "over") return ending === "busy" ? busy(isMine) : STATES_OF_CALL[ending];
  if (others > 1) return `Connected, ${others + 1} on the line`;
  if (others) return "Connected";
  return STATES_OF_CALL[state === "talking" && isHeld ? "held" : state];
}

const busy = (isMine) => (isMine ? "Busy" : "Declined");

export const CALL = {
  start: "Call",
  again: "Call again",
  answer: "Answer",
  decline: "Decline",
  hangUp: "Hang up",
  texts: "Texts",
  back: "Keypad",
  close: "Close",
  sounds: "quiet sounds",
  together: "You hear each other. What two people say is not simulated.",
  failed: "The exchange did not answer. Please try again.",
};

export const callOn = (name) => `Call on the phone of ${name}`;
export const startAs = (name) => `Call the line from ${name}'s phone`;
export const captionsOf = (name) => `What is heard on the phone of ${name}`;
export const keypadOf = (name) => `Keypad of ${name}`;
export const keysOf = (name) => `Keys that make sense now for ${name}`;
export const key = (name) => ({ "*": "star", "#": "pound" })[name] ?? name;
export const pressed = (keys) => `You pressed ${[...keys].map(key).join(" ")}.`;
export const callNews = (name, state) => `${name}'s phone: ${state}.`;
export const heardOn = (name, words) => `${name} hears: ${words}`;

export const SOUND = {
  name: "Sound",
  onlyRinging: "no voice here",
  about: "Reads aloud what is heard on the phones, by this machine's own voices, and rings quietly",
};

export const CLOCK = { label: "The exchange's clock", jump: "Jump ahead" };
export const minutes = (count) => `+${count} min`;

export const GUIDE = {
  title: "Your first conversation",
  hide: "Hide the guide",
  done: "Done: ",
  all: "That is the whole way of a text: two people talked, and neither saw the other's number.",
  next: (names) =>
    `Go on: press Call on the caller's phone, let ${names.volunteer} text BACKUP and see ` +
    `${names.coordinator} paged, jump ahead in ` +
    "time while nobody answers, or lose a text under Faults.",
  go: (name) => `Show ${name}'s phone`,
  step: (index, count) => `Step ${index + 1} of ${count}`,
};

export const STEPS = {
  on: ({ volunteer }) => `${volunteer} texts ON: there for people now.`,
  write: () => "Write as the caller: anything you might say at 3 a.m.",
  take: ({ peer }) =>
    `${peer ?? "A volunteer"} is offered someone with a plant's name. Press TAKE.`,
  answer: ({ peer }) =>
    `Answer as ${peer ?? "the volunteer"}. The words arrive, the number does not.`,
  end: () => "Either of the two texts DONE when they want to stop.",
};

export const FAULTS = {
  title: "What can go wrong",
  close: "Close",
  intro: "Networks lose, repeat and delay. See what the line makes of it.",
  next: "The next text to the line …",
  phones: "Switched off",
  phonesIntro: "Texts to a phone that is off do not arrive, and it cannot be rung.",
  log: "What has gone wrong",
  quiet: "Nothing yet.",
  calm: "Call it off",
  failed: "The exchange did not answer. Nothing was changed.",
  armed: (count) => (count ? `Still to come: ${count}` : ""),
  kinds: {
    webhook_lose: "is lost on the way",
    webhook_duplicate: "is told twice",
    webhook_delay: "comes 10 seconds late",
  },
  struck: {
    webhook_lose: "A text was lost on the way",
    webhook_duplicate: "A text was told twice",
    webhook_delay: "A text was held up",
    webhook_reorder: "A text was overtaken",
  },
};
