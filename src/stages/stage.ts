/** What a stage is: an architecture with a name, its place on the ladder, and the faults it offers as switches. */
import type { Topology } from '../models/topology.ts';

export interface Stage extends Topology {
  /** Also the key of its words in the catalogue: `stage.<id>`. */
  id: string;
  /** Place on the ladder from monolith to serverless, 1 to 7. */
  rung: number;
  /** How long a run of it lasts as it comes, s; as long as the traffic of the stories where nothing is said. */
  durationSeconds?: number;
  /** Simulated seconds a second at which it is played at first; as fast as the stories where nothing is said. */
  startSpeed?: number;
  /** Of a bench: the parameters that are offered beside it, by component, in this order. */
  offers?: readonly (readonly [component: string, parameter: string])[];
}
