/** What every face is given. */
import type { ComponentData } from '../to-flow.ts';

export interface FaceProps {
  data: ComponentData;
}
