/** The panels in the groups in which they stand: beside the picture, or on a phone behind a tab each. */
import type { ReactNode } from 'react';
import { CostPanel } from '../panels/cost/CostPanel.tsx';
import { FaultPanel } from '../panels/faults/FaultPanel.tsx';
import { Inspector } from '../panels/inspector/Inspector.tsx';
import { KnobsPanel } from '../panels/knobs/KnobsPanel.tsx';
import { RunPanel } from '../panels/knobs/RunPanel.tsx';
import { LossesPanel } from '../panels/losses/LossesPanel.tsx';
import { TrafficPanel } from '../panels/traffic/TrafficPanel.tsx';
import { UploadPanel } from '../panels/upload/UploadPanel.tsx';
import { useStagesOnScreen } from '../panels/use-stages.ts';
import { UsersPanel } from '../panels/users/UsersPanel.tsx';
import { hasUsers } from '../stages/catalogue.ts';
import { useSession, useSettings } from '../stores/session-context.tsx';
import { Fold } from '../ui/Fold.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useText } from '../ui/use-text.ts';

/** `beside` stands at the end of the first line. */
export function BreakParts({ beside }: { beside?: ReactNode }) {
  return (
    <>
      <UploadPanel beside={beside} />
      <FaultPanel />
      <Inspector />
    </>
  );
}

/** Needs a run to show. */
export function FigureParts() {
  return (
    <>
      <UsersPanel />
      <LossesPanel />
      <CostPanel />
    </>
  );
}

export function SettingParts() {
  const say = useText();
  const isForPeople = useStagesOnScreen().some(hasUsers);
  return (
    <>
      <KnobsPanel />
      <div>
        <Fold title={say('knobs.run')}>
          <RunPanel />
        </Fold>
        {isForPeople && (
          <Fold title={say('traffic.title')}>
            <TrafficPanel />
          </Fold>
        )}
      </div>
    </>
  );
}

/** For teachers: whether anybody is asked for a prediction. */
export function PredictionSwitch() {
  const say = useText();
  const session = useSession();
  const predictions = useSettings((settings) => settings.predictions);
  return (
    <Switch
      label={say('app.predictions')}
      help={say('app.predictions.what')}
      checked={predictions}
      onChange={(next) => session.settings.setState({ predictions: next })}
    />
  );
}
