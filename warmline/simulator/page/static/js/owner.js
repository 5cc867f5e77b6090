// Whose phone it is: the head of every phone.

import { el } from "./elements.js";
import { numberAsRead } from "./times.js";
import * as words from "./words.js";

/** The head of a phone, and the attributes that name the phone by it. */
export function owner({ name, role, number }) {
  const id = (what) => `${what}-${number.slice(1)}`;
  const head = el(
    "header",
    { class: "owner" },
    el("span", { class: "face", "aria-hidden": "true" }, initial(name)),
    el(
      "div",
      {},
      el("h2", { id: id("name") }, name),
      el("p", { class: "role" }, words.ROLES[role]),
    ),
    el("p", { class: "number" }, numberAsRead(number)),
  );
  return { head, attributes: { "aria-labelledby": id("name"), id: id("phone") } };
}

const initial = (name) => [...name.replace(/^The /, "")][0].toUpperCase();
