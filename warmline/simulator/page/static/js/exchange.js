// Asking the exchange, by its control API.

async function ask(method, path, said) {
  const answer = await fetch(`/simulator/${path}`, {
    method,
    headers: said === undefined ? {} : { "Content-Type": "application/json" },
    body: said === undefined ? undefined : JSON.stringify(said),
  });
  if (!answer.ok) throw new Error(`${method} ${path.split("/")[0]} gave ${answer.status}`);
  return answer.json();
}

export const cast = () => ask("GET", "page/people");
export const heard = (after) => ask("GET", `page/heard?after=${after}`);
export const events = (after, wait) => ask("GET", `events.json?after=${after}&wait=${wait}`);
export const clock = () => ask("GET", "clock");
export const jump = (seconds) => ask("POST", "clock", { jump_seconds: seconds });
export const faults = () => ask("GET", "faults");
export const addFault = (fault) => ask("POST", "faults", fault);
export const clearFaults = () => ask("DELETE", "faults");

/** Switch a phone off or on: what is off takes no texts and cannot be rung. */
export async function switchOff(number, isOff) {
  const handset = `handsets/${encodeURIComponent(number)}`;
  await ask("PUT", handset, { error: isOff ? 30003 : null });
  await ask("PUT", `${handset}/ringing`, { does: isOff ? "fails" : "by_hand" });
}

/** Let a phone send a text; `media` are content types. */
export const text = ({ from, to, body, media = [] }) =>
  ask("POST", "texts", { from, to, body, media });

export const phone = (from, to) => ask("POST", "calls", { from, to });
export const press = (sid, digits) => ask("POST", `calls/${sid}/keys`, { digits });

/** What the owner of a phone does with a call: `answer`, `decline` or `hang_up`. */
export const act = (sid, what) => ask("POST", `calls/${sid}/${what}`, {});
