/**
 * The order of the folders of src, as data. Arrows point one way: a folder imports only from itself and
 * from the folders it names here, all of which stand above it.
 */

export interface Layer {
  /** Folder under src. */
  readonly folder: string;
  /** Pure folders compile without the DOM and know no React, clock or global chance. */
  readonly pure: boolean;
  /** The other folders it may import from; each stands above it in the list. */
  readonly mayImport: readonly string[];
}

const world = ['text', 'engine', 'models', 'faults'];
const figures = [...world, 'metrics', 'cost'];
const upToPlayback = [...figures, 'stages', 'scenario', 'lessons', 'playback'];

export const layers: readonly Layer[] = [
  { folder: 'text', pure: true, mayImport: [] },
  { folder: 'engine', pure: true, mayImport: [] },
  { folder: 'models', pure: true, mayImport: ['text', 'engine'] },
  { folder: 'faults', pure: true, mayImport: ['text', 'engine', 'models'] },
  { folder: 'metrics', pure: true, mayImport: world },
  { folder: 'cost', pure: true, mayImport: [...world, 'metrics'] },
  { folder: 'stages', pure: true, mayImport: world },
  { folder: 'scenario', pure: true, mayImport: [...figures, 'stages'] },
  { folder: 'lessons', pure: true, mayImport: [...figures, 'stages', 'scenario'] },
  { folder: 'playback', pure: true, mayImport: [...figures, 'stages', 'scenario'] },
  { folder: 'worker', pure: false, mayImport: upToPlayback },
  { folder: 'stores', pure: false, mayImport: [...upToPlayback, 'worker'] },
  { folder: 'ui', pure: false, mayImport: ['text', 'engine', 'models'] },
  { folder: 'canvas', pure: false, mayImport: [...upToPlayback, 'stores', 'ui'] },
  { folder: 'panels', pure: false, mayImport: [...upToPlayback, 'stores', 'ui'] },
  { folder: 'compare', pure: false, mayImport: [...upToPlayback, 'worker', 'stores', 'ui', 'canvas', 'panels'] },
  {
    folder: 'labs',
    pure: false,
    mayImport: [...upToPlayback, 'worker', 'stores', 'ui', 'canvas', 'panels', 'compare'],
  },
  {
    folder: 'app',
    pure: false,
    mayImport: [...upToPlayback, 'worker', 'stores', 'ui', 'canvas', 'panels', 'compare', 'labs'],
  },
];

/** The packages that compute without a browser; the pure folders may import no others. */
export const purePackages: readonly string[] = ['pure-rand', 'valibot'];

/** The packages that only one folder may import. */
export const packageOwners: Readonly<Record<string, string>> = { '@xyflow/react': 'canvas' };
