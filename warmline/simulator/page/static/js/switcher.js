// On a small screen: which of the phones is shown.

import { isOpen } from "./calls.js";
import { el, icon } from "./elements.js";
import * as words from "./words.js";

export class Switcher {
  constructor(element, store, phones) {
    this._phones = phones;
    this._badges = new Map();
    this._signs = new Map();
    this._buttons = phones.map((phone) => this._button(phone));
    element.replaceChildren(...this._buttons);
    store.on("unread", (person) => this._count(person));
    store.on("call", ({ call }) => this._sign(call));
    window.addEventListener("resize", () =>
      phones.forEach((phone) => phone.isShown && phone.seen()),
    );
    this.show(phones[0]);
  }

  /** Bring this phone to the front. */
  show(wanted) {
    this._phones.forEach((phone, index) => {
      const isWanted = phone === wanted;
      phone.element.classList.toggle("in-front", isWanted);
      this._buttons[index].setAttribute("aria-pressed", String(isWanted));
    });
    wanted?.arrive();
  }

  _button(phone) {
    const badge = el("span", { class: "badge", hidden: true });
    this._badges.set(phone.person, badge);
    const told = el("span", { class: "unseen" });
    const sign = el("span", { class: "sign", hidden: true }, icon("phone"), told);
    this._signs.set(phone.person, sign);
    return el(
      "button",
      { type: "button", "aria-pressed": "false", on: { click: () => this.show(phone) } },
      phone.person.name.replace(/^The (.)/, (_, first) => first.toUpperCase()),
      sign,
      badge,
    );
  }

  _count(person) {
    const badge = this._badges.get(person);
    const unread = [...person.threads.values()].reduce((sum, thread) => sum + thread.unread, 0);
    if (!badge || badge.dataset.count === String(unread)) return;
    badge.dataset.count = String(unread);
    badge.hidden = unread === 0;
    badge.replaceChildren(
      String(unread),
      el("span", { class: "unseen" }, ` (${words.unread(unread)})`),
    );
  }

  /** Whether this phone rings, or is on a call. */
  _sign({ person }) {
    const sign = this._signs.get(person);
    const state = isOpen(person.call) ? person.call.state : "over";
    if (!sign || sign.dataset.state === state) return;
    sign.dataset.state = state;
    sign.hidden = state === "over";
    sign.lastChild.replaceChildren(` (${words.stateOf(person.call)})`);
  }
}
