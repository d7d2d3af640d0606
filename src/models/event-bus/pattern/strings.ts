/** Strings compared with wildcards, and without regard to upper and lower case. */

/** The pieces of a wildcard pattern between its asterisks; without an asterisk, one piece. */
export type WildcardPieces = readonly string[];

/** What is wrong with a wildcard pattern: the position of the character, and what is allowed. */
export interface WildcardProblem {
  at: number;
  allowed: string;
}

/** `*` stands for any characters or none, `\*` for an asterisk, `\\` for a backslash. */
export function readWildcard(text: string): { pieces: WildcardPieces } | { problem: WildcardProblem } {
  const pieces = [''];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '*') {
      if (text[at + 1] === '*') return { problem: { at, allowed: 'no two asterisks in a row: one says the same' } };
      pieces.push('');
      continue;
    }
    if (character === '\\') {
      at += 1;
      const escaped = text[at];
      if (escaped !== '*' && escaped !== '\\') {
        return { problem: { at: at - 1, allowed: 'after a backslash only an asterisk or another backslash' } };
      }
      pieces[pieces.length - 1] += escaped;
      continue;
    }
    pieces[pieces.length - 1] += character;
  }
  return { pieces };
}

export function matchesWildcard(pieces: WildcardPieces, text: string): boolean {
  const last = pieces.length - 1;
  const first = pieces[0] as string;
  if (last === 0) return text === first;
  const end = pieces[last] as string;
  if (text.length < first.length + end.length || !text.startsWith(first) || !text.endsWith(end)) return false;
  // Each piece as far to the left as can be leaves the most room for the next.
  let at = first.length;
  const stop = text.length - end.length;
  for (let index = 1; index < last; index += 1) {
    const piece = pieces[index] as string;
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > stop) return false;
    at = found + piece.length;
  }
  return true;
}

/**
 * Letter by letter, the lower and the upper case of a text. As in the reference implementation, each letter of the
 * pattern stands for these two forms of itself, which may differ in length (`ß` and `SS`).
 */
export type EitherCase = readonly (readonly [lower: string, upper: string])[];

export function eitherCase(text: string): EitherCase {
  return text.split('').map((letter) => [letter.toLowerCase(), letter.toUpperCase()]);
}

/** How many characters at the beginning of `text` are the pattern; -1 if it does not begin with it. */
export function lengthAtStart(pattern: EitherCase, text: string): number {
  let at = 0;
  for (const [lower, upper] of pattern) {
    if (text.startsWith(lower, at)) at += lower.length;
    else if (text.startsWith(upper, at)) at += upper.length;
    else return -1;
  }
  return at;
}

export function equalsIgnoringCase(pattern: EitherCase, text: string): boolean {
  return lengthAtStart(pattern, text) === text.length;
}

export function endsIgnoringCase(pattern: EitherCase, text: string): boolean {
  let end = text.length;
  for (let index = pattern.length - 1; index >= 0; index -= 1) {
    const [lower, upper] = pattern[index] as readonly [string, string];
    if (text.endsWith(lower, end)) end -= lower.length;
    else if (text.endsWith(upper, end)) end -= upper.length;
    else return false;
  }
  return true;
}
