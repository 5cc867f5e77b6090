// The steps of a first conversation, and how each is known to have happened.

import { invited } from "./chips.js";
import { STEPS } from "./words.js";

const ON = /^\W*on\b[\W\d]*$/i;
const TAKE = /^\W*take\b/i;
const END = /^\W*(?:done|bye)\b[\W\d]*$/i;
const COMMAND =
  /^\W*(?:on|off|pause|resume|take|pass|done|backup|handoff|menu|again|shifts|mine)\b[\W\d]*$/i;

const ALL = [
  { name: "on", role: "volunteer", happens: (body) => ON.test(body) },
  { name: "write", role: "caller", happens: (body) => body !== "" },
  { name: "take", role: "volunteer", happens: (body) => TAKE.test(body) },
  { name: "answer", role: "volunteer", after: "take", happens: (body) => !COMMAND.test(body) },
  {
    name: "end",
    role: "volunteer",
    or: "caller",
    after: "take",
    happens: (body) => END.test(body),
  },
];

export class Steps {
  constructor(people) {
    const first = (role) => people.find((person) => person.role === role);
    this._people = { caller: first("caller"), volunteer: first("volunteer"), peer: undefined };
    this._coordinator = first("coordinator");
    this._done = new Set();
  }

  /** Whether there is anybody to take them. */
  get arePossible() {
    return Boolean(this._people.caller && this._people.volunteer);
  }

  /** Each step with its words, whether it is done, and whose phone it happens on. */
  get all() {
    const { caller, volunteer, peer } = this._people;
    return ALL.map(({ name, role }) => ({
      words: STEPS[name](this.names),
      isDone: this._done.has(name),
      person: role === "caller" ? caller : (peer ?? volunteer),
    }));
  }

  get names() {
    const { caller, volunteer, peer } = this._people;
    return {
      caller: caller?.name,
      volunteer: volunteer?.name,
      peer: peer?.name,
      coordinator: this._coordinator?.name ?? "the coordinator",
    };
  }

  /** Take note of a text; whether anything about the steps has changed. */
  take({ person, text }) {
    const before = JSON.stringify(this.all.map(({ words, isDone }) => [words, isDone]));
    if (person.role === "volunteer" && concernsTaking(text)) this._choose(person, text);
    if (text.mine) this._tick(person.role, text.body);
    return before !== JSON.stringify(this.all.map(({ words, isDone }) => [words, isDone]));
  }

  /** The volunteer to look at: the first who was offered someone, then the one who took them. */
  _choose(person, text) {
    if (this._done.has("take")) return;
    if (text.mine || !this._people.peer) this._people.peer = person;
  }

  _tick(role, body) {
    for (const { name, role: whose, or, after, happens } of ALL) {
      const isTheirs = role === whose || role === or;
      if (isTheirs && (!after || this._done.has(after)) && happens(body)) this._done.add(name);
    }
  }
}

function concernsTaking({ mine, body = "" }) {
  return mine ? TAKE.test(body) : invited(body).some((reply) => TAKE.test(reply));
}
