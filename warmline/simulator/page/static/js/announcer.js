// What a screen reader hears: one polite region a phone, kept outside of the phones, which may be hidden.

import { el } from "./elements.js";
import * as words from "./words.js";

/** Announce every text that arrives while the page is open. */
export function announce(element, store) {
  const regions = new Map(store.people.map((person) => [person, el("p", { role: "status" })]));
  element.replaceChildren(...regions.values());
  store.on("text", ({ person, text, live }) => {
    if (!live || text.mine) return;
    const said = text.trouble ? words.notDelivered(text.trouble) : text.body;
    regions.get(person).replaceChildren(words.newText(person.name, said));
  });
}
