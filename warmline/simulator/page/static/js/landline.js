// A desk telephone: it is called, answers and hangs up, and takes no texts.

import { CallPanel } from "./callpanel.js";
import { el } from "./elements.js";
import { owner } from "./owner.js";
import * as words from "./words.js";

export class Landline {
  constructor(store, person, clock) {
    this.person = person;
    this._blank = el("p", { class: "quiet-words" }, words.BLANK[person.role]);
    const on = { texts: () => this.focus(), changed: () => this._fit() };
    this.call = new CallPanel(store, person, { clock, on, isDesk: true });
    const { head, attributes } = owner(person);
    this.element = el(
      "section",
      { ...attributes, class: `phone desk ${person.role}`, tabindex: -1 },
      head,
      this._blank,
      this.call.element,
    );
    this.showPower();
  }

  get isShown() {
    return this.element.getClientRects().length > 0;
  }

  showCall(call) {
    this.call.show(call, { isTouched: false });
  }

  focus() {
    this.element.focus();
  }

  showPower() {
    this.element.classList.toggle("is-off", this.person.isOff);
    this._fit();
  }

  _fit() {
    this._blank.replaceChildren(
      this.person.isOff ? words.SWITCHED_OFF : words.BLANK[this.person.role],
    );
    this._blank.hidden = !this.call.element.hidden;
  }

  // What it has to do with texts: nothing.
  take() {}
  mend() {}
  open() {}
  seen() {}
  arrive() {}
}
