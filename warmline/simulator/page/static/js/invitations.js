// Which keys the words of a call invite: "To pass, press 2." is the key 2, which is there to pass.

const INVITATION =
  /(?:^|[.!?:;]|, or|, o)\s*([^.!?:;]*?),?\s*\b(?:press|oprime) (\d|star|pound|asterisco)(?! and)\b/gi;
const NAMES = { star: "*", asterisco: "*", pound: "#" };
const OPENING = /^(?:for|to|para|si|if) (?:the |la |el )?/i;
const LONGEST = 34; // letters that a chip has room for

/** The keys that `words` invite, in their order, each with what it is for. */
export function invitations(words) {
  const found = new Map();
  for (const [, what, key] of words.matchAll(INVITATION)) {
    found.set(NAMES[key.toLowerCase()] ?? key, shortened(what));
  }
  return found;
}

/** What was open, with what these words invite: the newest meaning of a key holds. */
export function merged(open, words) {
  return new Map([...open, ...invitations(words)]);
}

function shortened(what) {
  const kept = what.replace(OPENING, "").trim();
  if (kept.length <= LONGEST) return kept;
  const [first] = kept.split(",");
  return first.length <= LONGEST ? first : `${kept.slice(0, LONGEST).replace(/\W+\S*$/, "")} …`;
}
