/** The catalogue: filling in, choosing between one and many, and words for everything the simulation knows. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import { faultFamilies } from '../../src/faults/catalogue.ts';
import { faults, objects, operations, steps } from '../../src/models/facts.ts';
import { outcomes } from '../../src/models/ledger.ts';
import { reasons } from '../../src/models/reasons.ts';
import { componentKinds, models } from '../../src/models/registry.ts';
import { stageIds, stages } from '../../src/stages/catalogue.ts';
import { catalogue } from '../../src/text/catalogue.ts';
import { isTextKey, type TextParams, text, textOf } from '../../src/text/text.ts';
import type { Entry } from '../../src/text/words.ts';

const vocabularies = ['neutral', 'aws'] as const;

describe('text', () => {
  it('says the same thing in both vocabularies, each in its own words', () => {
    expect(text('neutral', 'component.queue')).toBe('Queue');
    expect(text('aws', 'component.queue')).toBe('Amazon SQS queue');
    expect(text('aws', 'step.process')).toBe('Process');
  });

  it('chooses between one and many', () => {
    expect(text('neutral', 'unit.messages', { n: 1 })).toBe('message');
    expect(text('neutral', 'unit.messages', { n: 0 })).toBe('messages');
    expect(text('neutral', 'unit.messages', { n: 37 })).toBe('messages');
  });

  it('knows at compile time what has to be filled in', () => {
    expectTypeOf<TextParams<'unit.messages'>>().toEqualTypeOf<{ readonly n: number }>();
    // @ts-expect-error a count is missing
    expect(() => text('neutral', 'unit.messages', {})).toThrow('"unit.messages" needs a value for {n}');
    // @ts-expect-error there are no such words
    expect(() => text('neutral', 'component.teapot')).toThrow();
  });

  it('refuses a key that was put together wrongly', () => {
    expect(isTextKey('parameter.queue.colour')).toBe(false);
    expect(() => textOf('neutral', 'parameter.queue.colour')).toThrow(
      'the catalogue has no words for "parameter.queue.colour"',
    );
  });
});

describe('the catalogue', () => {
  const missing = (keys: readonly string[]) => keys.filter((key) => !isTextKey(key));

  it('has a name and a sentence for every kind of component', () => {
    expect(missing(componentKinds.flatMap((kind) => [`component.${kind}`, `component.${kind}.what`]))).toEqual([]);
  });

  it('has a name and a line of help for every declared parameter', () => {
    const keys = componentKinds.flatMap((kind) =>
      Object.keys(models[kind].parameters).flatMap((name) => [
        `parameter.${kind}.${name}`,
        `parameter.${kind}.${name}.help`,
      ]),
    );
    expect(keys.length).toBeGreaterThan(40);
    expect(missing(keys)).toEqual([]);
  });

  it('has no words for parameters that nobody declares', () => {
    const declared = new Set(
      componentKinds.flatMap((kind) => Object.keys(models[kind].parameters).map((name) => `parameter.${kind}.${name}`)),
    );
    const written = Object.keys(catalogue).filter((key) => key.startsWith('parameter.') && !key.endsWith('.help'));
    expect(written.filter((key) => !declared.has(key))).toEqual([]);
  });

  it('has a short unit for every unit of a parameter', () => {
    const units = componentKinds.flatMap((kind) =>
      Object.values(models[kind].parameters).flatMap((declared) =>
        'unit' in declared ? [`unit.${declared.unit}`] : [],
      ),
    );
    expect(missing(units)).toEqual([]);
  });

  it('tells the story of every stage and names each of its components', () => {
    for (const id of stageIds) {
      const told = ['', '.title', '.line'].map((part) => `stage.${id}${part}`);
      const named = stages[id].nodes.flatMap((node) => [`node.${node.id}`, `node.${node.id}.what`]);
      expect(missing([...told, ...named])).toEqual([]);
    }
  });

  it('says what happened and what would help for every reason', () => {
    const parts = ['', '.short', '.what', '.remedy'];
    const keys = reasons.flatMap((reason) => parts.map((part) => `reason.${reason}${part}`));
    expect(missing(keys)).toEqual([]);
  });

  it('names every reason in 16 characters for a badge', () => {
    const tooLong = reasons
      .map((reason) => textOf('aws', `reason.${reason}.short`))
      .filter(({ length }) => length > 16);
    expect(tooLong).toEqual([]);
  });

  it('has words for every step, object, operation, outcome and fault', () => {
    expect(missing(steps.flatMap((step) => [`step.${step}`, `step.${step}.doing`]))).toEqual([]);
    expect(missing(objects.map((object) => `object.${object}`))).toEqual([]);
    expect(missing(operations.map((operation) => `operation.${operation}`))).toEqual([]);
    expect(missing(outcomes.flatMap((outcome) => [`outcome.${outcome}`, `outcome.${outcome}.what`]))).toEqual([]);
    const parts = ['', '.what', '.imitates', '.short', '.at', '.began', '.ended'];
    expect(missing(faults.flatMap((fault) => parts.map((part) => `fault.${fault}${part}`)))).toEqual([]);
    expect(missing(faultFamilies.map((family) => `fault.family.${family}`))).toEqual([]);
  });

  it('names a fault shortly enough for its badge', () => {
    const short = faults.flatMap((fault) => vocabularies.map((each) => textOf(each, `fault.${fault}.short`)));
    expect(short.filter((words) => words.length > 12)).toEqual([]);
  });

  it('uses no service name of Amazon in plain words', () => {
    const entries = Object.entries(catalogue) as [string, Entry][];
    const named = /\b(Amazon|AWS|EC2|SQS|S3|DynamoDB|Auto Scaling|EBS)\b/;
    const mixed = entries.filter(([, entry]) => named.test(typeof entry === 'string' ? entry : entry.neutral));
    // The switch between the two vocabularies has to name the other one.
    const switchItself = ['app.words.aws', 'app.words.aws.what', 'key.words'];
    expect(mixed.map(([key]) => key).filter((key) => !switchItself.includes(key))).toEqual([]);
  });

  it('has balanced braces and places of the form {name} or {n|one|many}', () => {
    const entries = Object.entries(catalogue) as [string, Entry][];
    const broken = entries.filter(([, entry]) =>
      (typeof entry === 'string' ? [entry] : [entry.neutral, entry.aws]).some((form) =>
        /[{}]/.test(form.replace(/\{[a-zA-Z]+(\|[^{}|]*\|[^{}|]*)?\}/g, '')),
      ),
    );
    expect(broken.map(([key]) => key)).toEqual([]);
  });
});
