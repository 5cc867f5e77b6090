// The drawer of the curious: what can go wrong with the next text, and phones that are off.

import { el, icon } from "./elements.js";
import * as exchange from "./exchange.js";
import { timeOf } from "./times.js";
import * as words from "./words.js";

const OFFERED = [
  { kind: "webhook_lose", count: 1 },
  { kind: "webhook_duplicate", count: 1 },
  { kind: "webhook_delay", count: 1, ms: 10_000 },
];
const REMEMBERED = 30;
const SOON_MS = 200;

export class Faults {
  /** `power(person)` shows that a phone has been switched on or off. */
  constructor(element, toggle, store, power) {
    Object.assign(this, { _element: element, _store: store, _power: power });
    this._armed = el("p", { class: "armed", role: "status" });
    this._error = el("p", { class: "error", role: "alert" });
    this._log = el("ul", { class: "struck" });
    this._calm = this._button(words.FAULTS.calm, () => exchange.clearFaults());
    element.replaceChildren(el("div", { class: "inside" }, ...this._content()));
    toggle.addEventListener("click", () => element.showModal());
    element.addEventListener("click", (event) => event.target === element && element.close());
    store.on("fault", () => this._lookSoon());
    this._lookSoon();
  }

  _content() {
    return [
      el(
        "div",
        { class: "drawer-head" },
        el("h2", { id: "faults-title" }, words.FAULTS.title),
        el(
          "button",
          {
            type: "button",
            class: "round",
            "aria-label": words.FAULTS.close,
            title: words.FAULTS.close,
            on: { click: () => this._element.close() },
          },
          icon("close"),
        ),
      ),
      el("p", {}, words.FAULTS.intro),
      this._error,
      el("h3", {}, words.FAULTS.next),
      el(
        "div",
        { class: "stack" },
        ...OFFERED.map((fault) =>
          this._button(words.FAULTS.kinds[fault.kind], () => exchange.addFault(fault)),
        ),
      ),
      el("div", { class: "row" }, this._armed, this._calm),
      el(
        "fieldset",
        {},
        el("legend", {}, words.FAULTS.phones),
        el("p", {}, words.FAULTS.phonesIntro),
        ...this._store.people.map((person) => this._phone(person)),
      ),
      el("h3", {}, words.FAULTS.log),
      this._log,
    ];
  }

  _button(label, act) {
    return el(
      "button",
      { type: "button", class: "quiet", on: { click: () => this._try(act) } },
      label,
    );
  }

  _phone(person) {
    const box = el("input", { type: "checkbox", checked: person.isOff });
    box.addEventListener("change", () =>
      this._try(async () => {
        const wanted = box.checked;
        box.checked = person.isOff; // until the exchange has agreed
        await exchange.switchOff(person.number, wanted);
        box.checked = person.isOff = wanted;
        this._power(person);
      }),
    );
    return el("label", { class: "check" }, box, person.name);
  }

  async _try(act) {
    this._error.replaceChildren();
    try {
      await act();
      await this._look();
    } catch {
      this._error.replaceChildren(words.FAULTS.failed);
    }
  }

  /** Once for many: a rehearsal may strike thousands of times a minute. */
  _lookSoon() {
    this._soon ??= setTimeout(() => {
      this._soon = null;
      this._try(() => undefined);
    }, SOON_MS);
  }

  /** Show what is planned and what has struck. */
  async _look() {
    const struck = this._store.faults.slice(-REMEMBERED).reverse();
    this._log.replaceChildren(
      ...(struck.length ? struck.map(line) : [el("li", {}, words.FAULTS.quiet)]),
    );
    const planned = await exchange.faults();
    const left = planned.reduce((sum, fault) => sum + (fault.count ?? 1), 0);
    this._armed.replaceChildren(words.FAULTS.armed(left));
    this._calm.hidden = left === 0;
  }
}

const line = ({ fault, at }) =>
  el("li", {}, `${words.FAULTS.struck[fault] ?? fault} `, el("time", { datetime: at }, timeOf(at)));
