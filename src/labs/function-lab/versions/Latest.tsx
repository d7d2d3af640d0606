/** What is edited: its memory, how often its work fails, how long it takes; and the button that freezes it as a version. */
import type { FunctionVersion } from '../../../models/parameters.ts';
import { useSession } from '../../../stores/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { formatMegabytes, formatShare, formatTimes } from '../../../ui/format.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { HANDLER, nextVersion, type Settings, withPublished } from './alias.ts';
import styles from './Versions.module.css';

export interface LatestProps {
  latest: Settings;
  published: readonly FunctionVersion[];
}

/** AWS Lambda allows 128 to 10,240 MB; a range that matters here. Our choice. */
const MEMORY = { min: 128, max: 3538, integer: true, log: true };
const SHARE = { min: 0, max: 1 };
const WORK = { min: 0.5, max: 10, log: true };

export function Latest({ latest, published }: LatestProps) {
  const say = useText();
  const session = useSession();
  const set = (parameter: string, value: number): void => session.setParameter(HANDLER, parameter, value);
  const next = nextVersion(published);
  const publish = (): void => {
    const { t } = session.clock.getState();
    session.rearrange((scenario) => withPublished(scenario, t));
  };
  return (
    <section className={`${lab.part} ${styles.part}`} aria-label={say('lab.versions.latest')}>
      <h3>{say('lab.versions.latest')}</h3>
      <p className={lab.quiet}>{say('lab.versions.latest.what')}</p>
      <Slider
        label={say('lab.versions.memory')}
        value={latest.memoryMegabytes}
        range={MEMORY}
        format={formatMegabytes}
        onChange={(value) => set('memoryMegabytes', value)}
      />
      <Slider
        label={say('lab.versions.errors')}
        value={latest.errorShare}
        range={SHARE}
        format={formatShare}
        onChange={(value) => set('errorShare', value)}
      />
      <Slider
        label={say('lab.versions.work')}
        help={say('lab.versions.work.help')}
        value={latest.workFactor}
        range={WORK}
        format={formatTimes}
        onChange={(value) => set('workFactor', value)}
      />
      <Button weight="strong" onClick={publish}>
        {say('lab.versions.publish', { version: next })}
      </Button>
    </section>
  );
}
