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
export const switchOff = (number, isOff) =>
  ask("PUT", `handsets/${encodeURIComponent(number)}`, { error: isOff ? 30003 : null });

/** Let a phone send a text; `media` are content types. */
export const text = ({ from, to, body, media = [] }) =>
  ask("POST", "texts", { from, to, body, media });
