/** Rules for the form of a scenario: which keys there are and what may stand at each, as far as it can be told alone. */
import { faultCatalogue } from '../faults/catalogue.ts';
import { faults } from '../models/facts.ts';
import { type ComponentKind, componentKinds } from '../models/registry.ts';
import type { TopologyNode } from '../models/topology.ts';
import { stageIds } from '../stages/catalogue.ts';
import {
  FARTHEST_PLACE,
  LARGEST_SEED,
  LONGEST_ID,
  LONGEST_RUN_SECONDS,
  LONGEST_TARGET,
  MOST_INTERVENTIONS,
  MOST_LATENCY_MS,
  MOST_LINKS,
  MOST_NODES,
} from './limits.ts';
import { scenarioDefaults } from './new-scenario.ts';
import { paramsRules } from './parameter-rules.ts';
import {
  annotated,
  anyRule,
  choiceRule,
  listRule,
  mapRule,
  numberRule,
  objectRule,
  pairRule,
  patternRule,
  type Rules,
  textRule,
  type Variant,
  variantRule,
} from './rules.ts';
import { type Intervention, SCENARIO_VERSION } from './scenario.ts';

const nodeId = patternRule(
  `an id: small letters, digits and "-", with a letter first, at most ${LONGEST_ID} characters`,
  /^[a-z][a-z0-9-]*$/,
  LONGEST_ID,
);

/** The strongest that any fault can be. */
const MOST_STRENGTH = Math.max(...faults.map((fault) => faultCatalogue[fault].strength?.max ?? 0));

const place = pairRule(
  numberRule({ min: -FARTHEST_PLACE, max: FARTHEST_PLACE, unit: 'canvas units' }),
  'a place: two numbers, in canvas units',
);

const node = variantRule<TopologyNode & { kind: ComponentKind }>(
  'a node: id, kind and perhaps at and params',
  'kind',
  Object.fromEntries(
    componentKinds.map((kind): [ComponentKind, Variant] => [
      kind,
      { required: { id: nodeId }, optional: { at: place, params: paramsRules[kind] } },
    ]),
  ) as Record<ComponentKind, Variant>,
);

const someId = textRule('the id of a component', LONGEST_ID);

const link = objectRule(
  'a link: from, to and perhaps latencyMs',
  { from: someId, to: someId },
  { latencyMs: numberRule({ min: 0, max: MOST_LATENCY_MS, unit: 'ms' }) },
);

const topologyRule = objectRule(
  'a topology: nodes and links',
  { nodes: listRule(node, 'nodes', 1, MOST_NODES), links: listRule(link, 'links', 0, MOST_LINKS) },
  {},
);

const target = textRule(
  'a target: the id of a component, or "step:", "kind:", "zone:", "link:", "into:" or "rule:" and a name',
  LONGEST_TARGET,
);
/** Held against the catalogue of faults once it is known which fault it is. */
const strength = numberRule({ min: 0, max: MOST_STRENGTH });
const time = numberRule({ min: 0, max: LONGEST_RUN_SECONDS, unit: 's' });

const interventionRule = variantRule<Intervention>('an intervention: kind, atSeconds and more', 'kind', {
  fault: {
    required: { fault: choiceRule(faults), target, atSeconds: time },
    optional: { untilSeconds: time, strength },
  },
  upload: { required: { atSeconds: time }, optional: { target } },
  set: {
    required: { target, parameter: textRule('the name of a parameter', LONGEST_ID), value: anyRule, atSeconds: time },
  },
});

const version = annotated(choiceRule([SCENARIO_VERSION]), {
  title: 'Version',
  description: 'Of the form that the scenario is written in. Older ones are understood too.',
});

/** What a scenario may say. Of `stage` and `topology` it needs one; the others have defaults. */
const optional = {
  $schema: annotated(textRule('the address of a schema', 2000), {
    description: 'For editors, which find there what is allowed. It means nothing to the run.',
  }),
  stage: annotated(choiceRule(stageIds), { title: 'Stage', description: 'One of the architectures of the site …' }),
  topology: annotated(topologyRule, {
    title: 'Topology',
    description:
      '… or an architecture written out. The work of an upload starts at a client and must reach every step.',
  }),
  defaults: annotated(choiceRule(['classroom', 'real']), {
    title: 'Defaults',
    description: 'What holds where nothing is set: short times for a class, or what the real services come with.',
    default: scenarioDefaults.defaults,
  }),
  /** Held against the declarations once it is known which components there are. */
  parameters: annotated(mapRule(mapRule(anyRule, 'parameters by name'), 'parameters by component'), {
    title: 'Parameters',
    description: 'What is set for this run, by component and name; comes before what the architecture sets.',
    default: scenarioDefaults.parameters,
  }),
  seed: annotated(numberRule({ min: 0, max: LARGEST_SEED, integer: true }), {
    title: 'Seed',
    description: 'Of all chance: the same seed gives the same run.',
    default: scenarioDefaults.seed,
  }),
  durationSeconds: annotated(numberRule({ min: 1, max: LONGEST_RUN_SECONDS, unit: 's' }), {
    title: 'Duration (s)',
    description: 'How long the run lasts, in simulated seconds.',
    default: scenarioDefaults.durationSeconds,
  }),
  interventions: annotated(listRule(interventionRule, 'interventions', 0, MOST_INTERVENTIONS), {
    title: 'Interventions',
    description: 'What is done on the way: faults, uploads by hand, parameters turned. Times are within the duration.',
    default: scenarioDefaults.interventions,
  }),
} as const satisfies Rules;

export const scenarioRule = objectRule(
  `a scenario, such as {"version":${SCENARIO_VERSION},"stage":"${stageIds[0]}"}`,
  { version },
  optional,
);
