/** Then and now: every note has its words, its date and its sources, and no figure that its sources do not have. */
import { describe, expect, it } from 'vitest';
import { notes, notesOf, notesReadOn } from '../../src/lessons/notes.ts';
import { storyIds } from '../../src/stages/catalogue.ts';
import { catalogue } from '../../src/text/catalogue.ts';
import { isTextKey, textOf } from '../../src/text/text.ts';

/** Figures of the fact sheet of Amazon's services, of 2026-11-21, by note: those of then, and those of now. */
const facts: Readonly<Record<string, readonly [then: string[], now: string[]]>> = {
  memory: [
    ['128 MB', '3 GB', '64 MB'],
    ['128 MB', '10,240 MB', '1 MB', '1,769 MB'],
  ],
  'container-images': [[], ['10 GB']],
  'cold-start': [[], ['100 ms', '1 s', '1 %']],
  'network-interface': [[], ['90 s']],
  'billed-time': [['100 ms'], ['1 ms']],
  timeout: [['5 minutes'], ['15 minutes']],
  retries: [['2 times'], ['0 to', '2 times', '1 minute', '2 minutes']],
  'one-bus': [[], ['100 in']],
  'event-size': [['256 KB', '128 KB'], ['1 MB']],
  'message-size': [['256 KB'], ['1 MiB']],
  consistency: [[], []],
  disk: [['512 MB'], ['512 MB', '10,240 MB']],
};

/** Dates of the fact sheet on which the old ended. */
const dates: Readonly<Record<string, string>> = {
  memory: '2020-12-01',
  'container-images': '2020-12-01',
  'cold-start': '2025-08-01',
  'network-interface': '2019-09',
  'billed-time': '2020-12',
  timeout: '2018-10-10',
  retries: '2019-11-25',
  'one-bus': '2019-07-11',
  'event-size': '2025',
  'message-size': '2025',
  consistency: '2020-12',
  disk: '2022-03',
};

/** Every number, with the word behind it. */
function figuresIn(words: string): string[] {
  return words.match(/\b\d[\d,]* [^\s.,;:]+/g) ?? [];
}

const forms = (key: string): string[] => [textOf('neutral', key), textOf('aws', key)];

describe('the notes on then and now', () => {
  it.each(notes.map(({ id }) => [id] as const))('have words for both, and all of them end: %s', (id) => {
    for (const when of ['then', 'now']) {
      expect(isTextKey(`note.${id}.${when}`)).toBe(true);
      for (const words of forms(`note.${id}.${when}`)) expect(words).toMatch(/^[^{}]+\.$/);
    }
  });

  it('have no words for notes that nobody tells', () => {
    const written = Object.keys(catalogue).filter((key) => /^note\..+\.(then|now)$/.test(key));
    const meant = notes.flatMap(({ id }) => [`note.${id}.then`, `note.${id}.now`]);
    expect(written.toSorted()).toEqual(meant.toSorted());
  });

  it.each(notes.map((note) => [note.id, note] as const))('have the figures of the fact sheet: %s', (id, note) => {
    const [then, now] = facts[id] as (typeof facts)[string];
    for (const [when, known] of [
      ['then', then],
      ['now', now],
    ] as const) {
      const told = forms(`note.${id}.${when}`).map(figuresIn);
      expect([...new Set(told.flat())].toSorted()).toEqual(known.toSorted());
    }
    expect(note.until).toBe(dates[id]);
  });

  it('say until when it was so, before they were read', () => {
    expect(notesReadOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { until } of notes) {
      expect(until).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      expect(until < notesReadOn).toBe(true);
      expect(Number.isNaN(Date.parse(until))).toBe(false);
    }
  });

  it('name their sources, with an address of the provider or of what it publishes', () => {
    for (const { source, sourceNow } of notes) {
      for (const { name, url } of [source, sourceNow]) {
        expect(name).not.toBe('');
        expect(new URL(url).protocol).toBe('https:');
        expect(['aws.amazon.com', 'docs.aws.amazon.com', 'github.com']).toContain(new URL(url).hostname);
      }
    }
  });

  it('have names of their own, and each is told in some story', () => {
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
    for (const { stories } of notes) {
      expect(stories.length).toBeGreaterThan(0);
      expect(new Set(stories).size).toBe(stories.length);
    }
    expect(storyIds.flatMap((story) => notesOf(story)).length).toBe(notes.flatMap(({ stories }) => stories).length);
  });

  it('cover what courses still tell', () => {
    const told = notesOf('serverless').map(({ id }) => id);
    expect(told).toEqual(expect.arrayContaining(['memory', 'container-images', 'cold-start', 'network-interface']));
    expect(notesOf('event-driven').map(({ id }) => id)).toContain('one-bus');
    expect(notesOf('monolith')).toEqual([]);
  });
});
