/** Where uploads ended badly, and why. */
import { copyData } from '../engine/copy.ts';
import type { Observer } from '../engine/trace.ts';
import { FACT } from '../models/facts.ts';
import { type Reason, reasonOf, reasons } from '../models/reasons.ts';
import type { WorldNode } from '../models/world.ts';

const badOutcomes = ['refused', 'lost', 'dead-lettered'] as const;
type BadOutcome = (typeof badOutcomes)[number];

/** So many uploads ended in this way, for this reason, at this component: where the fact says so. */
export interface LossReport {
  component: string;
  outcome: BadOutcome;
  reason: Reason;
  uploads: number;
}

const REFUSED = FACT['upload.refused'];
const LOST = FACT['upload.lost'];
const DEAD_LETTERED = FACT['upload.dead-lettered'];
const REOPENED = FACT['upload.reopened'];

const heard = [REFUSED, LOST, DEAD_LETTERED, REOPENED];

/** Plain data. */
interface State {
  /** By component, outcome and code of the reason. */
  counts: number[];
  /** Place in `counts` of the uploads among the dead letters, which may be opened again. */
  deadLetters: Map<number, number>;
}

export class Losses implements Observer {
  readonly hears = heard;
  readonly #nodes: readonly WorldNode[];
  readonly #state: State;

  constructor(nodes: readonly WorldNode[], from?: Losses) {
    this.#nodes = nodes;
    this.#state = from ? copyData(from.#state) : { counts: noCounts(nodes.length), deadLetters: new Map() };
  }

  fact(_at: number, kind: number, component: number, upload: number, _s: number, _a: number, _b: number, c: number) {
    const { counts, deadLetters } = this.#state;
    if (kind === REOPENED) {
      const place = deadLetters.get(upload);
      if (place === undefined) return;
      deadLetters.delete(upload);
      counts[place] = (counts[place] as number) - 1;
      return;
    }
    const outcome = kind === REFUSED ? 0 : kind === LOST ? 1 : kind === DEAD_LETTERED ? 2 : -1;
    if (outcome < 0) return;
    const place = (component * badOutcomes.length + outcome) * reasons.length + c;
    counts[place] = (counts[place] as number) + 1;
    if (kind === DEAD_LETTERED) deadLetters.set(upload, place);
  }

  copy(): Losses {
    return new Losses(this.#nodes, this);
  }

  /** The most first; of equal numbers, in the order of the components, the outcomes and the reasons. */
  report(): LossReport[] {
    const all = this.#state.counts.flatMap((uploads, place): LossReport[] => {
      if (uploads === 0) return [];
      const row = Math.floor(place / reasons.length);
      const { id } = this.#nodes[Math.floor(row / badOutcomes.length)] as WorldNode;
      const outcome = badOutcomes[row % badOutcomes.length] as BadOutcome;
      return [{ component: id, outcome, reason: reasonOf(place % reasons.length), uploads }];
    });
    return all.sort((x, y) => y.uploads - x.uploads);
  }
}

function noCounts(components: number): number[] {
  return new Array<number>(components * badOutcomes.length * reasons.length).fill(0);
}
