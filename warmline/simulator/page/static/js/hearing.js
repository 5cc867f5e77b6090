// Whether the line has answered for a text. That is in no event, so it is asked while it matters.

import * as exchange from "./exchange.js";

const FIRST_MS = 150;
const LONGEST_MS = 10_000;
const GIVE_UP_MS = 120_000; // a text that was lost stays "sent"

/** Keep `store` told. */
export function listen(store) {
  let after = 0;
  let wait = FIRST_MS;
  let since = Date.now();
  let timer = null;

  async function look() {
    timer = null;
    try {
      for (const { n, sid, heard } of await exchange.heard(after)) {
        after = Math.max(after, n);
        store.heard(sid, heard);
      }
    } catch {
      // the connection's own sign says so already
    }
    wait = Math.min(wait * 2, LONGEST_MS);
    plan();
  }

  function plan() {
    const isWorthwhile = store.unheard > 0 && Date.now() - since < GIVE_UP_MS;
    if (timer === null && isWorthwhile) timer = setTimeout(look, wait);
  }

  store.on("text", ({ text }) => {
    if (!text.mine) return;
    [wait, since] = [FIRST_MS, Date.now()];
    clearTimeout(timer);
    timer = null;
    plan();
  });
}
