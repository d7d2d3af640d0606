/** The curve that a prediction is about: its scale, and what the run measured. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Claim, CurvePrediction } from '../../lessons/claim.ts';
import type { Run } from '../../stores/session.ts';
import { useSession } from '../../stores/session-context.tsx';
import { largestIn, type MeasuredCurve, measuredCurve } from './measured-curve.ts';
import { type Scale, scaleFor } from './scale.ts';

/**
 * The scale on which the curve is drawn, from what both runs reach, so that it does not give the answer away. Null until
 * both are known to their ends.
 */
export function useScale(claim: Claim, { series, unit }: CurvePrediction): Scale | null {
  const session = useSession();
  const [run, foil] = [session.run('claim'), session.run('foil')];
  const isKnown = useIsKnown(run);
  const isFoilKnown = useIsKnown(foil);
  return useMemo(() => {
    if (!isKnown || !isFoilKnown) return null;
    const curves = [
      measuredCurve(series, claim.scenario, run.store.getState().series),
      measuredCurve(series, claim.foil.scenario, foil.store.getState().series, claim.foil.inPlaceOf),
    ];
    return scaleFor(unit, Math.max(0, ...curves.map((curve) => (curve ? largestIn(curve) : 0))));
  }, [claim, series, unit, run, foil, isKnown, isFoilKnown]);
}

function useIsKnown(run: Run): boolean {
  return useStore(run.store, ({ status }) => status !== 'running');
}

/** What the run of the claim has measured so far; grows in place. */
export function useMeasured(claim: Claim, { series }: CurvePrediction): MeasuredCurve | null {
  const run = useSession().run('claim');
  const version = useStore(run.store, (state) => state.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the series grows in place; its version says that it did.
  return useMemo(
    () => measuredCurve(series, claim.scenario, run.store.getState().series),
    [claim, series, run, version],
  );
}
