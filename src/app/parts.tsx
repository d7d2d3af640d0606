/** The panels in the groups in which they stand: beside the picture, or on a phone behind a tab each. */
import type { ReactNode } from 'react';
import { CostPanel } from '../panels/cost/CostPanel.tsx';
import { FaultPanel } from '../panels/faults/FaultPanel.tsx';
import { Inspector } from '../panels/inspector/Inspector.tsx';
import { KnobsPanel } from '../panels/knobs/KnobsPanel.tsx';
import { RunPanel } from '../panels/knobs/RunPanel.tsx';
import { TrafficPanel } from '../panels/traffic/TrafficPanel.tsx';
import { UploadPanel } from '../panels/upload/UploadPanel.tsx';
import { UsersPanel } from '../panels/users/UsersPanel.tsx';
import { Fold } from '../ui/Fold.tsx';
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
      <CostPanel />
    </>
  );
}

export function SettingParts() {
  const say = useText();
  return (
    <>
      <KnobsPanel />
      <div>
        <Fold title={say('knobs.run')}>
          <RunPanel />
        </Fold>
        <Fold title={say('traffic.title')}>
          <TrafficPanel />
        </Fold>
      </div>
    </>
  );
}
