/** What faults do to a function: its environments, its versions, its limits and its permissions. */
import type { Model } from '../model.ts';
import { either, endStrike, whileItLasts } from '../work/strikes.ts';
import { endAllIdle, provision, replaceAll } from './environments.ts';
import type { FunctionContext, FunctionState, Prepared } from './function-state.ts';
import type { serverlessFunctionParameters } from './params.ts';
import { crashAll, loseOne } from './runs.ts';

export const functionFaults = {
  crash: {
    ...whileItLasts,
    begin(ctx, state, strike) {
      state.strikes.push(strike);
      crashAll(ctx, state);
    },
  },
  'instance-loss': {
    begin(ctx, state) {
      loseOne(ctx, state);
    },
    // There is nothing to repair: whoever needs an environment gets another one.
    end() {},
  },
  'memory-leak': {
    ...whileItLasts,
    begin(_ctx, state, strike) {
      state.strikes.push(strike);
      for (const environment of state.environments) environment.pieces = 0;
    },
  },
  'slow-down': whileItLasts,
  'error-share': whileItLasts,
  'bad-deployment': {
    begin(ctx, state, strike) {
      state.strikes.push(strike);
      deploy(ctx, state);
    },
    end(ctx, state, strike) {
      endStrike(state.strikes, strike);
      deploy(ctx, state);
    },
  },
  'concurrency-limit': {
    overrides: ({ reservedConcurrency, provisionedConcurrency }, { strength }) => ({
      reservedConcurrency: reservedConcurrency < 0 ? strength : Math.min(reservedConcurrency, strength),
      provisionedConcurrency: Math.min(provisionedConcurrency, strength),
    }),
  },
  'cold-starts': {
    ...whileItLasts,
    begin(ctx, state, strike) {
      state.strikes.push(strike);
      endAllIdle(ctx, state);
      provision(ctx, state);
    },
  },
  'duplicate-delivery': {
    overrides: ({ duplicateShare }, { strength }) => ({ duplicateShare: either(duplicateShare, strength) }),
  },
  'role-missing': { overrides: () => ({ mayCall: [] }) },
  'policy-missing': { overrides: () => ({ invokedBy: [] }) },
} satisfies Model<typeof serverlessFunctionParameters, FunctionState, Prepared>['faults'];

/** Another version takes the place of all environments. Those at work finish what they are at. */
function deploy(ctx: FunctionContext, state: FunctionState): void {
  replaceAll(ctx, state);
  provision(ctx, state);
}
