/** Checks load balancers and gateways for what only the architecture can tell: whether they fit what stands behind them. */
import type { ComponentKind } from '../models/registry.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';

export function checkBalancer(draft: Draft, architecture: Architecture, balancer: DraftComponent): void {
  const interval = balancer.valueOf<number>('healthCheckIntervalSeconds');
  const timeout = balancer.valueOf<number>('healthCheckTimeoutSeconds');
  if (interval !== undefined && timeout !== undefined && timeout >= interval) {
    const allowed = `less than healthCheckIntervalSeconds, which is ${interval}`;
    draft.report(balancer.pathOf('healthCheckTimeoutSeconds'), allowed);
  }
  const slowStart = balancer.valueOf<number>('slowStartSeconds') ?? 0;
  if (slowStart > 0 && balancer.valueOf('algorithm') === 'least-outstanding') {
    draft.report(balancer.pathOf('slowStartSeconds'), '0, because algorithm is "least-outstanding"');
  }
  checkRegistered(draft, architecture, balancer);
}

/** A group behind a load balancer has to register its instances there, or no request ever gets through. */
function checkRegistered(draft: Draft, { components, links, hasAllLinks }: Architecture, { id }: DraftComponent): void {
  const groups = links.filter(({ from }) => from === id).map(({ to }) => components.get(to));
  // A group that names it without a link is told of there.
  const isNamed = [...components.values()].some(
    (each) => each.kind === 'instance-group' && each.valueOf('loadBalancer') === id,
  );
  if (groups.length === 0 && hasAllLinks && !isNamed) {
    const path = (components.get(id) as DraftComponent).path;
    draft.report(path, 'a load balancer with at least one link that leads away from it, to an instance group');
  }
  for (const group of groups) {
    if (group?.kind !== 'instance-group') continue;
    const named = group.valueOf<string | null>('loadBalancer');
    if (named === undefined || named === id) continue;
    draft.report(group.pathOf('loadBalancer'), `"${id}", because a link leads from there to "${group.id}"`);
  }
}

/** An HTTP API cannot wait longer than this. Amazon API Gateway, quotas: 30 s. */
const LONGEST_HTTP_WAIT_SECONDS = 30;

/** What a gateway can stand before: all that takes requests, but no second gateway. */
export const behindGateway: readonly ComponentKind[] = [
  'function',
  'instance-group',
  'load-balancer',
  'queue',
  'bucket',
  'topic',
  'event-bus',
  'stream',
  'table',
];

export function checkGateway(draft: Draft, _: Architecture, gateway: DraftComponent): void {
  const wait = gateway.valueOf<number>('integrationTimeoutSeconds') ?? 0;
  if (gateway.valueOf('type') === 'http' && wait > LONGEST_HTTP_WAIT_SECONDS) {
    const allowed = `at most ${LONGEST_HTTP_WAIT_SECONDS}, because type is "http"`;
    draft.report(gateway.pathOf('integrationTimeoutSeconds'), allowed);
  }
}
