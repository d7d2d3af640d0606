/** The menus of the header: the ways to set architectures against each other, and the labs; on a phone both in one. */
import { Columns3, FlaskConical, LayoutGrid } from 'lucide-react';
import { labIds } from '../stages/catalogue.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';
import { type Say, useText } from '../ui/use-text.ts';
import { compareWays } from './compare-ways.tsx';
import { labWays } from './lab-ways.tsx';
import type { LastShown } from './last-forms.ts';
import { comparing, isStage, labShown, screenLine } from './screens.ts';
import { type Way, WaysMenu } from './WaysMenu.tsx';

type Benches = Pick<LastShown, 'benchIn'>;

export function CompareMenu() {
  const say = useText();
  const ways = useCompareWays(say);
  return <WaysMenu name={say('app.compare')} icon={<Columns3 />} groups={[{ name: say('app.compare.ways'), ways }]} />;
}

export function LabsMenu({ benchIn }: Benches) {
  const say = useText();
  const ways = useLabWays(say, benchIn);
  return <WaysMenu name={say('app.labs')} icon={<FlaskConical />} groups={[{ name: say('app.labs'), ways }]} />;
}

/** Where one sign must do. */
export function MoreMenu({ benchIn }: Benches) {
  const say = useText();
  const groups = [
    { name: say('app.compare'), ways: useCompareWays(say) },
    { name: say('app.labs'), ways: useLabWays(say, benchIn) },
  ];
  return <WaysMenu name={say('app.more')} icon={<LayoutGrid />} narrow groups={groups} />;
}

function useCompareWays(say: Say): readonly Way[] {
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  return comparing.map((way) => ({
    id: way,
    name: say(`app.compare.${way}`),
    line: screenLine(way, say),
    icon: compareWays[way].icon,
    key: compareWays[way].key,
    current: way === screen ? 'page' : undefined,
    go: () => session.show(way),
  }));
}

function useLabWays(say: Say, benchIn: Benches['benchIn']): readonly Way[] {
  const session = useSession();
  const shown = useSessionState(labShown);
  const screen = useSessionState((state) => state.screen);
  return labIds.map((lab) => ({
    id: lab,
    name: say(`lab.${lab}`),
    line: say(`lab.${lab}.line`),
    icon: labWays[lab].icon,
    key: labWays[lab].key,
    current: lab !== shown ? undefined : isStage(screen) ? 'page' : 'true',
    go: () => session.show(benchIn(lab)),
  }));
}
