/** Checks how many instances a group has, and its scaling: whether they fit together. */
import type { ScalingPolicy, ScheduledAction } from '../models/parameters.ts';
import type { Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import { checkExists } from './check-target.ts';
import type { Draft } from './draft.ts';
import type { Intervention } from './scenario.ts';

/**
 * Minimum, desired and maximum must ascend. What the scenario does not say itself gives way: desired is then brought
 * between the two when the run begins, as Amazon EC2 Auto Scaling does with a new minimum or maximum.
 */
export function checkBounds(draft: Draft, group: DraftComponent): void {
  const minimum = group.valueOf<number>('minimum');
  const maximum = group.valueOf<number>('maximum');
  if (minimum === undefined || maximum === undefined) return;
  if (minimum > maximum) {
    if (group.isSet('minimum')) draft.report(group.pathOf('minimum'), `at most the maximum, which is ${maximum}`);
    else draft.report(group.pathOf('maximum'), `at least the minimum, which is ${minimum}`);
    return;
  }
  const desired = group.valueOf<number>('desired');
  if (desired === undefined || !group.isSet('desired')) return;
  if (desired > maximum) draft.report(group.pathOf('desired'), `at most the maximum, which is ${maximum}`);
  else if (desired < minimum) draft.report(group.pathOf('desired'), `at least the minimum, which is ${minimum}`);
}

export function checkPolicies(draft: Draft, architecture: Architecture, group: DraftComponent): void {
  group.valueOf<ScalingPolicy[]>('scaling')?.forEach((policy, place, policies) => {
    const path = [...group.pathOf('scaling'), place];
    if ('queue' in policy) checkExists(draft, architecture, [...path, 'queue'], policy.queue, ['queue']);
    if (policy.kind === 'step') checkSteps(draft, path, policy.steps);
    if (policy.kind !== 'scheduled') return;
    policy.actions.forEach((action, n) => {
      checkAction(draft, group, policies, action, [...path, 'actions', n]);
    });
  });
}

function checkSteps(draft: Draft, path: Path, steps: readonly { from: number }[]): void {
  for (let place = 1; place < steps.length; place += 1) {
    const before = steps[place - 1]?.from ?? 0;
    if ((steps[place]?.from ?? 0) > before) continue;
    draft.report([...path, 'steps', place, 'from'], `more than ${before}, that of the step before: steps ascend`);
  }
}

/** A bound that an action sets must be able to hold with the other one, whatever sets that. Desired is brought between them. */
function checkAction(
  draft: Draft,
  group: DraftComponent,
  policies: readonly ScalingPolicy[],
  { minimum, maximum }: ScheduledAction,
  path: Path,
): void {
  const most = Math.max(...boundsOf(draft, group, policies, 'maximum'));
  const least = Math.min(...boundsOf(draft, group, policies, 'minimum'));
  // That the minimum of an action is above its own maximum is a matter of its form.
  if (minimum !== undefined && maximum === undefined && minimum > most) {
    draft.report([...path, 'minimum'], `at most the maximum of the group, which is ${most}`);
  }
  if (maximum !== undefined && minimum === undefined && maximum < least) {
    draft.report([...path, 'maximum'], `at least the minimum of the group, which is ${least}`);
  }
}

/** All values that a bound of the group may have at some time; without limit where one is not known. */
function boundsOf(
  draft: Draft,
  group: DraftComponent,
  policies: readonly ScalingPolicy[],
  name: 'minimum' | 'maximum',
): number[] {
  const atStart = group.valueOf<number>(name);
  const unknown = name === 'maximum' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const bounds = [atStart ?? unknown];
  for (const policy of policies) {
    if (policy.kind !== 'scheduled') continue;
    for (const action of policy.actions) if (action[name] !== undefined) bounds.push(action[name]);
  }
  for (const place of draft.keysAt('interventions')) {
    const each = draft.at<Intervention>('interventions', Number(place));
    // Whoever is struck by the name of a step may be this group.
    if (each?.kind !== 'set' || each.parameter !== name) continue;
    if (each.target === group.id || each.target.startsWith('step:')) {
      bounds.push(typeof each.value === 'number' ? each.value : unknown);
    }
  }
  return bounds;
}
