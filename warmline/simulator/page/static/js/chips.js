// Which replies a text invites: the words in capitals of a sentence that says "text …".
//
// A phone knows no language of the line's. "Text TAKE 7 or PASS 7." invites both; a menu, which
// lists everything, and "text HOME to 741741", which is for another number, invite nothing.

const INVITATION = /\b(?:text|reply|send|escribe)\b([^.!?\n]*)/gi;
const REPLY = /\b[A-ZÑÁÉÍÓÚ]{2,}(?: [A-ZÑÁÉÍÓÚ]{2,})*(?: \d{1,4})?\b(?! (?:to|al?) \d)/g;
const LABEL = /(?:^|,| or)\s*(\d{1,4}) for\b/g;
const CARRIERS = new Set("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT".split(" "));
const LOOK_BACK = 16; // texts

/** The replies that `body` invites, in its order. */
export function invited(body) {
  const found = new Set();
  for (const [, sentence] of body.matchAll(INVITATION)) {
    for (const [reply] of sentence.matchAll(REPLY)) if (!CARRIERS.has(reply)) found.add(reply);
    for (const [, code] of sentence.matchAll(LABEL)) found.add(code);
  }
  return [...found];
}

/**
 * The replies open in a thread: words of the last text, codes until they are answered, or until a
 * later text tells more of whoever the invitation began with ("Another peer is with Peony already").
 */
export function open(texts) {
  const found = new Set();
  const answered = new Set();
  const told = []; // what came later and invited nothing
  let isNewest = true;
  for (const { mine, body } of texts.slice(-LOOK_BACK).reverse()) {
    if (!body) continue;
    const replies = mine ? [] : invited(body);
    if (mine) answered.add(code(body));
    else if (!replies.length) told.push(body);
    const isOver = told.some((later) => later.includes(firstName(body)));
    for (const reply of replies) {
      const isOpen = code(reply) ? !answered.has(code(reply)) && !isOver : isNewest;
      if (isOpen) found.add(reply);
    }
    isNewest = false;
  }
  return [...found];
}

const code = (reply) => /\d{1,4}$/.exec(reply.trim())?.[0] ?? "";
const firstName = (body) => /^\p{Lu}\p{L}*/u.exec(body)?.[0] ?? body;
