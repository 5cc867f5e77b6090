// What a screen reader hears: one polite region a phone, kept outside of the phones, which may be hidden.

import { el } from "./elements.js";
import * as words from "./words.js";

/** Announce, while the page is open, every text that arrives, how calls go, and what is heard. */
export function announce(element, store) {
  const regions = new Map(store.people.map((person) => [person, el("p", { role: "status" })]));
  element.replaceChildren(...regions.values());
  store.on("text", ({ person, text, live }) => {
    if (!live || text.mine) return;
    const said = text.trouble ? words.notDelivered(text.trouble) : text.body;
    regions.get(person).replaceChildren(words.newText(person.name, said));
  });
  store.on("heard", ({ call: { person }, said, live }) => {
    if (!live || said.verb !== "Say") return;
    const caption = words.heardOn(person.name, said.words);
    regions.get(person).replaceChildren(el("span", { lang: said.language || null }, caption));
  });
  const told = new Map(); // call → how it was
  store.on("call", ({ call, live }) => {
    const state = words.stateOf(call);
    const isNews = told.get(call) !== state;
    told.set(call, state);
    if (!live || !isNews) return;
    regions.get(call.person).replaceChildren(words.callNews(call.person.name, state));
  });
}
