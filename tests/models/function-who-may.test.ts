/** Who needs which permission is what functions really ask for: without it the calls fail, with it they do not. */
import { describe, expect, it } from 'vitest';
import { type Permission, permissionsOf, statementOf } from '../../src/models/function/who-may.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import { type StageId, useIds } from '../../src/stages/catalogue.ts';

const shown: readonly StageId[] = [...useIds, 'function-permissions'];

const permissionsIn = (stage: StageId): Permission[] => {
  const { nodes, links } = planOf(newScenario(stage));
  return permissionsOf(nodes, links);
};

/** One line a link: who, how, to whom, which door. */
const linesOf = (stage: StageId): string[] =>
  permissionsIn(stage).map(
    ({ caller, callee, how, door, of, actions }) =>
      `${caller} > ${callee}: ${how}, ${door}${of === null ? '' : ` of ${of}`}${actions.length > 0 ? `, ${actions.join(' ')}` : ''}`,
  );

const DURATION_SECONDS = 100;

/** A run in which one door of a function lets nobody through but those named; those who come are many. */
function runWith(stage: StageId, of: string, door: 'role' | 'policy', allowed: readonly string[] | null): RunReport {
  const parameters = { [of]: { [door === 'role' ? 'mayCall' : 'invokedBy']: allowed } };
  return createReport(newScenario(stage, { durationSeconds: DURATION_SECONDS, parameters }));
}

const componentIn = (report: RunReport, id: string) => {
  const found = report.components.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no "${id}"`);
  return found;
};

/** How often a function was refused at a door of its own, or of another one for its sake. */
function refusedAt(report: RunReport, { of, door }: Permission): number {
  const own = componentIn(report, of as string);
  if (own.kind !== 'function') throw new Error(`"${of}" is no function`);
  const reason = door === 'role' ? 'execution-role-missing' : 'resource-policy-missing';
  return (own.errorsByReason[reason] ?? 0) + (door === 'policy' ? (own.traffic.refusedByReason[reason] ?? 0) : 0);
}

const asked = shown.flatMap((stage) =>
  permissionsIn(stage)
    .filter(({ door }) => door !== 'none')
    .map((each) => [`${stage}: ${each.caller} > ${each.callee}`, stage, each] as const),
);

describe('the uses of functions', () => {
  it.each<[StageId, string[]]>([
    [
      'serverless-application',
      [
        'users > gateway: synchronous, none',
        'gateway > manage: synchronous, policy of manage, lambda:InvokeFunction',
        'manage > metadata: synchronous, role of manage, dynamodb:PutItem',
      ],
    ],
    [
      'file-processing',
      [
        'users > bucket: synchronous, none',
        'bucket > process: asynchronous, policy of process, lambda:InvokeFunction',
        'process > bucket: synchronous, role of process, s3:GetObject s3:PutObject',
      ],
    ],
    [
      'database-trigger',
      [
        'users > manage: synchronous, policy of manage, lambda:InvokeFunctionUrl lambda:InvokeFunction',
        'manage > metadata: synchronous, role of manage, dynamodb:PutItem',
        'metadata > changes: delivery, none',
        'indexer > changes: mapping, role of indexer, dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:DescribeStream dynamodb:ListStreams',
        'indexer > index: synchronous, role of indexer, dynamodb:PutItem',
      ],
    ],
    [
      'serverless-cron',
      [
        'bus > report: asynchronous, policy of report, lambda:InvokeFunction',
        'report > metadata: synchronous, role of report, dynamodb:PutItem',
      ],
    ],
    [
      'real-time-stream',
      [
        'viewers > clicks: synchronous, none',
        'statistics > clicks: mapping, role of statistics, kinesis:GetRecords kinesis:GetShardIterator kinesis:DescribeStream kinesis:ListShards',
      ],
    ],
  ])('say who needs which permission: %s', (stage, expected) => {
    expect(linesOf(stage)).toEqual(expected);
  });

  it('are told so of all five', () => {
    expect(useIds.map((use) => permissionsIn(use).filter(({ door }) => door !== 'none').length)).toEqual([
      2, 2, 4, 2, 1,
    ]);
  });
});

describe('a permission that is taken away', () => {
  it.each(asked)('is missed in a run: %s', (_, stage, permission) => {
    const { of, door, how, callee } = permission;
    const others = permissionsIn(stage)
      .filter((each) => each.of === of && each.door === door)
      .map((each) => (door === 'role' ? each.callee : each.caller))
      .filter((id) => id !== (door === 'role' ? permission.callee : permission.caller));
    const without = runWith(stage, of as string, door as 'role' | 'policy', others);
    const as = createReport(newScenario(stage, { durationSeconds: DURATION_SECONDS }));
    expect(refusedAt(as, permission)).toBe(0);
    if (how !== 'mapping') {
      expect(refusedAt(without, permission)).toBeGreaterThan(0);
      return;
    }
    // Nobody is refused: what lies there is not fetched.
    const fetched = (report: RunReport): number => {
      const source = componentIn(report, callee);
      return source.kind === 'queue' ? source.traffic.served : componentIn(report, of as string).traffic.arrived;
    };
    const batches = (report: RunReport): number => {
      const own = componentIn(report, of as string);
      return own.kind === 'function' ? own.batches : Number.NaN;
    };
    expect(batches(as)).toBeGreaterThan(0);
    expect(batches(without)).toBe(0);
    expect(fetched(without)).toBeLessThanOrEqual(fetched(as));
  });

  it.each(asked)(
    'is the only one that is missed, when all those of the table are there: %s',
    (_, stage, permission) => {
      const { of, door } = permission;
      const all = permissionsIn(stage)
        .filter((each) => each.of === of && each.door === door)
        .map((each) => (door === 'role' ? each.callee : each.caller));
      const own = runWith(stage, of as string, door as 'role' | 'policy', all);
      const usual = createReport(newScenario(stage, { durationSeconds: DURATION_SECONDS }));
      expect(own.uploads).toEqual(usual.uploads);
      expect(refusedAt(own, permission)).toBe(0);
    },
  );
});

describe('a statement', () => {
  const statementFor = (stage: StageId, caller: string, callee: string) => {
    const found = permissionsIn(stage).find((each) => each.caller === caller && each.callee === callee);
    return found && statementOf(found);
  };

  it('of a policy names the service that calls, and where it calls from', () => {
    expect(statementFor('file-processing', 'bucket', 'process')).toEqual({
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:process',
      Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::bucket' } },
    });
    expect(statementFor('serverless-cron', 'bus', 'report')).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:events:us-east-1:123456789012:rule/*' } },
    });
    expect(statementFor('database-trigger', 'users', 'manage')).toMatchObject({ Principal: '*' });
  });

  it('of a role names what is done, and to what', () => {
    expect(statementFor('database-trigger', 'manage', 'metadata')).toEqual({
      Effect: 'Allow',
      Action: 'dynamodb:PutItem',
      Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/metadata',
    });
    expect(statementFor('file-processing', 'process', 'bucket')).toMatchObject({
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: 'arn:aws:s3:::bucket/*',
    });
    expect(statementFor('database-trigger', 'indexer', 'changes')).toMatchObject({
      Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/*/stream/*',
    });
  });

  it('is none where no door of a function is asked', () => {
    expect(statementFor('real-time-stream', 'viewers', 'clicks')).toBeNull();
  });
});
