// The keys of a phone: all of them, and those that make sense now with what they are for.

import { el } from "./elements.js";
import * as words from "./words.js";

const KEYS = [..."123456789*0#"];

export class Keypad {
  /** `press(key)` presses one. */
  constructor(person, press) {
    this._press = press;
    this._drawn = "";
    this.open = el("div", {
      class: "keys",
      role: "group",
      "aria-label": words.keysOf(person.name),
    });
    this.all = el(
      "div",
      { class: "keypad", role: "group", "aria-label": words.keypadOf(person.name) },
      ...KEYS.map((key) => this._key(key)),
    );
  }

  /** Show which keys make sense: `open` tells what each is for. */
  show(open) {
    const state = JSON.stringify([...open]);
    if (state === this._drawn) return;
    this._drawn = state;
    const held = this.open.contains(document.activeElement) && document.activeElement.dataset.key;
    this.open.replaceChildren(...[...open].map(([key, what]) => this._chip(key, what)));
    this.open.hidden = open.size === 0;
    for (const button of this.all.children) {
      button.classList.toggle("invited", open.has(button.dataset.key));
    }
    const again = held && (this._in(this.open, held) ?? this._in(this.all, held));
    if (again) again.focus({ preventScroll: true });
  }

  /** Let the keys of a keyboard be those of the phone. */
  typed(event) {
    if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this._press(event.key);
  }

  _in(group, key) {
    return [...group.children].find((button) => button.dataset.key === key);
  }

  _chip(key, what) {
    return el(
      "button",
      {
        type: "button",
        class: "chip invited key-chip",
        "data-key": key,
        on: { click: () => this._press(key) },
      },
      el("kbd", {}, key),
      what ? ` ${what}` : null,
    );
  }

  _key(key) {
    return el(
      "button",
      {
        type: "button",
        class: "key",
        "data-key": key,
        "aria-label": words.key(key),
        on: { click: () => this._press(key) },
      },
      key,
    );
  }
}
