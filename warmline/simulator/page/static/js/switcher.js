// On a small screen: which of the phones is shown.

import { el } from "./elements.js";
import * as words from "./words.js";

export class Switcher {
  constructor(element, store, phones) {
    this._phones = phones;
    this._badges = new Map();
    this._buttons = phones.map((phone) => this._button(phone));
    element.replaceChildren(...this._buttons);
    store.on("unread", (person) => this._count(person));
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
    return el(
      "button",
      { type: "button", "aria-pressed": "false", on: { click: () => this.show(phone) } },
      phone.person.name,
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
}
