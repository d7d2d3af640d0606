/** What a fault strikes, and what it does there, as it stands within a sentence. */
import { describe, expect, it } from 'vitest';
import { faultCatalogue } from '../../src/faults/catalogue.ts';
import { strengthText } from '../../src/faults/strength-text.ts';
import { faults } from '../../src/models/facts.ts';
import { componentKinds } from '../../src/models/registry.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { isFormFor, targetsFor } from '../../src/scenario/targets.ts';
import { stageIds } from '../../src/stages/catalogue.ts';
import { faultAt, targetHeading, targetName } from '../../src/text/target-name.ts';

describe('the name of a target', () => {
  it.each([
    ['step:process', 'processing', 'processing'],
    ['kind:queue', 'every queue', 'every SQS queue'],
    ['zone:a', 'zone a', 'Availability Zone a'],
    ['link:users>upload', 'the link from uploaders to upload', 'the link from uploaders to upload, EC2'],
    ['into:store', 'the way into storing', 'the way into storing'],
    ['rule:bus/store', 'rule store of the event bus', 'rule store of the EventBridge bus'],
    ['queue', 'queue', 'SQS queue'],
    ['fleet', 'processing fleet', 'Auto Scaling group'],
    ['metadata', 'metadata', 'DynamoDB table'],
    ['my own box', 'my own box', 'my own box'],
  ])('%s reads well within a sentence', (target, neutral, aws) => {
    expect(targetName('neutral', target)).toBe(neutral);
    expect(targetName('aws', target)).toBe(aws);
  });

  it('begins with a capital where a sentence begins', () => {
    expect(targetHeading('neutral', 'link:users>upload')).toBe('The link from uploaders to upload');
  });

  it('is known for every kind of component and for everything that any fault can strike anywhere', () => {
    const raw = new Set<string>();
    const note = (target: string) => {
      const name = targetName('neutral', target);
      const isKindAsItIs = target.startsWith('kind:') && !/^(every|all) /.test(name);
      if (/[:>/]/.test(name.replace('queue: ', '')) || isKindAsItIs) raw.add(target);
    };
    for (const kind of componentKinds) note(`kind:${kind}`);
    for (const fault of faults) for (const target of faultCatalogue[fault].usualTargets) note(target);
    for (const stage of stageIds) {
      const { nodes, links } = planOf(newScenario(stage));
      for (const fault of faults) for (const target of targetsFor(fault, nodes, links)) note(target);
    }
    expect([...raw]).toEqual([]);
  });
});

describe('a fault at a place', () => {
  it('is said in one way while it lasts, and in another where it begins and ends', () => {
    expect(faultAt('neutral', 'crash', 'step:process')).toBe('processing down');
    expect(faultAt('neutral', 'zone-loss', 'zone:a')).toBe('zone a lost');
    expect(faultAt('neutral', 'cut-link', 'into:store', 'began')).toBe(
      'The way into storing: cut, nothing gets through',
    );
    expect(faultAt('aws', 'short-visibility', 'queue', 'ended')).toBe(
      'SQS queue: messages stay hidden for as long as before',
    );
  });

  it('has words for every form of target that it takes, in both vocabularies', () => {
    const targets = [
      'queue',
      'step:store',
      'kind:queue',
      'zone:b',
      'link:users>upload',
      'into:process',
      'rule:bus/store',
    ];
    for (const fault of faults) {
      for (const target of targets.filter((each) => isFormFor(fault, each))) {
        for (const part of ['at', 'began', 'ended'] as const) {
          for (const vocabulary of ['neutral', 'aws'] as const) {
            const said = faultAt(vocabulary, fault, target, part);
            expect(said.toLowerCase()).toContain(targetName(vocabulary, target).toLowerCase());
            expect(said).not.toMatch(/[{}]/);
          }
        }
      }
    }
  });
});

describe('how strongly', () => {
  it('is said with its unit, and not at all where a fault is there or not', () => {
    expect(strengthText('neutral', 'slow-down', 10)).toBe('×10');
    expect(strengthText('neutral', 'error-share', 0.5)).toBe('50%');
    expect(strengthText('neutral', 'poison-messages', 0.015)).toBe('1.5%');
    expect(strengthText('neutral', 'added-latency', 2)).toBe('2 s');
    expect(strengthText('neutral', 'throttling', 0.2)).toBe('0.2 a second');
    expect(strengthText('neutral', 'concurrency-limit', 1)).toBe('1 environment');
    expect(strengthText('neutral', 'memory-leak', 5)).toBe('5 pieces of work');
    expect(strengthText('neutral', 'crash', 0)).toBe('');
  });
});
