/** What a stage is: an architecture with a name, its place on the ladder, and the faults it offers as switches. */
import type { Topology } from '../models/topology.ts';

export interface Stage extends Topology {
  /** Also the key of its words in the catalogue: `stage.<id>`. */
  id: string;
  /** Place on the ladder from monolith to serverless, 1 to 7. */
  rung: number;
}
