/** Prices of one's own, as the session has them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReport } from '../../src/scenario/report.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import type { RunId } from '../../src/stores/session.ts';

// Node has no Worker here, so the session hosts its runs itself, a chunk per timer.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const billOf = (session: PageSession, run: RunId) => session.run(run).store.getState().report?.bill;

describe('changing a price', () => {
  it('bills the runs of the reader anew, in report and charts, and leaves those of the front page alone', () => {
    const session = createSession();
    session.run('home:queued');
    session.run('queued');
    vi.runAllTimers();
    const { scenario, report } = session.run('queued').store.getState();
    const prices = { 'ec2.c5.large': 0.5 };
    session.settings.setState({ prices });
    expect(billOf(session, 'queued')).toBeUndefined();
    vi.runAllTimers();
    const own = createReport(scenario, prices).bill;
    expect(billOf(session, 'queued')).toEqual(own);
    expect(own.totalUsd).toBeGreaterThan(report?.bill.totalUsd as number);
    const { series } = session.run('queued').store.getState();
    const last = (series?.length as number) - 1;
    const sum = (['workingUsd', 'idleUsd', 'startingUsd', 'wastedUsd'] as const).reduce(
      (usd, column) => usd + (series?.run[column][last] as number),
      0,
    );
    expect(sum).toBeCloseTo(own.totalUsd, 9);
    expect(billOf(session, 'home:queued')?.ownPrices).toEqual([]);

    session.settings.setState({ prices: {} });
    vi.runAllTimers();
    expect(billOf(session, 'queued')).toEqual(report?.bill);
  });

  it('keeps the future as it was before the last change beside the new one', () => {
    const session = createSession();
    session.show('queued');
    session.runsOnScreen();
    vi.runAllTimers();
    session.seek(60);
    session.toggleFault('crash', 'kind:instance-group');
    vi.runAllTimers();
    const branchOf = () => session.run('queued').store.getState();
    expect(branchOf().branchFromSeconds).toBe(60);
    const before = branchOf().branch?.run.workingUsd.at(-1) as number;
    session.settings.setState({ prices: { 'ec2.c5.large': 0.5 } });
    vi.runAllTimers();
    expect(branchOf().branchFromSeconds).toBe(60);
    // And the old future is told at the new price, too.
    expect(branchOf().branch?.run.workingUsd.at(-1)).toBeGreaterThan(before);
  });
});
