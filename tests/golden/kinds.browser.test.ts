/** The same lines are asserted in Node by kinds.test.ts, which also writes them. */
import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { kindScenarios } from './kind-scenarios.ts';

const texts = import.meta.glob<string>('./kinds/*.txt', { eager: true, query: '?raw', import: 'default' });

describe('a small run', () => {
  it.each(Object.entries(kindScenarios))(
    'of %s happens in the browser, fact by fact, as it does in Node',
    (name, scenario) => {
      expect(`${factsOf(scenario).join('\n')}\n`).toBe(texts[`./kinds/${name}.txt`]);
    },
  );
});
