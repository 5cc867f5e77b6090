// What is on every phone, as the exchange's events tell it.

export class Store {
  /** `cast` as the exchange gives it: the people, the line's numbers, the events so far. */
  constructor({ people, line, voice, events }) {
    this.line = line;
    this.voice = voice; // the numbers that can be phoned
    this._history = events; // events up to this one happened before the page was opened
    this._isCaughtUp = events === 0;
    this.people = people.map((person) => ({
      ...person,
      isOff: person.trouble !== null,
      threads: new Map(line.slice(0, 1).map((number) => [number, fresh(number)])),
      current: line[0] ?? null,
      call: null, // the newest, or the one that goes on
    }));
    this.faults = [];
    this._byNumber = new Map(this.people.map((person) => [person.number, person]));
    this._mine = new Map(); // sid → the text on its sender's phone
    this._listeners = new Map();
  }

  /** Call `listener` whenever something of this kind happens. */
  on(kind, listener) {
    this._listeners.set(kind, [...(this._listeners.get(kind) ?? []), listener]);
  }

  tell(kind, what) {
    for (const listener of this._listeners.get(kind) ?? []) listener(what);
  }

  /** Take in one event of the exchange. */
  take(event) {
    const live = event.n > this._history;
    if (live) this._catchUp();
    if (event.kind === "text_sent") this._sent(event, live);
    if (event.kind === "text_arrived") this._arrived(event, live);
    if (event.kind === "status" && event.error_code !== null) this._failed(event, live);
    if (event.kind === "fault") {
      this.faults.push(event);
      this.tell("fault", event);
    }
    if (event.n === this._history) this._catchUp();
  }

  /** Note whether the line has answered for a text. Once heard, it stays so. */
  heard(sid, isHeard) {
    const found = this._mine.get(sid);
    if (!found || found.text.state === "heard") return;
    found.text.state = isHeard ? "heard" : "unheard";
    this.tell("state", found);
  }

  /** The texts that nobody has answered for yet. */
  get unheard() {
    return [...this._mine.values()].filter(({ text }) => text.state !== "heard").length;
  }

  _catchUp() {
    if (this._isCaughtUp) return;
    this._isCaughtUp = true;
    this.tell("caught-up");
  }

  _sent(event, live) {
    const person = this._byNumber.get(event.from);
    if (!person) return;
    const state = this.line.includes(event.to) ? "sent" : "heard";
    const text = { ...common(event), mine: true, state };
    const thread = this._add(person, event.to, text);
    this._mine.set(event.sid, { person, thread, text });
    this.tell("text", { person, thread, text, live });
  }

  _arrived(event, live) {
    const person = this._byNumber.get(event.to);
    if (!person) return;
    const text = { ...common(event), mine: false };
    const thread = this._add(person, event.from, text);
    this.tell("text", { person, thread, text, live });
  }

  _failed(event, live) {
    const person = this._byNumber.get(event.to);
    if (!person) return;
    const text = { sid: event.sid, at: event.at, mine: false, trouble: event.error_code };
    const thread = this._add(person, event.from, text);
    this.tell("text", { person, thread, text, live });
  }

  _add(person, number, text) {
    if (!person.threads.has(number)) person.threads.set(number, fresh(number));
    person.current ??= number;
    const thread = person.threads.get(number);
    thread.texts.push(text);
    if (!this._isCaughtUp) person.current = number; // where it was left
    return thread;
  }
}

const fresh = (number) => ({ number, texts: [], unread: 0, draft: "" });

const common = ({ sid, body, media, at }) => ({ sid, body, media, at });
