/** The same services connected both ways, as many as the reader wants: drawn side by side, and what it takes, counted. */
import { Columns2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  connected,
  FEWEST_SERVICES,
  MOST_SERVICES,
  type Talk,
  talks,
  ways,
} from '../../../stages/bus-lab/connections.ts';
import { stages } from '../../../stages/catalogue.ts';
import { useSession } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import styles from './Connections.module.css';
import { countNames, countsOf } from './counts.ts';
import { Drawing } from './Drawing.tsx';
import { GrowthChart } from './GrowthChart.tsx';

export function Connections({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const drawn = servicesIn(stage);
  const [chosen, setChosen] = useState({ services: drawn, over: drawn });
  // Where the picture above comes to have another number, that one is shown.
  const services = chosen.over === drawn ? chosen.services : drawn;
  const [talk, setTalk] = useState<Talk>('everybody');
  const sides = useMemo(
    () => ways.map((way) => ({ way, topology: connected(services, talk, way), counts: countsOf(services, talk, way) })),
    [services, talk],
  );
  const [{ counts: withQueues }, { counts: withBus }] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const labels = {
    queues: say('lab.bus-connections.drawing.queues', { n: services, queues: withQueues.queues }),
    bus: say('lab.bus-connections.drawing.bus', { n: services, rules: withBus.rules, links: withBus.links }),
  };
  return (
    <div className={lab.whole}>
      <div className={styles.controls}>
        <Slider
          label={say('lab.bus-connections.services')}
          value={services}
          range={{ min: FEWEST_SERVICES, max: MOST_SERVICES, integer: true }}
          format={(n) => say('lab.bus-connections.n', { n })}
          onChange={(n) => setChosen({ services: n, over: drawn })}
        />
        <Choice
          label={say('lab.bus-connections.talk')}
          labelShown
          options={talks.map((each) => ({ value: each, label: say(`lab.bus-connections.talk.${each}`) }))}
          value={talk}
          onChange={setTalk}
        />
        <div className={`${lab.part} ${styles.together}`}>
          <Button
            icon={<Columns2 />}
            onClick={() => {
              session.compare(['bus-connections-queues', 'bus-connections']);
              session.show('compare');
            }}
          >
            {say('lab.bus-connections.compare')}
          </Button>
          <p className={lab.quiet}>{say('lab.bus-connections.compare.what')}</p>
        </div>
      </div>
      <div className={styles.sides}>
        {sides.map(({ way, topology }) => (
          <figure key={way} className={lab.part}>
            <figcaption className={lab.heading}>{say(`lab.bus-connections.${way}`)}</figcaption>
            <Drawing topology={topology} way={way} label={labels[way]} />
            <p className={lab.quiet}>{labels[way]}</p>
          </figure>
        ))}
        <div className={`${lab.part} ${styles.counted}`}>
          <table>
            <caption>{say('lab.bus-connections.table', { n: services })}</caption>
            <thead>
              <tr>
                <td />
                {ways.map((way) => (
                  <th key={way} scope="col">
                    {say(`lab.bus-connections.${way}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {countNames.map((name) => (
                <tr key={name}>
                  <th scope="row">{say(`lab.bus-connections.row.${name}`)}</th>
                  {sides.map(({ way, counts }) => (
                    <td key={way} className="number">
                      {formatCount(counts[name])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {services === MOST_SERVICES && <p className={lab.quiet}>{say('lab.bus-connections.last')}</p>}
          <h2 className={lab.heading}>{say('lab.bus-connections.curve')}</h2>
          <GrowthChart services={services} talk={talk} />
          <p className={lab.quiet} role="status">
            {say('lab.bus-connections.curve.read', { n: services, queues: withQueues.queues, rules: withBus.rules })}
          </p>
          <p className={lab.quiet}>{say(`lab.bus-connections.curve.form.${talk}`)}</p>
        </div>
      </div>
    </div>
  );
}

/** How many services the picture above has. */
function servicesIn(stage: InstrumentProps['stage']): number {
  return stages[stage].nodes.filter(({ kind }) => kind === 'function').length;
}
