/** The strip under the picture: transport, lanes with the playhead, and what happened just now. */
import { useState } from 'react';
import { Tabs } from '../../ui/Tabs.tsx';
import { useText } from '../../ui/use-text.ts';
import { useRunsOnScreen } from '../use-runs-on-screen.ts';
import { EventLog } from './EventLog.tsx';
import { Lanes } from './Lanes.tsx';
import { LiveSummary } from './LiveSummary.tsx';
import { Transport } from './Transport.tsx';
import { type TimedRun, useRunStates } from './use-run-states.ts';
import { type Size, useSize } from './use-size.ts';
import './time.css';

/** How much room there is; the style sheet knows each. */
type Room = 'wide' | 'middle' | 'small' | 'phone';

/**
 * From which width on, in rem. Our choice. Wide: transport, lanes and log side by side. Middle: the transport above.
 * Small: lanes and log take turns. Phone: the words of the lanes stand above them.
 */
const rooms: readonly (readonly [Room, rem: number])[] = [
  ['wide', 76],
  ['middle', 54],
  ['small', 40],
  ['phone', 0],
];

function roomFor({ width, rem }: Size): Room {
  return rooms.find(([, least]) => width >= least * rem)?.[0] ?? 'phone';
}

export function TimeArea() {
  const say = useText();
  const runs = useRunsOnScreen();
  const states = useRunStates(runs);
  const [ref, size] = useSize();
  const room = size && roomFor(size);
  return (
    <section ref={ref} className="time-area" data-room={room ?? 'wide'} aria-label={say('time.area')}>
      <Transport />
      {room === 'wide' || room === 'middle' ? (
        <>
          <Lanes states={states} isPhone={false} />
          <EventLog states={states} />
        </>
      ) : (
        room !== null && <LanesOrLog states={states} isPhone={room === 'phone'} />
      )}
      <LiveSummary runs={runs} />
    </section>
  );
}

function LanesOrLog({ states, isPhone }: { states: readonly TimedRun[]; isPhone: boolean }) {
  const say = useText();
  const [tab, setTab] = useState<'lanes' | 'log'>('lanes');
  return (
    <Tabs
      className="time-tabs"
      label={say('time.area')}
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'lanes', label: say('time.lanes'), content: <Lanes states={states} isPhone={isPhone} /> },
        { id: 'log', label: say('time.log'), content: <EventLog states={states} isTitled={false} /> },
      ]}
    />
  );
}
