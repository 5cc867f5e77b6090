// A short way through a first conversation, which ticks itself off.

import { el, icon } from "./elements.js";
import { Steps } from "./steps.js";
import * as words from "./words.js";

const REMEMBERED = "warmline-guide-hidden";

export class Guide {
  /** `show(person)` brings a phone to the front. */
  constructor(element, toggle, store, show) {
    this._steps = new Steps(store.people);
    Object.assign(this, { _element: element, _toggle: toggle, _show: show });
    toggle.hidden = !this._steps.arePossible;
    toggle.addEventListener("click", () => this._open(element.hidden));
    store.on("text", (event) => this._steps.take(event) && this._draw());
    this._draw();
    this._open(this._steps.arePossible && !isHidden(), { remember: false });
  }

  _open(isOpen, { remember = true } = {}) {
    this._element.hidden = !isOpen;
    this._toggle.setAttribute("aria-expanded", String(isOpen));
    if (remember) hide(!isOpen);
  }

  _draw() {
    const steps = this._steps.all;
    const current = steps.find((step) => !step.isDone);
    const held = this._element.contains(document.activeElement);
    const close = el(
      "button",
      {
        type: "button",
        class: "round close",
        "aria-label": words.GUIDE.hide,
        title: words.GUIDE.hide,
        on: { click: () => this._dismiss() },
      },
      icon("close"),
    );
    this._element.replaceChildren(
      el("h2", {}, words.GUIDE.title),
      current
        ? el(
            "ol",
            {},
            ...steps.map((step, index) =>
              this._step(step, { index, count: steps.length, current }),
            ),
          )
        : this._end(),
      close,
    );
    if (held) (this._element.querySelector(".go") ?? close).focus();
  }

  _step(step, { index, count, current }) {
    const isCurrent = step === current;
    return el(
      "li",
      {
        class: step.isDone ? "done" : isCurrent ? "current" : "later",
        "aria-current": isCurrent ? "step" : null,
      },
      el(
        "span",
        { class: "mark", "aria-hidden": "true" },
        step.isDone ? icon("tick") : String(index + 1),
      ),
      el(
        "div",
        {},
        el("p", { class: "of" }, words.GUIDE.step(index, count)),
        el(
          "p",
          {},
          step.isDone ? el("span", { class: "unseen" }, words.GUIDE.done) : null,
          step.words,
        ),
        isCurrent
          ? el(
              "button",
              { type: "button", class: "go", on: { click: () => this._show(step.person) } },
              words.GUIDE.go(step.person.name),
            )
          : null,
      ),
    );
  }

  _end() {
    return el(
      "p",
      { class: "end" },
      el("strong", {}, words.GUIDE.all),
      ` ${words.GUIDE.next(this._steps.names)}`,
    );
  }

  _dismiss() {
    this._open(false);
    this._toggle.focus();
  }
}

function isHidden() {
  try {
    return localStorage.getItem(REMEMBERED) === "yes";
  } catch {
    return false; // a browser that keeps nothing shows the guide each time
  }
}

function hide(isGone) {
  try {
    localStorage.setItem(REMEMBERED, isGone ? "yes" : "no");
  } catch {
    // as above
  }
}
