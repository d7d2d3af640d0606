/** The components and links of a draft, as far as they are sound: what the checks of a scenario are made on. */
import { type ComponentKind, models } from '../models/registry.ts';
import type { Topology } from '../models/topology.ts';
import { type StageId, stages } from '../stages/catalogue.ts';
import type { Path } from '../text/wording.ts';
import type { Draft } from './draft.ts';

export interface DraftLink {
  from: string;
  to: string;
  /** Where it stands; a link of a stage stands in no scenario. */
  path: Path | null;
}

export interface Architecture {
  components: ReadonlyMap<string, DraftComponent>;
  links: readonly DraftLink[];
  /** The links again, as `from to`. */
  pairs: ReadonlySet<string>;
  /** Whether every component is here: none was left out because something is wrong with it. */
  hasAllComponents: boolean;
  hasAllLinks: boolean;
}

/** A component, with the values that hold for it. */
export class DraftComponent {
  readonly id: string;
  readonly kind: ComponentKind;
  /** Where its node stands; that of a stage stands in no scenario. */
  readonly #node: Path | null;
  readonly #draft: Draft;
  readonly #own: Readonly<Record<string, unknown>>;

  constructor(
    draft: Draft,
    id: string,
    kind: ComponentKind,
    node: Path | null,
    own: Readonly<Record<string, unknown>>,
  ) {
    this.#draft = draft;
    this.id = id;
    this.kind = kind;
    this.#node = node;
    this.#own = own;
  }

  /** Whether the scenario itself sets this parameter; else it comes from the stage or the defaults. */
  isSet(name: string): boolean {
    return this.#pathSet(name) !== null;
  }

  /** Where the value of a parameter stands, or where it would be set. */
  pathOf(name: string): Path {
    return (
      this.#pathSet(name) ?? (this.#node === null ? ['parameters', this.id, name] : [...this.#node, 'params', name])
    );
  }

  /** The value that holds; undefined if it is wrong. */
  valueOf<T>(name: string): T | undefined {
    const path = this.#pathSet(name);
    if (path !== null) return this.#draft.at<T>(...path);
    if (Object.hasOwn(this.#own, name)) return this.#own[name] as T;
    const which = this.#draft.at<'classroom' | 'real'>('defaults') ?? 'classroom';
    const declared: Record<string, { classroom: unknown; real: unknown }> = models[this.kind].parameters;
    return declared[name]?.[which] as T | undefined;
  }

  /** Where a problem of the component as a whole is told. */
  get path(): Path {
    return this.#node === null ? ['parameters'] : [...this.#node, 'id'];
  }

  #pathSet(name: string): Path | null {
    if (this.#draft.keysAt('parameters', this.id).includes(name)) return ['parameters', this.id, name];
    if (this.#node === null || !this.#draft.keysAt(...this.#node, 'params').includes(name)) return null;
    return [...this.#node, 'params', name];
  }
}

/** What is known of the architecture of a draft whose form has been checked; null if not even which one it is. */
export function architectureOf(draft: Draft): Architecture | null {
  const keys = draft.keysAt();
  if (keys.includes('stage') === keys.includes('topology')) return null;
  const stage = draft.at<StageId>('stage');
  if (stage !== undefined) return ofStage(draft, stages[stage]);
  return keys.includes('topology') ? ofTopology(draft) : null;
}

function ofStage(draft: Draft, { nodes, links }: Topology): Architecture {
  const components = nodes.map(({ id, kind, params }) => new DraftComponent(draft, id, kind, null, params ?? {}));
  return {
    components: new Map(components.map((each) => [each.id, each])),
    links: links.map(({ from, to }) => ({ from, to, path: null })),
    pairs: pairsOf(links),
    hasAllComponents: true,
    hasAllLinks: true,
  };
}

function ofTopology(draft: Draft): Architecture {
  const components = new Map<string, DraftComponent>();
  let hasAllComponents = !draft.isWrong(['topology', 'nodes']);
  for (const place of draft.keysAt('topology', 'nodes')) {
    const node = ['topology', 'nodes', Number(place)];
    const id = draft.at<string>(...node, 'id');
    const kind = draft.at<ComponentKind>(...node, 'kind');
    if (id === undefined || kind === undefined) hasAllComponents = false;
    else if (!components.has(id)) components.set(id, new DraftComponent(draft, id, kind, node, {}));
  }
  const links: DraftLink[] = [];
  let hasAllLinks = !draft.isWrong(['topology', 'links']);
  for (const place of draft.keysAt('topology', 'links')) {
    const path = ['topology', 'links', Number(place)];
    const from = draft.at<string>(...path, 'from');
    const to = draft.at<string>(...path, 'to');
    if (from === undefined || to === undefined) hasAllLinks = false;
    else links.push({ from, to, path });
  }
  return { components, links, pairs: pairsOf(links), hasAllComponents, hasAllLinks };
}

function pairsOf(links: readonly { from: string; to: string }[]): ReadonlySet<string> {
  return new Set(links.map(({ from, to }) => `${from} ${to}`));
}
