/**
 * users → upload → process → store → manage, all on one machine
 *
 * The same four programs, each with its own slots, calling one another as before, on one tall machine that is billed once.
 * A program may go down by itself: then the others are up, and every upload fails all the same. When the machine goes
 * down all four do. The night costs what it costs on the monolith.
 */
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { tiers } from './tiers.ts';

const [users, upload, process, store, manage] = tiers.nodes;
/** As tall as that of the monolith; each piece of work uses two vCPU of it. */
const machine = { instanceType: 'c5.2xlarge', threads: 2 } as const;
const guest = { ...machine, runsOn: 'upload' } as const;

export const tiersOnOneServer = {
  id: 'tiers-on-one-server',
  rung: 2,
  nodes: [
    users,
    { ...upload, at: places.upload, params: { ...upload.params, ...machine, diskGb: 500 } },
    { ...process, at: places.process, params: { ...process.params, ...guest } },
    { ...store, at: places.store, params: { ...store.params, ...guest } },
    { ...manage, at: places.manage, params: { ...manage.params, ...guest } },
  ],
  links: tiers.links,
} as const satisfies Stage;
