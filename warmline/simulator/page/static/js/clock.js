// The exchange's clock, and jumping it.

import { el } from "./elements.js";
import * as exchange from "./exchange.js";
import { moment } from "./times.js";
import * as words from "./words.js";

const SHOW_EVERY_MS = 1000;
const ASK_EVERY_MS = 15_000; // somebody else may have jumped it
const JUMPS = [2, 20]; // minutes: past an offer's patience, past a long silence

export class Clock {
  constructor(element) {
    this._ahead = 0; // ms, of this machine's own time
    this._time = el("time", {});
    this._jumps = el(
      "div",
      { class: "jumps", role: "group", "aria-label": words.CLOCK.jump, hidden: true },
      ...JUMPS.map((count) => this._button(count)),
    );
    element.replaceChildren(
      el("p", {}, el("span", { class: "unseen" }, `${words.CLOCK.label}: `), this._time),
      this._jumps,
    );
    setInterval(() => this._show(), SHOW_EVERY_MS);
    setInterval(() => this.ask(), ASK_EVERY_MS);
    this.ask();
  }

  get now() {
    return new Date(Date.now() + this._ahead);
  }

  async ask() {
    try {
      this._take(await exchange.clock());
    } catch {
      // the connection's own sign says so already
    }
  }

  _take({ now, can_jump: canJump }) {
    this._ahead = new Date(now) - Date.now();
    this._jumps.hidden = !canJump;
    this._show();
  }

  _show() {
    const { now } = this;
    const said = moment(now);
    if (this._time.textContent === said) return;
    this._time.dateTime = now.toISOString();
    this._time.textContent = said;
  }

  _button(count) {
    const jump = async () => this._take(await exchange.jump(count * 60));
    return el(
      "button",
      { type: "button", class: "quiet", on: { click: () => jump().catch(() => this.ask()) } },
      el("span", { class: "unseen" }, `${words.CLOCK.jump} `),
      words.minutes(count),
    );
  }
}
