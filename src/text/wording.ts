/** How problems are worded: the way to a place, what stands there, and what is allowed. One owner for every input. */

/** The way to a place in an input: keys and positions, from the outside in. */
export type Path = readonly (string | number)[];

/** Characters of a value that are shown. Our choice: it leaves room for the rest of the sentence. */
const SHOWN_CHARACTERS = 60;
/** Names that are listed before the rest is only counted. Our choice. */
const LISTED_NAMES = 24;

/** A path in words: `interventions[2].atSeconds`. A key that is no plain word stands in brackets, as JSON. */
export function pathText(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (!/^[A-Za-z_$][\w$-]*$/.test(key)) text += `[${cut(JSON.stringify(key))}]`;
    else text += text === '' ? key : `.${key}`;
  }
  return text;
}

/** A value as JSON, cut; numbers that JSON cannot say are named. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'number') return String(value);
  return cut(JSON.stringify(value) ?? `a ${typeof value}`);
}

/** The beginning of a text, with … for what is left out. */
export function cut(text: string): string {
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS - 1)}…`;
}

/** `a bucket, a queue or a table`. */
export function eitherOf(phrases: readonly string[]): string {
  return joined(phrases, 'or');
}

/** `"a", "b" or "c"`. */
export function anyOf(names: readonly (string | number)[]): string {
  return joined(
    names.map((name) => (typeof name === 'string' ? JSON.stringify(name) : String(name))),
    'or',
  );
}

/** What is said of a key that means nothing: the keys that do, and the one that may have been meant. */
export function noKeyBut(key: string, known: readonly string[]): string {
  if (known.length === 0) return 'no key at all';
  return `no key but ${joined(known, 'and')}${didYouMean(key, known)}`;
}

/** `; did you mean "seed"?` where one of the known names is like the given one, else nothing. */
export function didYouMean(given: unknown, known: readonly (string | number)[]): string {
  if (typeof given !== 'string') return '';
  const name = nearest(
    given,
    known.filter((each) => typeof each === 'string'),
  );
  return name === undefined ? '' : `; did you mean "${name}"?`;
}

function joined(names: readonly string[], word: string): string {
  if (names.length <= 1) return names.join('');
  if (names.length > LISTED_NAMES) {
    return `${names.slice(0, LISTED_NAMES).join(', ')} ${word} ${names.length - LISTED_NAMES} more`;
  }
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

/** Letters of a given name that count; whatever is longer is no slip of the fingers. Our choice. */
const LONGEST_NAME = 60;
/** From this many letters on, a name may be the beginning of the one that was meant. Our choice. */
const LEAST_BEGINNING = 4;

/** The known name that is a typing mistake or two away from the given one, whatever the case of its letters. */
function nearest(given: string, known: readonly string[]): string | undefined {
  if (given.length > LONGEST_NAME) return undefined;
  let best: string | undefined;
  // One mistake for every four letters. Our choice.
  let most = Math.max(1, Math.floor(given.length / 4));
  for (const name of known) {
    const mistakes = mistakesIn(given.toLowerCase(), name.toLowerCase());
    if (mistakes > most || (mistakes === most && best !== undefined)) continue;
    best = name;
    most = mistakes;
  }
  return best;
}

/** Letters to be added, left out, changed or swapped with the next, to make a name, or its beginning, of what was given. */
function mistakesIn(given: string, name: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: name.length + 1 }, (_, j) => j);
  for (let i = 1; i <= given.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const change = given[i - 1] === name[j - 1] ? 0 : 1;
      let least = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + change);
      if (i > 1 && j > 1 && given[i - 1] === name[j - 2] && given[i - 2] === name[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  const whole = last[name.length] as number;
  // A beginning counts as half a mistake, so that the whole name is preferred.
  return given.length < LEAST_BEGINNING ? whole : Math.min(whole, ...last.map((mistakes) => mistakes + 0.5));
}
