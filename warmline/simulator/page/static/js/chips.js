// Which replies a text invites: the words in capitals of a sentence that says "text …".
//
// A phone knows no language of the line's. "Text TAKE 7 or PASS 7." invites both; a menu, which
// lists everything, and "text HOME to 741741", which is for another number, invite nothing.

const INVITATION = /\b(?:text|reply|send|escribe)\b([^.!?\n]*)/gi;
const REPLY = /\b[A-ZÑÁÉÍÓÚ]{2,}(?: [A-ZÑÁÉÍÓÚ]{2,})*(?: \d{1,4})?\b(?! (?:to|al?) \d)/g;
const LABEL = /(?:^|,| or)\s*(\d{1,4}) for\b/g;
const CARRIERS = new Set("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT".split(" "));
const LOOK_BACK = 8;

/** The replies that `body` invites, in its order. */
export function invited(body) {
  const found = new Set();
  for (const [, sentence] of body.matchAll(INVITATION)) {
    for (const [reply] of sentence.matchAll(REPLY)) if (!CARRIERS.has(reply)) found.add(reply);
    for (const [, code] of sentence.matchAll(LABEL)) found.add(code);
  }
  return [...found];
}

/** The replies open in a thread: words from the last text, codes until they are answered. */
export function open(texts) {
  const found = new Set();
  const answered = new Set();
  let newest = true;
  for (const text of texts.slice(-2 * LOOK_BACK).reverse()) {
    if (text.mine) {
      answered.add(code(text.body));
      newest = false;
    } else if (text.body) {
      for (const reply of invited(text.body)) {
        const itsCode = code(reply);
        if (itsCode ? !answered.has(itsCode) : newest) found.add(reply);
      }
      newest = false;
    }
  }
  return [...found];
}

const code = (reply) => /\d{1,4}$/.exec(reply.trim())?.[0] ?? "";
