// What is heard in a call, in words, and the keys that were pressed.

import { el } from "./elements.js";
import * as words from "./words.js";

const SHOWN = 60;

export class Captions {
  constructor(person) {
    this.element = el("ol", {
      class: "captions",
      tabindex: 0,
      "aria-label": words.captionsOf(person.name),
    });
    this._call = null;
    this._count = 0;
    new ResizeObserver(() => this._toEnd()).observe(this.element);
  }

  /** Show what was heard in this call so far. */
  show(call) {
    if (call !== this._call) {
      this.element.replaceChildren();
      [this._call, this._count] = [call, 0];
    }
    const fresh = call.heard.slice(this._count);
    if (!fresh.length) return;
    this._count = call.heard.length;
    fresh.forEach((one) => this._add(one));
    while (this.element.children.length > SHOWN) this.element.firstChild.remove();
    this._toEnd();
  }

  _add({ words: said, verb, language, keys }) {
    if (keys) return this.element.append(el("li", { class: "pressed" }, words.pressed(keys)));
    if (verb === "Say") {
      return this.element.append(el("li", { class: "heard", lang: language || null }, said));
    }
    const isSoundAgain = this.element.lastChild?.className === "sounds";
    if (!isSoundAgain) this.element.append(el("li", { class: "sounds" }, words.CALL.sounds));
    return undefined;
  }

  _toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }
}
