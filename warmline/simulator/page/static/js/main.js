// The page: reads who is on it, builds their phones, and follows the exchange.

import { announce } from "./announcer.js";
import { Calls } from "./calls.js";
import { Clock } from "./clock.js";
import * as exchange from "./exchange.js";
import { Faults } from "./faults.js";
import { follow } from "./feed.js";
import { Guide } from "./guide.js";
import { listen } from "./hearing.js";
import { Landline } from "./landline.js";
import { Phone } from "./phone.js";
import { Sound } from "./sound.js";
import { Store } from "./store.js";
import { Switcher } from "./switcher.js";
import * as words from "./words.js";

const $ = (id) => document.getElementById(id);

async function start() {
  const cast = await exchange.cast();
  const store = new Store(cast);
  const calls = new Calls(store, cast);
  const clock = new Clock($("clock"));
  const make = (person) =>
    person.role === "crisis"
      ? new Landline(store, person, clock)
      : new Phone(store, person, clock);
  const phones = new Map(store.people.map((person) => [person, make(person)]));
  $("phones").replaceChildren(...[...phones.values()].map((phone) => phone.element));
  const switcher = new Switcher($("switcher"), store, [...phones.values()]);

  store.on("text", (event) => phones.get(event.person).take(event));
  store.on("caught-up", () => phones.forEach((phone, person) => phone.open(person.current)));
  store.on("state", ({ person, thread, text }) => phones.get(person).mend(thread, text));
  announce($("announcements"), store);
  listen(store);
  store.on("call", ({ call }) => phones.get(call.person).showCall(call));
  new Sound($("sound"), store, (person) => phones.get(person).element.checkVisibility());
  new Faults($("faults"), $("faults-toggle"), store, (person) => phones.get(person).showPower());
  new Guide($("guide"), $("guide-toggle"), store, (person) => {
    switcher.show(phones.get(person));
    phones.get(person).compose.box.focus();
  });

  const show = connection(cast.run);
  show("opening");
  const take = (event) => {
    store.take(event);
    calls.take(event);
  };
  follow(0, { event: take, state: show });
}

/** Shows how the connection is; a page that outlived its exchange begins anew. */
function connection(run) {
  let shown = "";
  return (state) => {
    if (shown === "lost" && state !== "lost") restartedSince(run);
    if (state === shown) return;
    shown = state;
    $("connection").dataset.state = state;
    $("connection").replaceChildren(words.CONNECTION[state]);
  };
}

async function restartedSince(run) {
  const cast = await exchange.cast().catch(() => ({ run }));
  if (cast.run !== run) location.reload();
}

start().catch(() => {
  $("connection").dataset.state = "lost";
  $("connection").replaceChildren(words.CONNECTION.lost);
  setTimeout(() => location.reload(), 3000);
});
