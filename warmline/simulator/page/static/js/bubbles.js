// The texts of one thread, oldest first, each in its bubble.

import { el } from "./elements.js";
import { dayOf, timeOf } from "./times.js";
import * as words from "./words.js";

const NEAR_THE_END = 80; // pixels; whoever has scrolled further up is reading, and stays there
const SHOWN = 400; // the newest of a long rehearsal

export class Bubbles {
  constructor(label) {
    this.element = el("ol", { class: "bubbles", tabindex: 0, "aria-label": label });
    this._bySid = new Map();
    this._lastDay = "";
    this._isAtEnd = true;
    this.element.addEventListener("scroll", () => this._look());
    new ResizeObserver(() => this._isAtEnd && this.toEnd()).observe(this.element);
  }

  /** Show `texts` in place of whatever was there. */
  show(texts) {
    this.element.replaceChildren();
    this._bySid.clear();
    this._lastDay = "";
    texts.slice(-SHOWN).forEach((text) => this._append(text));
    this.toEnd();
  }

  add(text) {
    const follows = text.mine || this._isAtEnd;
    const item = this._append(text);
    if (this.element.checkVisibility()) showArriving(item);
    if (follows) this.toEnd();
  }

  /** Show what has become of a text. */
  mend(text) {
    const item = this._bySid.get(text.sid);
    item?.querySelector(".meta").replaceChildren(...meta(text));
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  _look() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    this._isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
  }

  _append(text) {
    const day = dayOf(text.at);
    if (day !== this._lastDay) this.element.append(el("li", { class: "day" }, day));
    this._lastDay = day;
    const item = text.trouble ? note(text) : bubble(text);
    this._bySid.set(text.sid, item);
    this.element.append(item);
    return item;
  }
}

function bubble(text) {
  return el(
    "li",
    { class: text.mine ? "bubble mine" : "bubble" },
    ...text.media.map(picture),
    text.body ? el("p", { class: "said", dir: "auto" }, text.body) : null,
    el("p", { class: "meta" }, ...meta(text)),
  );
}

function note(text) {
  return el("li", { class: "note" }, `${words.notDelivered(text.trouble)} `, when(text));
}

function meta(text) {
  if (!text.mine) return [when(text)];
  return [when(text), el("span", { class: `state ${text.state}` }, words.STATES[text.state])];
}

const when = ({ at }) => el("time", { datetime: at }, timeOf(at));

/** Once only: a phone that comes into view again has nothing arriving. */
function showArriving(item) {
  item.classList.add("fresh");
  item.addEventListener("animationend", () => item.classList.remove("fresh"), { once: true });
}

/** Only our own sample is drawn: the page fetches nothing from anywhere else. */
function picture(medium) {
  if (!medium.startsWith("image/")) return el("p", { class: "said" }, words.attached(medium));
  return el("img", {
    src: "/simulator/page/static/picture.svg",
    alt: words.PICTURE,
    width: 192,
    height: 128,
  });
}
