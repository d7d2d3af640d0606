/** Every word on screen comes from the catalogue, in one of two vocabularies. */
import { type Catalogue, catalogue } from './catalogue.ts';
import type { Entry, Forms } from './words.ts';

/** Plain words, or the names of Amazon's services. */
export type Vocabulary = keyof Forms;

/** The name of some words. */
export type TextKey = keyof Catalogue;

/** What stands between braces, such as `name` and `n|message|messages`. */
type Places<S extends string> = S extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never;
type NameOf<Place extends string> = Place extends `${infer Name}|${string}` ? Name : Place;
type CountOf<Place extends string> = Place extends `${infer Name}|${string}` ? Name : never;
type FormsOf<E> = E extends string ? E : E extends Forms ? E[keyof Forms] : never;
type PlacesOf<K extends TextKey> = Places<FormsOf<Catalogue[K]>>;

/** What has to be filled in, by name: a number where it chooses between one and many. */
export type TextParams<K extends TextKey> = {
  readonly [Name in NameOf<PlacesOf<K>>]: Name extends CountOf<PlacesOf<K>> ? number : string | number;
};

/** Nothing to pass where there is nothing to fill in. */
export type TextArguments<K extends TextKey> = [PlacesOf<K>] extends [never] ? [] : [params: TextParams<K>];

/** The words of `key`, filled in. Numbers are written with the separators of English. */
export function text<K extends TextKey>(vocabulary: Vocabulary, key: K, ...args: TextArguments<K>): string {
  const entry: Entry = catalogue[key];
  const form = typeof entry === 'string' ? entry : entry[vocabulary];
  const [params] = args as [params?: Readonly<Record<string, string | number>>];
  return params === undefined ? form : filled(form, key, params);
}

/** Whether there are words of this name: for keys that are put together, as `parameter.<kind>.<name>`. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(catalogue, key);
}

/** The words of a key that was put together and that needs nothing filled in; throws if there are none. */
export function textOf(vocabulary: Vocabulary, key: string): string {
  if (!isTextKey(key)) throw new Error(`the catalogue has no words for "${key}"`);
  const entry: Entry = catalogue[key];
  return typeof entry === 'string' ? entry : entry[vocabulary];
}

/** The words of a key that was put together, with every place filled in; throws if there are none, or a value is missing. */
export function filledTextOf(
  vocabulary: Vocabulary,
  key: string,
  params: Readonly<Record<string, string | number>>,
): string {
  return filled(textOf(vocabulary, key), key, params);
}

const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });

function filled(form: string, key: string, params: Readonly<Record<string, string | number>>): string {
  return form.replace(/\{([^}]+)\}/g, (_, place: string) => {
    const [name = '', one, many] = place.split('|');
    const value = params[name];
    if (value === undefined) throw new Error(`"${key}" needs a value for {${name}}`);
    if (one !== undefined && many !== undefined) return plural.select(Number(value)) === 'one' ? one : many;
    return typeof value === 'number' ? number.format(value) : value;
  });
}
