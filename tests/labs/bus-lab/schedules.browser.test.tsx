/** The instrument of the schedules, on real runs: written, checked, put on the bus, and seen to fire. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Schedules } from '../../../src/labs/bus-lab/schedules/Schedules.tsx';
import type { BusRule } from '../../../src/models/parameters.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shown(width = 1200): Promise<PageSession> {
  await page.viewport(width, 900);
  const session = createSession();
  session.show('bus-schedules');
  const element = document.createElement('div');
  element.style.containerType = 'inline-size';
  element.style.containerName = 'instrument';
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={session.run('bus-schedules')}>
        <Schedules stage="bus-schedules" />
      </RunProvider>
    </SessionProvider>,
  );
  await known(session);
  return session;
}

async function known(session: PageSession): Promise<void> {
  await vi.waitUntil(() => session.runsOnScreen().every(({ store }) => store.getState().status === 'finished'), {
    timeout: 30_000,
  });
}

const field = () => page.getByRole('textbox', { name: /^Schedule of/ });
const apply = () => page.getByRole('button', { name: 'Put it on the bus' });
const rulesNow = (session: PageSession) =>
  session.parameterNow('bus-schedules', 'lab-bus', 'rules') as readonly BusRule[];
const next = () => page.getByRole('region', { name: 'The next ten times' });
const line = () => page.getByRole('region', { name: 'Due and fired in this run' });

describe('writing a schedule', () => {
  it('tells at once what is wrong and where, and selects it there when asked', async () => {
    await shown();
    await field().fill('rate(1 minutes)');
    const problem = page.getByRole('button', { name: /^Characters 8 to 14/ });
    await expect.element(problem).toHaveTextContent('allowed is minute, because the value is 1');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(apply()).toHaveAttribute('aria-disabled', 'true');
    expect(document.querySelector('mark')?.textContent).toBe('minutes');
    await expect.element(page.getByText('which is still on the bus')).toBeVisible();
    await problem.click();
    const input = field().element() as HTMLInputElement;
    expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).toBe('minutes');
    await userEvent.keyboard('minute');
    await expect.element(page.getByText('On the bus', { exact: true })).toBeVisible();
  });

  it('goes by parts in either form, with an s where there are more than one', async () => {
    await shown();
    await page.getByRole('spinbutton', { name: 'Number' }).fill('5');
    await expect.element(field()).toHaveValue('rate(5 minutes)');
    await page.getByRole('combobox', { name: 'Unit' }).selectOptions('hours');
    await expect.element(field()).toHaveValue('rate(5 hours)');
    await page.getByRole('radio', { name: 'By a calendar' }).click();
    await page.getByRole('textbox', { name: /^Hours/ }).fill('9-17');
    await expect.element(field()).toHaveValue('cron(0/5 9-17 ? * MON-FRI *)');
    await expect.element(page.getByText('9 to 17')).toBeVisible();
    await page.getByRole('textbox', { name: /^Day of week/ }).fill('MON-FRX');
    await expect.element(page.getByRole('textbox', { name: /^Day of week/ })).toHaveAttribute('aria-invalid', 'true');
  });

  it('takes what is copied with spaces around it', async () => {
    const session = await shown();
    await field().fill('  cron(0 9 ? * 6#3 *)  ');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'false');
    await expect.element(page.getByText('Can be followed', { exact: true })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(rulesNow(session)[0]?.schedule).toBe('cron(0 9 ? * 6#3 *)');
  });

  it('warns of a schedule that is in order and never fires', async () => {
    await shown();
    for (const expression of ['cron(0 0 30 2 ? *)', 'cron(0 0 * * ? 2020)']) {
      await field().fill(expression);
      await expect.element(page.getByText(/^Can be followed – but there is no time left/)).toBeVisible();
      await expect.element(next()).toHaveTextContent('It never fires');
    }
    await field().fill('cron(0 0 29 2 ? *)');
    await expect.element(page.getByText('Can be followed', { exact: true })).toBeVisible();
  });

  it('takes an example of a sign', async () => {
    await shown();
    await page.getByText('What the signs mean').click();
    await page.getByRole('button', { name: 'cron(0 9 ? * 6#3 *)' }).click();
    await expect.element(field()).toHaveValue('cron(0 9 ? * 6#3 *)');
    await expect.element(page.getByText('Friday, number 3 of the month')).toBeVisible();
  });
});

describe('a schedule on the bus', () => {
  it('is put there by a key at the moment of the clock, and fires in the run', async () => {
    const session = await shown();
    session.seek(95);
    await page.getByRole('radio', { name: /^report/ }).click();
    await field().fill('rate(2 minutes)');
    await expect.element(next()).toHaveTextContent('If it were put on the bus at this moment');
    await userEvent.keyboard('{Enter}');
    expect(rulesNow(session).map(({ schedule }) => schedule)).toEqual(['rate(1 minute)', 'rate(2 minutes)']);
    session.seek(0);
    expect(rulesNow(session)[1]?.schedule).toBe('cron(* * ? * MON-FRI *)');
    session.seek(600);
    await known(session);
    // At 40 seconds by the calendar, then at 215, 335, 455 and 575.
    await expect.element(line()).toHaveTextContent('report: rate(2 minutes). Up to now 5 times due, 5 fired.');
  });

  it('can be turned off and on, and what is written stays apart from what stands there', async () => {
    const session = await shown();
    await page.getByRole('switch', { name: 'The rule is on' }).click();
    expect(rulesNow(session)[0]?.enabled).toBe(false);
    await expect.element(next()).toHaveTextContent('The rule is off');
    await field().fill('rate(7 minutes)');
    await page.getByRole('button', { name: 'Back to what is on the bus' }).click();
    await expect.element(field()).toHaveValue('rate(1 minute)');
  });
});

describe('its times', () => {
  it('are the next ten from the moment of the clock, in UTC and in a zone of choice, going back included', async () => {
    const session = await shown();
    const rows = () => next().getByRole('row').elements().slice(1);
    await page.getByRole('radio', { name: /^report/ }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).selectOptions('America/New_York');
    await expect.poll(() => rows().length).toBe(10);
    expect(rows()[0]?.textContent).toContain('Fri 4 Jan 23:56');
    expect(rows()[0]?.textContent).toContain('Fri 4 Jan 18:56');
    session.seek(300);
    await expect.poll(() => rows()[0]?.textContent).toContain('Mon 7 Jan 00:00');
    expect(rows()[0]?.textContent).toContain('Sun 6 Jan 19:00');
    expect(rows()[0]?.textContent).toContain('beyond it');
    session.seek(100);
    await expect.poll(() => rows()[0]?.textContent).toContain('Fri 4 Jan 23:58');
  });

  it('stand in a calendar of days, month by month', async () => {
    await shown();
    await page.getByRole('radio', { name: /^report/ }).click();
    await field().fill('cron(0 18 L * ? *)');
    const calendar = page.getByRole('region', { name: 'Calendar of report' });
    await expect.element(calendar).toHaveTextContent('January 2030, days of UTC: 1 time in this month');
    await calendar.getByRole('button', { name: 'Month after' }).click();
    await expect.element(calendar).toHaveTextContent('February 2030');
    await expect.element(calendar.getByRole('cell', { name: /^28/ })).toHaveTextContent('1 time');
    await calendar.getByRole('button', { name: 'Month of the run' }).click();
    await expect.element(calendar).toHaveTextContent('January 2030');
  });

  it('follow another beginning of the run', async () => {
    const session = await shown();
    const begins = page.getByLabelText('The run begins at, in UTC');
    await begins.fill('2030-01-03T23:55:20');
    await userEvent.keyboard('{Enter}');
    expect(session.parameterNow('bus-schedules', 'lab-bus', 'startsAt')).toBe('2030-01-03T23:55:20Z');
    session.seek(600);
    await known(session);
    await expect.element(line()).toHaveTextContent('Up to now 10 times due, 10 fired.');
  });

  it.each([1200, 390])('fit into %i px', async (width) => {
    await shown(width);
    await page.getByText('What the signs mean').click();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
