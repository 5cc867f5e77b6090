// Where a person writes: the box, the count of segments, the paper-clip, the button.

import { el, icon } from "./elements.js";
import { count } from "./segments.js";
import * as words from "./words.js";

export class Compose {
  /** `send({body, media})` promises to send; if it fails, the words come back. */
  constructor(person, send) {
    const id = `write-${person.number.slice(1)}`;
    this._send = send;
    this._counter = el("p", { class: "counter", id: `${id}-count` });
    this._error = el("p", { class: "error", role: "alert" });
    this.box = el("textarea", {
      id,
      rows: 1,
      autocomplete: "off",
      enterkeyhint: "send",
      "aria-describedby": `${id}-count`,
      placeholder: "Text message",
      on: { keydown: (event) => this._key(event), input: () => this._count() },
    });
    this.element = el(
      "form",
      { class: "compose", on: { submit: (event) => this._submit(event) } },
      this._error,
      el("label", { class: "unseen", for: id }, words.writeAs(person.name)),
      this._button("clip", words.ATTACH, { type: "button", on: { click: () => this._attach() } }),
      this.box,
      this._button("send", words.SEND, { type: "submit", class: "round send" }),
      this._counter,
    );
    this._count();
  }

  get draft() {
    return this.box.value;
  }

  set draft(body) {
    this.box.value = body;
    this._count();
  }

  /** A phone that is switched off cannot send. */
  set isOff(isOff) {
    for (const control of this.element.elements) control.disabled = isOff;
  }

  /** Tell the owner what has not worked. */
  complain(why) {
    this._error.replaceChildren(why);
  }

  async say(body, media = []) {
    this._error.replaceChildren();
    try {
      await this._send({ body, media });
      return true;
    } catch {
      this._error.replaceChildren(words.NOT_SENT);
      return false;
    }
  }

  _key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  async _submit(event) {
    event.preventDefault();
    const body = this.draft.trim();
    if (!body) return this.box.focus();
    this.draft = "";
    if (!(await this.say(body)) && !this.draft) this.draft = body;
  }

  async _attach() {
    const body = this.draft.trim();
    this.draft = "";
    if (!(await this.say(body, ["image/jpeg"])) && !this.draft) this.draft = body;
  }

  _count() {
    this._counter.replaceChildren(this.draft ? words.counted(count(this.draft)) : "");
  }

  _button(drawing, label, attributes) {
    return el(
      "button",
      { class: "round", "aria-label": label, title: label, ...attributes },
      icon(drawing),
    );
  }
}
