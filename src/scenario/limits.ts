/** How large a scenario may be. All our choice, so that a page or a script copes with whatever it is handed. */

/** Longest run: thirty days. */
export const LONGEST_RUN_SECONDS = 2_592_000;
/** Largest seed: 2^32 - 1. */
export const LARGEST_SEED = 4_294_967_295;

export const MOST_NODES = 200;
export const MOST_LINKS = 1000;
export const MOST_INTERVENTIONS = 1000;
/** Characters of a component's id. */
export const LONGEST_ID = 64;
/** Characters of a target: two ids and what stands around them. */
export const LONGEST_TARGET = 2 * LONGEST_ID + 16;
/** One way along a link: a minute. */
export const MOST_LATENCY_MS = 60_000;
/** Canvas units from the origin, either way. */
export const FARTHEST_PLACE = 100_000;

/** Largest value of a distribution, in its unit: a day of seconds. */
export const LARGEST_DRAW = 86_400;
/** Largest coefficient of variation. */
export const LARGEST_VARIATION = 10;
/** Values of an empirical distribution. */
export const MOST_EMPIRICAL_VALUES = 10_000;
/** Times of a list of arrivals. */
export const MOST_TIMES = 100_000;
/** Bins of a recording; all traffic may fall into one of them, which bounds its factor too. */
export const MOST_BINS = 200_000;
/** Scaling policies of a group, actions of a scheduled one, and steps of a step policy. */
export const MOST_SCALING_POLICIES = 10;
export const MOST_SCHEDULED_ACTIONS = 100;
export const MOST_SCALING_STEPS = 100;
/** Length of a queue in a scaling policy. */
export const LONGEST_QUEUE = 1_000_000_000;
/** Calls before or after the work of a step, and stretches of work in it. */
export const MOST_PER_STEP = 50;
/** How often an event may come round, counted by those who bring it back. Our choice. */
export const MOST_TRIES = 1000;

/** Those whom a bucket tells, and subscribers of a topic. */
export const MOST_TARGETS = 100;

/** Characters of a scenario as text. */
export const MOST_CHARACTERS = 10_000_000;
/** Numbers, words, lists and objects in a scenario, all counted. */
export const MOST_VALUES = 1_000_000;
/** Lists and objects within one another; the deepest place with a meaning is at 12. */
export const DEEPEST = 32;
/** Problems that are listed; those beyond are only counted. */
export const MOST_PROBLEMS = 100;
/** Problems that are listed of the items of one list, so that a long list does not hide what else is wrong. */
export const MOST_PROBLEMS_OF_A_LIST = 10;
