/** Names of files. */
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../src/compare/export/download.ts';

describe('the name of a file', () => {
  it('says what the file holds, in words that every file system takes', () => {
    expect(fileName(['Compare', 'Queue & auto scaling', 'Tiers: 3 instances', 'at 1:30'], 'csv')).toBe(
      'decoupled-compare-queue-auto-scaling-tiers-3-instances-at-1-30.csv',
    );
  });

  it('stays short enough', () => {
    expect(fileName(['word '.repeat(100)], 'png').length).toBeLessThan(120);
  });
});
