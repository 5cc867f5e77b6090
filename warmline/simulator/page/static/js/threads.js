// The numbers a person talks with: one of them open, the others a press away.

import { el } from "./elements.js";
import { numberAsRead } from "./times.js";
import * as words from "./words.js";

export class Threads {
  constructor(store, person, open) {
    this._line = store.line;
    this._person = person;
    this._open = open;
    this.element = el("div", {
      class: "threads",
      role: "group",
      "aria-label": words.threadsOf(person.name),
    });
    this._shown = "";
  }

  /** Show which are there, which is open, and which have something new. */
  show() {
    const threads = [...this._person.threads.values()];
    const state = JSON.stringify([this._person.current, threads.map((t) => [t.number, t.unread])]);
    if (state === this._shown) return;
    this._shown = state;
    const held =
      this.element.contains(document.activeElement) && document.activeElement.dataset.number;
    this.element.replaceChildren(
      ...(threads.length > 1
        ? threads.map((thread) => this._button(thread))
        : [this._only(threads[0])]),
    );
    if (held) this.element.querySelector(`[data-number="${CSS.escape(held)}"]`)?.focus();
  }

  _only(thread) {
    if (!thread) return el("p", { class: "with" });
    return el(
      "p",
      { class: "with" },
      el("span", {}, this._name(thread.number, false)),
      " ",
      el("span", { class: "tail" }, numberAsRead(thread.number)),
    );
  }

  _button({ number, unread }) {
    const isOpen = number === this._person.current;
    return el(
      "button",
      {
        type: "button",
        class: "thread",
        "data-number": number,
        "aria-pressed": String(isOpen),
        title: numberAsRead(number),
        on: { click: () => this._open(number) },
      },
      `${this._name(number, true)} `,
      el("span", { class: "tail" }, `…${number.slice(-4)}`),
      unread
        ? el(
            "span",
            { class: "badge" },
            String(unread),
            el("span", { class: "unseen" }, ` ${words.unread(unread)}`),
          )
        : null,
    );
  }

  _name(number, amongOthers) {
    const index = this._line.indexOf(number);
    if (index < 0) return numberAsRead(number);
    return amongOthers ? words.lineNumber(index) : words.THE_LINE;
  }
}
