/** The scenarios of the golden runs, by the name of their file in `kinds/`: a kind, or a kind and what it is about. */
import type { Scenario } from '../../src/scenario/scenario.ts';

const files = import.meta.glob<{ scenario: Scenario }>('./kinds/*.ts', { eager: true });

export const kindScenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  Object.entries(files).map(([path, { scenario }]) => [path.replace('./kinds/', '').replace('.ts', ''), scenario]),
);
