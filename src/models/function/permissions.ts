/**
 * Two doors and a wall: what the execution role lets the function do, whom the resource policy lets invoke it, and what
 * can be reached from inside a private network.
 */
import type { Context } from '../model.ts';
import { REASON } from '../reasons.ts';
import type { ComponentKind } from '../registry.ts';
import { CALL, HAND_ON, type Op } from '../work/program.ts';

/**
 * What the role is asked about, and what lies outside of every private network: services of the provider. Instances and
 * load balancers are called by their address in the network, and so is what else can be reached there; a gateway is an
 * address on the internet, for which no role is needed.
 */
export const needsRole: Readonly<Record<ComponentKind, boolean>> = {
  client: false,
  gateway: false,
  'load-balancer': false,
  'instance-group': false,
  function: true,
  queue: true,
  topic: true,
  stream: true,
  'event-bus': true,
  bucket: true,
  table: true,
};

type Surroundings = Pick<Context<unknown, undefined>, 'targetOf' | 'kindOf' | 'idOf'>;

interface Doors {
  mayCall: readonly string[] | null;
  privateNeighbours: readonly string[] | null;
  vpc: 'no' | 'with-way-out' | 'without-way-out';
}

/** Whether the execution role allows what leads along this link. */
export function isAllowed(ctx: Surroundings, link: number, { mayCall }: Pick<Doors, 'mayCall'>): boolean {
  const target = ctx.targetOf(link);
  return mayCall === null || !needsRole[ctx.kindOf(target)] || mayCall.includes(ctx.idOf(target));
}

/** Whether a call ends in nothing: no packet arrives anywhere, and no answer comes. */
export function leadsNowhere(reason: number | undefined): boolean {
  return reason === REASON['no-way-out'] || reason === REASON['no-way-in'];
}

/** By operation of the program: 0, or why a call there fails. Without a way nobody is there to refuse. */
export function doorsOf(ctx: Surroundings, program: readonly Op[], doors: Doors): number[] {
  return program.map(({ op, link }) => {
    if (op !== CALL && op !== HAND_ON) return REASON.none;
    const kind = ctx.kindOf(ctx.targetOf(link));
    if (doors.vpc === 'without-way-out' && (needsRole[kind] || kind === 'gateway')) return REASON['no-way-out'];
    if (doors.vpc === 'no' && doors.privateNeighbours?.includes(ctx.idOf(ctx.targetOf(link))))
      return REASON['no-way-in'];
    return isAllowed(ctx, link, doors) ? REASON.none : REASON['execution-role-missing'];
  });
}
