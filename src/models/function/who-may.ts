/**
 * Who needs which permission: for each link of an architecture who calls whom, how, and which of the two doors of a
 * function is asked, if any. Derived from the architecture alone, by the same rules by which functions ask while they run.
 */
import type { Call, Destinations, EventSourceMapping, StepProgram } from '../parameters.ts';
import type { ComponentKind } from '../registry.ts';
import type { WorldLink, WorldNode } from '../world.ts';
import { needsRole } from './permissions.ts';

/**
 * `synchronous`: the caller waits for the answer. `asynchronous`: it is taken over, and done later. `mapping`: nobody
 * calls; the function's own pollers read. `delivery`: what a service passes on by itself, to one that is no function.
 */
export type How = 'synchronous' | 'asynchronous' | 'mapping' | 'delivery';

/** Which door is asked: the execution role of the function that calls or reads, or the resource policy of the one called. */
export type Door = 'role' | 'policy' | 'none';

/** What one link is for, and who has to allow it. */
export interface Permission {
  /** Ids of the components at its two ends. */
  caller: string;
  callee: string;
  callerKind: ComponentKind;
  calleeKind: ComponentKind;
  how: How;
  door: Door;
  /** The function whose door it is; null where there is none. */
  of: string | null;
  /** What is allowed, in the words of AWS; empty where no door of a function is asked. */
  actions: readonly string[];
}

/** Every link of an architecture, in their order. */
export function permissionsOf(
  nodes: readonly WorldNode[],
  links: readonly Pick<WorldLink, 'from' | 'to'>[],
): Permission[] {
  return links.map(({ from, to }) => permissionFor(nodes[from] as WorldNode, nodes[to] as WorldNode));
}

function permissionFor(caller: WorldNode, callee: WorldNode): Permission {
  const ends = { caller: caller.id, callee: callee.id, callerKind: caller.kind, calleeKind: callee.kind };
  const asksRole = caller.kind === 'function' && needsRole[callee.kind];
  if (asksRole) {
    const isRead = mappingsOf(caller).some(({ from }) => from === callee.id);
    const calls = callsTo(caller, callee.id);
    const told = isDestination(caller.params, callee.id) ? deliveries : [];
    // Of a link that is both, reading comes first: it is what the function lives on.
    const how: How = isRead ? 'mapping' : calls.some(waits) ? 'synchronous' : 'asynchronous';
    const asked = [...calls, ...told].flatMap((call) => actions[callee.kind]?.[call] ?? []);
    const own = new Set([...(isRead ? readingActions(callee) : []), ...asked]);
    return { ...ends, how, door: 'role', of: caller.id, actions: [...own] };
  }
  if (callee.kind === 'function') {
    const how: How = waitsForFunction[caller.kind] ? 'synchronous' : 'asynchronous';
    return { ...ends, how, door: 'policy', of: callee.id, actions: invokingActions(caller.kind) };
  }
  const isService = delivers[caller.kind];
  return { ...ends, how: isService ? 'delivery' : 'synchronous', door: 'none', of: null, actions: [] };
}

/** Who calls a function and waits until it is done. */
const waitsForFunction: Readonly<Record<ComponentKind, boolean>> = {
  client: true,
  gateway: true,
  'load-balancer': true,
  'instance-group': true,
  function: true,
  queue: false,
  topic: false,
  stream: false,
  'event-bus': false,
  bucket: false,
  table: false,
};

/** Services that pass on by themselves what they were given: they do nothing but tell others of it. */
export const delivers: Readonly<Record<ComponentKind, boolean>> = {
  client: false,
  gateway: false,
  'load-balancer': false,
  'instance-group': false,
  function: false,
  queue: true,
  topic: true,
  stream: true,
  'event-bus': true,
  bucket: true,
  table: true,
};

/**
 * What the entry of a resource policy allows. Whoever calls without a service in between does so at the address of the
 * function, for which new ones need both actions since October 2025 (AWS Lambda developer guide, function URLs).
 */
function invokingActions(caller: ComponentKind): readonly string[] {
  return caller === 'client' ? ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'] : ['lambda:InvokeFunction'];
}

/** What the role of a mapping has to allow (AWS Lambda developer guide: SQS, Kinesis Data Streams, DynamoDB Streams). */
function readingActions({ kind, params }: WorldNode): readonly string[] {
  if (kind === 'queue') return ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  if (params['capacity'] === 'table') {
    return ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'];
  }
  return ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream', 'kinesis:ListShards'];
}

type Operation = Call['operation'];

const actions: Readonly<Partial<Record<ComponentKind, Partial<Record<Operation, string>>>>> = {
  table: { write: 'dynamodb:PutItem', read: 'dynamodb:GetItem' },
  bucket: { put: 's3:PutObject', get: 's3:GetObject' },
  queue: { send: 'sqs:SendMessage', deliver: 'sqs:SendMessage', 'hand-on': 'sqs:SendMessage' },
  topic: { publish: 'sns:Publish' },
  'event-bus': { publish: 'events:PutEvents' },
  stream: { append: 'kinesis:PutRecord' },
  function: {
    upload: 'lambda:InvokeFunction',
    'hand-on': 'lambda:InvokeFunction',
    deliver: 'lambda:InvokeFunction',
  },
};

/** Whether the function waits until what it asked for is done, not only taken over. */
function waits(call: Operation): boolean {
  return call !== 'hand-on' && call !== 'deliver';
}

/** Operations that the program of a function asks of a component. */
function callsTo({ params }: WorldNode, id: string): Operation[] {
  const steps = (params['steps'] ?? []) as readonly StepProgram[];
  return steps
    .flatMap(({ before = [], after = [], onFailure = [] }) => [...before, ...after, ...onFailure])
    .filter(({ to }) => to === id)
    .map(({ operation }) => operation);
}

/** How destinations are told; each kind knows one of these. */
const deliveries: readonly Operation[] = ['deliver', 'publish', 'put'];

function isDestination(params: WorldNode['params'], id: string): boolean {
  const { onSuccess, onFailure, deadLetter } = (params['destinations'] ?? {}) as Destinations;
  const ofMappings = ((params['mappings'] ?? []) as readonly EventSourceMapping[]).map((mapping) => mapping.onFailure);
  return [onSuccess, onFailure, deadLetter, ...ofMappings].includes(id);
}

function mappingsOf({ params }: WorldNode): readonly EventSourceMapping[] {
  return (params['mappings'] ?? []) as readonly EventSourceMapping[];
}

/** An entry of a policy, as it is written down in AWS. */
export interface Statement {
  Effect: 'Allow';
  Principal?: '*' | { Service: string } | { AWS: string };
  Action: string | readonly string[];
  Resource: string;
  Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Made up: the example account and region of Amazon's own documentation. */
const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

/** The entry that a permission stands for; null where no door of a function is asked. */
export function statementOf({
  caller,
  callee,
  callerKind,
  calleeKind,
  door,
  actions: own,
}: Permission): Statement | null {
  const [only] = own;
  if (door === 'none' || only === undefined) return null;
  const Action = own.length === 1 ? only : own;
  const isOfTable = only.startsWith('dynamodb:') && calleeKind === 'stream';
  const Resource = isOfTable
    ? `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/*/stream/*`
    : arnOf(calleeKind, callee) + (calleeKind === 'bucket' ? '/*' : '');
  if (door === 'role') return { Effect: 'Allow', Action, Resource };
  const service = services[callerKind];
  if (service === undefined) {
    const Principal = callerKind === 'client' ? '*' : { AWS: `arn:aws:iam::${ACCOUNT}:root` };
    return { Effect: 'Allow', Principal, Action, Resource };
  }
  return {
    Effect: 'Allow',
    Principal: { Service: service },
    Action,
    Resource,
    Condition: { ArnLike: { 'AWS:SourceArn': sourceArn(callerKind, caller) } },
  };
}

/** Who calls a function in the name of AWS. */
const services: Readonly<Partial<Record<ComponentKind, string>>> = {
  gateway: 'apigateway.amazonaws.com',
  'load-balancer': 'elasticloadbalancing.amazonaws.com',
  bucket: 's3.amazonaws.com',
  topic: 'sns.amazonaws.com',
  'event-bus': 'events.amazonaws.com',
};

/** Of a bus one of its rules calls, not the bus itself. */
function sourceArn(kind: ComponentKind, id: string): string {
  return kind === 'event-bus' ? `arn:aws:events:${REGION}:${ACCOUNT}:rule/*` : arnOf(kind, id);
}

function arnOf(kind: ComponentKind, id: string): string {
  const of = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
  switch (kind) {
    case 'function':
      return of('lambda', `function:${id}`);
    case 'table':
      return of('dynamodb', `table/${id}`);
    case 'bucket':
      return `arn:aws:s3:::${id}`;
    case 'queue':
      return of('sqs', id);
    case 'topic':
      return of('sns', id);
    case 'stream':
      return of('kinesis', `stream/${id}`);
    case 'event-bus':
      return of('events', `event-bus/${id}`);
    case 'gateway':
      return of('execute-api', `${id}/*`);
    default:
      return '*';
  }
}
