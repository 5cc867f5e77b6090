// The calls on every phone, as the exchange's events tell them.

import { merged } from "./invitations.js";

const ENDED = { busy: "busy", "no-answer": "missed", canceled: "missed", failed: "failed" };

export class Calls {
  /** Changes are told through `store` as "call" and "heard", each with the `call`, and if it is `live`. */
  constructor(store, { events }) {
    this._store = store;
    this._history = events;
    this._bySid = new Map();
    this._rooms = new Map(); // conference → the calls in it
    this._byNumber = new Map(store.people.map((person) => [person.number, person]));
  }

  /** Take in one event of the exchange; those that are about no call are none of ours. */
  take(event) {
    const known = TELLS[event.kind];
    const call = known && this._of(event);
    if (!call) return;
    known(call, event, this);
    const live = event.n > this._history;
    if (call.state === "over") this._over(call, live);
    if (event.kind === "heard") this._store.tell("heard", { call, live, said: call.heard.at(-1) });
    this.told(call, live);
  }

  told(call, live = true) {
    this._store.tell("call", { call, live });
  }

  /** The calls in the same conference, this one among them. */
  room(conference) {
    if (!this._rooms.has(conference)) this._rooms.set(conference, new Set());
    return this._rooms.get(conference);
  }

  /** A call that waited behind this one is seen now; what ended before the page was opened is not. */
  _over(call, live) {
    call.isClosed ??= !live;
    const { person } = call;
    const waits = [...this._bySid.values()].find((one) => one.person === person && isOpen(one));
    if (!waits || isOpen(person.call)) return;
    person.call = waits;
    this.told(waits, live);
  }

  _of({ sid, handset, number, kind, at }) {
    const person = this._byNumber.get(handset);
    if (!person || this._bySid.has(sid)) return this._bySid.get(sid);
    const call = fresh({ sid, person, number, isMine: kind === "call_placed", at });
    this._bySid.set(sid, call);
    if (!isOpen(person.call) || call.isMine) person.call = call; // who is talking goes on talking
    return call;
  }
}

export const isOpen = (call) => Boolean(call) && call.state !== "over";

const fresh = ({ sid, person, number, isMine, at }) => ({
  ...{ sid, person, number, isMine, at },
  state: isMine ? "calling" : "rings",
  answeredAt: null,
  endedAt: null,
  ending: "",
  isHeld: false,
  others: 0,
  heard: [], // what was said, and the keys that were pressed
  open: new Map(), // key → what it is for
  star: null, // what * is for in a talk, once the line has said so
});

/** Who is in a room, and how many hear each other there, has changed. */
function recount(room, calls) {
  for (const call of room) {
    call.others = room.size - 1;
    if (call.others) call.open = inTalk(call);
    calls.told(call);
  }
}

const inTalk = ({ star }) => new Map(star ? [["*", star]] : []);

const TELLS = {
  call_placed: () => undefined,
  call_rings: (call, { at }) => {
    call.at = at;
  },
  call_answered: (call, { at }) => {
    call.state = "talking";
    call.answeredAt = at;
  },
  heard: (call, { words, verb, language, at }) => {
    if (call.state !== "over") call.state = "talking";
    call.answeredAt ??= at; // an inbound call is answered by the first word
    call.heard.push({ words, verb, language, at });
    if (verb !== "Say") return;
    call.open = merged(call.open, words);
    if (call.star || !call.open.has("*")) return;
    call.star = call.open.get("*");
    if (!call.others) call.open.delete("*"); // it is told of before the talk, and works in it
  },
  keys: (call, { keys, at }) => {
    call.heard.push({ keys, at });
    call.open = new Map();
  },
  queued: (call) => {
    call.isHeld = true;
  },
  unqueued: (call) => {
    call.isHeld = false;
  },
  joined_conference: (call, { conference }, calls) => {
    recount(calls.room(conference).add(call), calls);
  },
  left_conference: (call, { conference }, calls) => {
    const room = calls.room(conference);
    room.delete(call);
    call.others = 0;
    recount(room, calls);
  },
  bridged: (call) => {
    call.others = 1;
    call.open = inTalk(call);
  },
  left: (call) => {
    call.others = 0;
  },
  call_ended: (call, { status, at }) => {
    call.state = "over";
    call.endedAt = at;
    call.others = 0;
    call.open = new Map();
    call.ending = ENDED[status] ?? "ended";
  },
};
