/** The colours: enough contrast in both themes, and none outside the tokens. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const css = readFileSync(join(src, 'ui/tokens.css'), 'utf8');

const meanings = ['in-transit', 'waiting', 'done', 'failed', 'starting', 'idle'];

/** The declarations of the block that opens with this text. */
function blockAt(opening: string): Map<string, string> {
  const start = css.indexOf(`${opening} {`);
  if (start < 0) throw new Error(`tokens.css has no "${opening}"`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map([...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = blockAt('\n:root');
const dark = blockAt("\n:root[data-theme='dark']");
const darkBySystem = blockAt(":root:not([data-theme='light'])");

/** Relative luminance of `#rrggbb` as WCAG 2 defines it. */
function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`"${hex}" is no colour of the form #rrggbb`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: Map<string, string>, one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other]
    .map((name) => luminance(theme.get(`--${name}`) ?? ''))
    .sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The pairs that fall short, with what they reach. */
function tooLow(theme: Map<string, string>, least: number, pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.flatMap(([one, other]) => {
    const reached = contrast(theme, one, other);
    return reached >= least ? [] : [`${one} on ${other}: ${reached.toFixed(2)}`];
  });
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, theme) => {
  it('has words that can be read on every surface', () => {
    const inks = ['ink', 'ink-soft', 'ink-quiet', 'accent-ink'];
    const grounds = ['surface', 'raised', 'page', 'sunken', 'accent-soft'];
    const pairs = inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));
    expect(tooLow(theme, 4.5, pairs)).toEqual([]);
  });

  it('has words that can be read on the soft ground of each meaning', () => {
    const pairs = meanings.flatMap((each) => [
      [`${each}-ink`, `${each}-soft`] as const,
      [`${each}-ink`, 'surface'] as const,
      [`${each}-ink`, 'page'] as const,
    ]);
    expect(tooLow(theme, 4.5, pairs)).toEqual([]);
  });

  it('has lines that can be seen on every ground they lie on', () => {
    const lines = [
      ...meanings.map((each) => `${each}-line`),
      'border-strong',
      'accent',
      'run-3',
      'run-4',
      'run-5',
      'run-6',
      'run-7',
    ];
    const pairs = lines.flatMap((line) => ['surface', 'raised', 'page'].map((ground) => [line, ground] as const));
    const onSoft = meanings.map((each) => [`${each}-line`, `${each}-soft`] as const);
    expect(tooLow(theme, 3, [...pairs, ...onSoft])).toEqual([]);
  });

  it('has lines of runs that are told apart from each other and from what means a state', () => {
    const runs = ['ink', 'accent', 'run-3', 'run-4', 'run-5', 'run-6', 'run-7'];
    const taken = ['waiting', 'done', 'failed', 'starting', 'idle'];
    const parts = (name: string) =>
      [1, 3, 5].map((at) => Number.parseInt((theme.get(`--${name}`) ?? '').slice(at, at + 2), 16));
    const apart = (one: string, other: string): number =>
      Math.hypot(...parts(one).map((part, index) => part - (parts(other)[index] ?? 0)));
    const alike = runs.flatMap((one, place) =>
      [...runs.slice(place + 1), ...taken].flatMap((other) =>
        apart(one, other) < 45 ? [`${one} and ${other}: ${apart(one, other).toFixed()}`] : [],
      ),
    );
    expect(alike).toEqual([]);
  });

  it('has words that can be read on what is filled', () => {
    const pairs = [
      ['on-accent', 'accent'],
      ['on-strong', 'strong'],
      ['on-strong-quiet', 'strong'],
      ['on-waiting', 'waiting'],
    ] as const;
    expect(tooLow(theme, 4.5, pairs)).toEqual([]);
  });
});

it('is the same dark for those whose system is dark and for those who chose it', () => {
  expect(Object.fromEntries(darkBySystem)).toEqual(Object.fromEntries(dark));
});

it('gives every colour of the light theme a dark one', () => {
  const colours = [...light].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
  expect(colours.filter((name) => !dark.has(name))).toEqual([]);
});

it('keeps every colour in tokens.css', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(css|tsx?)$/.test(file) && !file.endsWith('tokens.css'),
  );
  expect(files.length).toBeGreaterThan(20);
  const literal = /#[0-9a-f]{3,8}\b(?=[;,)'"\s])|\b(?:rgba?|hsla?|oklch|oklab)\(/i;
  const withColours = files.filter((file) => {
    const text = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    return literal.test(text);
  });
  expect(withColours).toEqual([]);
});
