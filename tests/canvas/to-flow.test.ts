import { describe, expect, it } from 'vitest';
import { toFlow } from '../../src/canvas/to-flow.ts';
import { stages } from '../../src/stages/catalogue.ts';

const options = { look: { density: 'full', arrangement: 'roomy' }, nameOf: (id: string) => id.toUpperCase() } as const;

describe('what React Flow draws', () => {
  it('has a node for each component, with the number that it has in the run', () => {
    const { nodes } = toFlow(stages.queued, options);
    expect(nodes.map(({ id, data }) => [id, data.index])).toEqual([
      ['users', 0],
      ['upload', 1],
      ['bucket', 2],
      ['queue', 3],
      ['fleet', 4],
      ['metadata', 5],
    ]);
  });

  it('gives every node a size and a name, so that it can be found without seeing it', () => {
    for (const { width, height, ariaLabel, id } of toFlow(stages.queued, options).nodes) {
      expect(width).toBeGreaterThan(0);
      expect(height).toBeGreaterThan(0);
      expect(ariaLabel).toBe(id.toUpperCase());
    }
  });

  it('has an edge for each link, in their order, with what travels along it', () => {
    const { edges } = toFlow(stages.queued, options);
    expect(edges.map(({ source, target, data }) => [data?.index, source, target, data?.travels])).toEqual([
      [0, 'users', 'upload', 'video'],
      [1, 'upload', 'bucket', 'master'],
      [2, 'upload', 'queue', 'job'],
      [3, 'fleet', 'queue', 'poll'],
      [4, 'fleet', 'bucket', 'renditions'],
      [5, 'fleet', 'metadata', 'metadata'],
    ]);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
  });

  it('refers to the description of what has the focus only where there is one', () => {
    const [described] = toFlow(stages.monolith, { ...options, describedBy: 'tip' }).nodes;
    const [plain] = toFlow(stages.monolith, options).nodes;
    expect(described?.domAttributes).toEqual({ 'aria-describedby': 'tip' });
    expect(plain).not.toHaveProperty('domAttributes');
  });

  it('names the component that a link leads to if there is none', () => {
    const broken = { nodes: stages.monolith.nodes, links: [{ from: 'users', to: 'nobody' }] };
    expect(() => toFlow(broken, options)).toThrow('"nobody"');
  });
});
