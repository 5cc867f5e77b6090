// One phone: whose it is, the numbers they talk with, texts, quick replies, the box, and the call.

import { Bubbles } from "./bubbles.js";
import { CallPanel } from "./callpanel.js";
import { isOpen } from "./calls.js";
import { open } from "./chips.js";
import { Compose } from "./compose.js";
import { el, icon } from "./elements.js";
import * as exchange from "./exchange.js";
import { owner } from "./owner.js";
import { Threads } from "./threads.js";
import * as words from "./words.js";

export class Phone {
  constructor(store, person, clock) {
    this.person = person;
    this._store = store;
    this._sending = Promise.resolve(); // texts leave in the order they were written
    this._threads = new Threads(store, person, (number) => this.open(number));
    this._bubbles = new Bubbles(words.youAre(person.name));
    this._blank = el("p", { class: "blank" }, words.BLANK[person.role]);
    this._off = el("p", { class: "off", hidden: true }, words.SWITCHED_OFF);
    this._chips = el("div", {
      class: "chips",
      role: "group",
      "aria-label": words.repliesOf(person.name),
    });
    this.compose = new Compose(person, (said) => this._send(said));
    const on = {
      texts: () => this.compose.box.focus(),
      changed: () => this._fit(),
      failed: (why) => this.compose.complain(why),
    };
    this.call = new CallPanel(store, person, { clock, on });
    this._callButton = this._caller();
    const { head, attributes } = owner(person);
    this.element = el(
      "section",
      { ...attributes, class: `phone ${person.role}` },
      head,
      this.call.element,
      el("div", { class: "numbers" }, this._threads.element, this._callButton),
      el("div", { class: "screen" }, this._blank, this._bubbles.element),
      this._off,
      this._chips,
      this.compose.element,
    );
    this.open(person.current);
    this.showPower();
  }

  /** Whether its texts can be seen: a small screen shows one phone at a time, and a call covers them. */
  get isShown() {
    return this._bubbles.element.getClientRects().length > 0;
  }

  /** Whether somebody is using it just now; then nothing may change under their hands. */
  get isTouched() {
    return this.element.matches(":hover, :focus-within") || this.compose.draft !== "";
  }

  /** Show the thread with this number. */
  open(number) {
    const thread = this._thread;
    if (thread) thread.draft = this.compose.draft;
    this.person.current = number;
    this._bubbles.show(this._thread?.texts ?? []);
    this.compose.draft = this._thread?.draft ?? "";
    this.seen();
    this._refresh();
  }

  /** A text has been added to one of this phone's threads. */
  take({ thread, text, live }) {
    if (!live) return; // what happened before is shown as a whole
    const isCurrent = thread.number === this.person.current;
    if (isCurrent) this._bubbles.add(text);
    if (!text.mine && !(isCurrent && this.isShown)) thread.unread += 1;
    if (!text.mine && !isCurrent && !this.isTouched) this.open(thread.number);
    else this._refresh();
  }

  /** Something about a call of this phone has changed. */
  showCall(call) {
    this.call.show(call, { isTouched: this.isTouched });
  }

  mend(thread, text) {
    if (thread.number === this.person.current) this._bubbles.mend(text);
  }

  /** What is on the screen has been read, if anybody can see the screen. */
  seen() {
    if (this._thread && this.isShown) this._thread.unread = 0;
    this._threads.show();
    this._store.tell("unread", this.person);
  }

  /** It has come into view. */
  arrive() {
    this._bubbles.toEnd();
    this.seen();
  }

  showPower() {
    const { isOff } = this.person;
    this.element.classList.toggle("is-off", isOff);
    this._off.hidden = !isOff;
    this.compose.isOff = isOff;
    this._fit();
    this._refresh();
  }

  get _thread() {
    return this.person.threads.get(this.person.current);
  }

  _refresh() {
    const texts = this._thread?.texts ?? [];
    this._blank.hidden = texts.length > 0;
    this._threads.show();
    this._store.tell("unread", this.person);
    this._showChips(open(texts));
    this.call.unread = [...this.person.threads.values()].reduce((sum, one) => sum + one.unread, 0);
  }

  _showChips(invited) {
    const standing = words.STANDING[this.person.role].filter((reply) => !invited.includes(reply));
    const held = this._chips.contains(document.activeElement) ? document.activeElement : null;
    const byKeyboard = held?.matches(":focus-visible");
    const chips = [
      ...invited.map((reply) => this._chip(reply, "chip invited")),
      ...standing.map((reply) => this._chip(reply, "chip")),
    ];
    this._chips.replaceChildren(...chips);
    const again = held && chips.find((chip) => chip.textContent === held.textContent);
    if (again) again.focus({ preventScroll: true });
    else if (byKeyboard) this.compose.box.focus({ preventScroll: true });
  }

  _chip(reply, style) {
    const press = () => this.compose.say(reply);
    return el(
      "button",
      { type: "button", class: style, disabled: this.person.isOff, on: { click: press } },
      reply,
    );
  }

  _send({ body, media }) {
    const text = { from: this.person.number, to: this.person.current, body, media };
    const sent = this._sending.then(() => exchange.text(text));
    this._sending = sent.catch(() => undefined); // the next one goes out all the same
    return sent;
  }

  _caller() {
    return el(
      "button",
      {
        type: "button",
        class: "quiet call-start",
        "aria-label": words.startAs(this.person.name),
        hidden: !this._store.voice.length,
        on: { click: () => this.call.start() },
      },
      icon("phone"),
      words.CALL.start,
    );
  }

  /** A call covers the texts, or lies above them. */
  _fit() {
    const { isFull } = this.call;
    this._callButton.disabled = this.person.isOff || isOpen(this.person.call);
    if (!this.element.classList.contains("on-call") === !isFull) return;
    this.element.classList.toggle("on-call", isFull);
    if (!isFull) this.arrive();
  }
}
