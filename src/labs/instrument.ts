/** What an instrument is: what a bench of a lab has beside its picture, to take apart what the picture shows. */
import type { StageId } from '../stages/catalogue.ts';

export interface InstrumentProps {
  /** The bench, or the form of it, that is shown. The run is that of `useRun`. */
  stage: StageId;
}
