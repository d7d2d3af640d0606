/** The instrument of this bench: the two doors of the function, a switch for each entry, and what came of them so far. */
import { useMemo } from 'react';
import { seconds } from '../../../engine/time.ts';
import { permissionsOf } from '../../../models/function/who-may.ts';
import { PermissionList } from '../../../panels/story/PermissionList.tsx';
import { usePlayhead } from '../../../panels/use-playhead.ts';
import { planOf } from '../../../scenario/create-simulation.ts';
import { useRun, useRunState, useSession } from '../../../stores/session-context.tsx';
import { Figure, Figures } from '../../../ui/Figure.tsx';
import { Fold } from '../../../ui/Fold.tsx';
import { formatCount } from '../../../ui/format.ts';
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { Door } from './Door.tsx';
import { doorLog } from './door-log.ts';
import { type DoorId, deniedBy, entriesOf, HANDLER, isStruck, parameterOf, setAtMoment, switched } from './doors.ts';
import { entryFigures } from './entry-figures.ts';

const doors: readonly DoorId[] = ['policy', 'role'];

export function Permissions({ stage }: InstrumentProps) {
  const say = useText();
  const session = useSession();
  const run = useRun();
  const t = usePlayhead(run);
  const scenario = useRunState((state) => state.scenario);
  // The reel grows in place; the version says that it did.
  useRunState((state) => state.version);
  const { nodes, links } = useMemo(() => planOf(scenario), [scenario]);
  const permissions = useMemo(() => permissionsOf(nodes, links), [nodes, links]);
  const handler = nodes.findIndex(({ id }) => id === HANDLER);
  const log = doorLog(run.reel, { handler, links, components: nodes.length }, seconds(t));
  const denied = deniedBy(scenario, entriesOf(permissions, 'role'), log.deniedRunsAt);

  return (
    <div className={`${lab.whole} ${lab.narrow}`}>
      <div className={lab.columns}>
        {doors.map((door) => {
          const entries = entriesOf(permissions, door);
          const allowed = setAtMoment(scenario, entries, door, t);
          return (
            <Door
              key={door}
              door={door}
              entries={entries}
              allowed={allowed}
              isStruck={isStruck(scenario, handler, door, seconds(t))}
              figuresOf={(entry) => entryFigures(entry, { nodes, links, log, denied })}
              onSwitch={(id, on) =>
                session.setParameter(HANDLER, parameterOf[door], switched(entries, allowed, id, on))
              }
            />
          );
        })}
      </div>
      <section className={lab.part} aria-label={say('lab.permissions.function')}>
        <h3>{say('lab.permissions.function')}</h3>
        <p className={lab.quiet}>
          {say('lab.permissions.measured')} {t >= scenario.durationSeconds && say('live.end')}
        </p>
        <Figures>
          <Figure label={say('lab.permissions.runs')} value={formatCount(log.runs)} />
          <Figure
            label={say('lab.permissions.denied-runs')}
            value={formatCount(log.deniedRunsAt.length)}
            tone={log.deniedRunsAt.length > 0 ? 'failed' : 'plain'}
            title={say('lab.permissions.denied-runs.what')}
          />
          <Figure label={say('lab.permissions.retried')} value={formatCount(log.retried)} />
          <Figure
            label={say('lab.permissions.dropped')}
            value={formatCount(log.dropped)}
            tone={log.dropped > 0 ? 'failed' : 'plain'}
          />
        </Figures>
      </section>
      <Fold title={say('who-may.title')}>
        <PermissionList stage={stage} />
      </Fold>
    </div>
  );
}
