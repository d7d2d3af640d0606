/** The starts of every runtime that fits, run one after another with pauses in which the page is drawn, and kept. */
import { useEffect, useState } from 'react';
import { fitOf, type RuntimeChoice, runtimeChoices } from './choices.ts';
import { type StartSetting, type Starts, startsOf } from './starts.ts';

/** By setting and choice; the same gives the same. Forgotten where it becomes many. */
const known = new Map<string, Starts>();
/** Our choice: some dozen settings of seven choices. */
const MOST_KNOWN = 300;

const nameOf = ({ runtime, isRestored }: RuntimeChoice, setting: StartSetting): string =>
  [runtime, isRestored, setting.memoryMegabytes, setting.packageMegabytes, setting.ownSeconds].join(' ');

/** What is known of each choice under this setting, in their order; null what is not, or cannot be had. */
export function useStarts({ memoryMegabytes, packageMegabytes, ownSeconds }: StartSetting): readonly (Starts | null)[] {
  const [, setRuns] = useState(0);
  useEffect(() => {
    const setting = { memoryMegabytes, packageMegabytes, ownSeconds };
    let timer: ReturnType<typeof setTimeout>;
    const next = (): void => {
      const choice = runtimeChoices.find(
        (each) => fitOf(each.runtime, packageMegabytes) !== 'too-large' && !known.has(nameOf(each, setting)),
      );
      if (choice === undefined) return;
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(nameOf(choice, setting), startsOf(choice, setting));
      setRuns((n) => n + 1);
      timer = setTimeout(next);
    };
    timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, [memoryMegabytes, packageMegabytes, ownSeconds]);
  return runtimeChoices.map(
    (choice) => known.get(nameOf(choice, { memoryMegabytes, packageMegabytes, ownSeconds })) ?? null,
  );
}
