// The steps of a first conversation, and how each is known to have happened.

import { STEPS } from "./words.js";

const TAKE = /^\s*take\b/i;
const END = /^\s*(?:done|bye)\W*(?:\d+)?\W*$/i;
const COMMAND = /^\W*(?:on|off|pause|resume|take|pass|done|backup|handoff|menu|again|shifts|mine)\b[\W\d]*$/i;

const BY = {
  on: { role: "volunteer", happened: ({ text }) => text.mine && /^\W*on\b[\W\d]*$/i.test(text.body) },
  write: { role: "caller", happened: ({ text }) => text.mine },
  take: { role: "volunteer", happened: ({ text }) => text.mine && TAKE.test(text.body) },
  answer: { role: "volunteer", after: "take", happened: ({ text }) => text.mine && !COMMAND.test(text.body) },
  end: { role: null, after: "take", happened: ({ text }) => text.mine && END.test(text.body) },
};

/** The steps for these people; those that nobody here can take are left out. */
export function stepsFor(people) {
  const first = (role) => people.find((person) => person.role === role);
  const named = { caller: first("caller"), volunteer: first("volunteer"), coordinator: first("coordinator") };
  const names = Object.fromEntries(Object.entries(named).map(([role, person]) => [role, person?.name ?? role]));
  const isPossible = named.caller && named.volunteer;
  const steps = isPossible
    ? Object.entries(BY).map(([name, how]) => ({
        name, ...how, words: STEPS[name](names), person: named[how.role ?? "volunteer"], isDone: false,
      }))
    : [];
  return { steps, names };
}

/** Tick off what this text has done; whether anything was ticked. */
export function tick(steps, event) {
  const isDone = (name) => steps.some((step) => step.name === name && step.isDone);
  const done = steps.filter(
    (step) =>
      !step.isDone && event.text.body && (!step.role || step.role === event.person.role) &&
      (!step.after || isDone(step.after)) && step.happened(event),
  );
  for (const step of done) step.isDone = true;
  return done.length > 0;
}
