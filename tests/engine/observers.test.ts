/** Who is told of which facts: observers say what they want to hear. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Simulation } from '../../src/engine/simulation.ts';
import type { Observer } from '../../src/engine/trace.ts';

let heard: string[];
beforeEach(() => {
  heard = [];
});

/** Writes down its name and the kinds of the facts that it is told of. */
function listener(name: string, hears?: readonly number[]): Observer {
  return { ...(hears && { hears }), fact: (_, kind) => heard.push(`${name} ${kind}`) };
}

function tellOf(simulation: Simulation, ...kinds: readonly number[]): void {
  for (const kind of kinds) simulation.record(kind, 0, -1, -1, 0, 0, 0);
}

describe('an observer', () => {
  it('hears every kind of fact where it says nothing, up to the last there can be', () => {
    const simulation = new Simulation(1);
    simulation.observe(listener('all'));
    tellOf(simulation, 0, 7, 255);
    expect(heard).toEqual(['all 0', 'all 7', 'all 255']);
  });

  it('hears the kinds it asks for and no others', () => {
    const simulation = new Simulation(1);
    simulation.observe(listener('some', [2, 5]));
    tellOf(simulation, 1, 2, 3, 4, 5);
    expect(heard).toEqual(['some 2', 'some 5']);
  });

  it('hears nothing more once it has stopped', () => {
    const simulation = new Simulation(1);
    simulation.observe(listener('stays', [1]));
    const stop = simulation.observe(listener('leaves', [1, 2]));
    stop();
    tellOf(simulation, 1, 2);
    expect(heard).toEqual(['stays 1']);
  });
});

describe('several observers', () => {
  it('hear in the order in which they came, each what it asks for', () => {
    const simulation = new Simulation(1);
    simulation.observe(listener('first', [1, 2]));
    simulation.observe(listener('second'));
    simulation.observe(listener('third', [2, 3]));
    tellOf(simulation, 1, 2, 3, 4);
    expect(heard).toEqual(['first 1', 'second 1', 'first 2', 'second 2', 'third 2', 'second 3', 'third 3', 'second 4']);
  });
});
