/** What the archive keeps and for how long, and who listens, from the moment that is shown on. */
import { seconds } from '../../../engine/time.ts';
import { archiveRules, latecomerRule } from '../../../stages/bus-lab/archive.ts';
import { useSession } from '../../../stores/session-context.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { formatLength } from '../../../ui/format.ts';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useText } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { type Bus, LAB_BUS } from '../bus.ts';
import { archiveAt, archiveDelayOf } from './kept.ts';
import { type Kept, keptOf, withKept } from './settings.ts';

/** Longest time of retention on the slider, s: the whole run. Our choice. */
const LONGEST_SECONDS = 300;

/** Longest time into the archive on the slider, s. Our choice; in the real service it is ten minutes. */
const LONGEST_DELAY_SECONDS = 120;

export function Settings({ bus, nowSeconds }: { bus: Bus; nowSeconds: number }) {
  const say = useText();
  const session = useSession();
  const archive = archiveAt(bus.scenario, bus.index, nowSeconds);
  const listens = bus.rulesAt(seconds(nowSeconds)).some(({ name }) => name === latecomerRule.name);
  const set = (kept: Kept, retentionSeconds: number): void =>
    session.setParameter(LAB_BUS, 'archive', withKept(kept, retentionSeconds));
  const retentionSeconds = archive?.retentionSeconds ?? 0;
  const kept = keptOf(archive);
  return (
    <PanelSection title={say('lab.bus-archive.settings')}>
      <div className={lab.part}>
        <Choice
          label={say('lab.bus-archive.keeps')}
          labelShown
          value={kept}
          options={(['all', 'long'] as const).map((value) => ({ value, label: say(`lab.bus-archive.keeps.${value}`) }))}
          onChange={(next) => set(next, retentionSeconds)}
        />
        <Slider
          label={say('lab.bus-archive.retention')}
          help={say('lab.bus-archive.retention.help')}
          value={retentionSeconds}
          range={{ min: 0, max: LONGEST_SECONDS, integer: true }}
          format={(value) => (value === 0 ? say('lab.bus-archive.retention.ever') : formatLength(value))}
          onChange={(next) => set(kept, next)}
        />
        <Slider
          label={say('lab.bus-archive.delay')}
          help={say('lab.bus-archive.delay.help')}
          value={archiveDelayOf(bus)}
          range={{ min: 0, max: LONGEST_DELAY_SECONDS, integer: true }}
          format={(value) => formatLength(value)}
          onChange={(next) => session.setParameter(LAB_BUS, 'archiveDelaySeconds', next)}
        />
        <Switch
          label={say('lab.bus-archive.latecomer')}
          checked={listens}
          onChange={(on) =>
            session.setParameter(LAB_BUS, 'rules', on ? [...archiveRules, latecomerRule] : archiveRules)
          }
        />
      </div>
    </PanelSection>
  );
}
