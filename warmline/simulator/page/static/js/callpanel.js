// The call on one phone: who calls, what is heard, the keypad, and the ways out.

import { Captions } from "./captions.js";
import { el, icon } from "./elements.js";
import * as exchange from "./exchange.js";
import { Keypad } from "./keypad.js";
import { lengthOf, numberAsRead, timeOf } from "./times.js";
import * as words from "./words.js";

const COUNT_EVERY_MS = 500;

export class CallPanel {
  /** `on.texts()`: the owner goes to the texts. `on.changed()`: the panel may have changed its size.
   * `on.failed(words)`: a call could not be made, and nothing of it is to be seen. */
  constructor(store, person, { clock, on, isDesk = false }) {
    Object.assign(this, { _store: store, _person: person, _clock: clock, _on: on });
    Object.assign(this, { _isDesk: isDesk, _call: null, _isSmall: false });
    this._captions = new Captions(person);
    this._keypad = new Keypad(person, (key) => this._try(exchange.press(this._call.sid, key)));
    this._state = el("p", { class: "call-state" });
    this._length = el("p", { class: "call-length" });
    this._hint = el("p", { class: "call-hint" }, words.CALL.together);
    this._error = el("p", { class: "error", role: "alert" });
    this._badge = el("span", { class: "badge", hidden: true });
    this._buttons = this._ways();
    this.element = el(
      "div",
      {
        class: "call",
        role: "group",
        "aria-label": words.callOn(person.name),
        hidden: true,
        on: { keydown: (event) => this._call?.state === "talking" && this._keypad.typed(event) },
      },
      el("div", { class: "call-head" }, this._lamp(), el("div", {}, this._state, this._length)),
      this._captions.element,
      this._hint,
      this._error,
      this._keypad.open,
      this._keypad.all,
      el("div", { class: "call-ways" }, ...this._buttons.values()),
    );
    setInterval(() => this._count(), COUNT_EVERY_MS);
  }

  /** Whether it covers the texts. */
  get isFull() {
    return !this.element.hidden && !this._isSmall;
  }

  /** Call the line. */
  async start() {
    this._isSmall = false;
    await this._try(exchange.phone(this._person.number, this._store.voice[0]));
  }

  /** This call has changed. `isTouched`: somebody is using the phone for something else. */
  show(call, { isTouched }) {
    if (call !== this._person.call) return;
    if (call !== this._call) this._begin(call, isTouched);
    if (call.state === "over" && !call.answeredAt) this._isSmall = !this._isDesk;
    this._draw();
  }

  /** Texts that came while the call covers them. */
  set unread(count) {
    this._badge.hidden = count === 0;
    const told = el("span", { class: "unseen" }, ` ${words.unread(count)}`);
    this._badge.replaceChildren(String(count), told);
  }

  _begin(call, isTouched) {
    this._isSmall = call.isMine ? false : isTouched && !this.element.matches(":focus-within");
    this._call = call;
  }

  _draw() {
    const call = this._call;
    const held = this.element.contains(document.activeElement) ? document.activeElement : null;
    const { state } = call;
    this.element.hidden = call.isClosed === true;
    this.element.dataset.state = state;
    this.element.classList.toggle("small", this._isSmall);
    this._state.replaceChildren(words.stateOf(call));
    this._captions.show(call);
    this._captions.element.hidden = this._isSmall || !call.heard.length;
    this._hint.hidden = this._isSmall || call.others === 0;
    this._keypad.show(call.open);
    this._keypad.open.hidden = state !== "talking" || this._isSmall || call.open.size === 0;
    this._keypad.all.hidden = state !== "talking" || this._isSmall || this._isDesk;
    for (const [name, button] of this._buttons) button.hidden = !this._offers(name);
    this._buttons.get(state === "over" ? "close" : "texts").append(this._badge);
    this._count();
    this._on.changed();
    if (held && !held.checkVisibility()) this._rest();
  }

  /** Where the focus goes when the button that had it is gone. */
  _rest() {
    const found = [this._captions.element, ...this._buttons.values()];
    found.find((one) => one.checkVisibility())?.focus({ preventScroll: true });
  }

  _offers(name) {
    const { state, isMine } = this._call;
    const isRunning = state === "talking" || state === "calling";
    if (name === "answer" || name === "decline") return state === "rings";
    if (name === "hangUp") return isRunning;
    if (name === "texts") return isRunning && !this._isSmall && !this._isDesk;
    if (name === "back") return isRunning && this._isSmall;
    if (name === "again") return state === "over" && isMine;
    return state === "over";
  }

  _ways() {
    const act = (what) => () => {
      this._isSmall = false;
      this._try(exchange.act(this._call.sid, what));
    };
    const said = {
      decline: ["down", act("decline"), "way end"],
      answer: ["phone", act("answer"), "way good"],
      texts: ["texts", () => this._resize(true), "way"],
      back: ["keys", () => this._resize(false), "way"],
      hangUp: ["down", act("hang_up"), "way end"],
      again: ["phone", () => this.start(), "way good"],
      close: ["close", () => this._close(), "way"],
    };
    return new Map(
      Object.entries(said).map(([name, [drawing, press, style]]) => [
        name,
        el(
          "button",
          { type: "button", class: style, on: { click: press } },
          icon(drawing),
          words.CALL[name],
        ),
      ]),
    );
  }

  _resize(isSmall) {
    this._isSmall = isSmall;
    this._draw();
    if (isSmall) this._on.texts();
  }

  _close() {
    this._call.isClosed = true;
    this._draw();
    this._on.texts();
  }

  _lamp() {
    return el("span", { class: "lamp", "aria-hidden": "true" }, icon("phone"));
  }

  _count() {
    if (!this._call || this.element.hidden) return;
    const said = this._lengthSaid(this._call);
    if (this._length.textContent !== said) this._length.textContent = said;
  }

  _lengthSaid({ state, number, at, answeredAt, endedAt }) {
    const until = endedAt ? new Date(endedAt) : this._clock.now;
    if (answeredAt) return lengthOf(until - new Date(answeredAt));
    return state === "over" ? timeOf(at) : numberAsRead(number);
  }

  async _try(asked) {
    this._error.replaceChildren();
    try {
      await asked;
    } catch {
      if (this.element.hidden) this._on.failed(words.CALL.failed);
      else this._error.replaceChildren(words.CALL.failed);
    }
  }
}
