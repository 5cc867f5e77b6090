// Following what happens in the exchange: pushed where that works, else by asking again and again.

import * as exchange from "./exchange.js";

const POLL_WAIT_S = 20;
const TRY_AGAIN_MS = 2000;
const PUSH_FAILURES = 3; // then a proxy or an old browser is in the way, and asking is better

/** Call `on.event` for each event after `number`, and `on.state` as the connection changes. */
export function follow(number, on) {
  let last = number;
  const take = (event) => {
    if (event.n <= last) return;
    last = event.n;
    on.event(event);
  };
  if ("EventSource" in window) push(() => last, take, on);
  else poll(() => last, take, on);
}

function push(last, take, on) {
  const source = new EventSource(`/simulator/events?after=${last()}`);
  let failures = 0;
  source.onopen = () => {
    failures = 0;
    on.state("live");
  };
  source.onmessage = (message) => take(JSON.parse(message.data));
  source.onerror = () => {
    failures += 1;
    on.state("lost");
    if (source.readyState === EventSource.CLOSED || failures >= PUSH_FAILURES) {
      source.close();
      poll(last, take, on);
    }
  };
}

async function poll(last, take, on) {
  let wait = 0; // the first answer comes at once, so that the state is known
  for (;;) {
    try {
      const fresh = await exchange.events(last(), wait);
      on.state("polling");
      fresh.forEach(take);
      wait = POLL_WAIT_S;
    } catch {
      on.state("lost");
      wait = 0;
      await new Promise((done) => setTimeout(done, TRY_AGAIN_MS));
    }
  }
}
