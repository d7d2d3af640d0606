/** All words of the page. A second language is a second file of this form. */
import { appWords } from './app-words.ts';
import { breakWords } from './break-words.ts';
import { canvasWords } from './canvas-words.ts';
import { chooseWords } from './choose-words.ts';
import { claimWords } from './claim-words.ts';
import { compareWords } from './compare-words.ts';
import { costWords } from './cost-words.ts';
import { failureWords } from './failure-words.ts';
import { faultWords } from './fault-words.ts';
import { homeWords } from './home-words.ts';
import { labWords } from './lab-words.ts';
import { ladderWords } from './ladder-words.ts';
import { modelWords } from './model-words.ts';
import { newServiceWords } from './new-service-words.ts';
import { noteWords } from './note-words.ts';
import { omissionWords } from './omission-words.ts';
import { panelWords } from './panel-words.ts';
import { parameterWords } from './parameter-words.ts';
import { proofWords } from './proof-words.ts';
import { reasonWords } from './reason-words.ts';
import { settingWords } from './setting-words.ts';
import { stageWords } from './stage-words.ts';
import { storyWords } from './story-words.ts';
import { timeWords } from './time-words.ts';
import { uiWords } from './ui-words.ts';
import type { Words } from './words.ts';

/** The areas; put yours at the end. A key that two of them have is a type error below. */
const areas = [
  modelWords,
  faultWords,
  failureWords,
  parameterWords,
  stageWords,
  uiWords,
  panelWords,
  appWords,
  compareWords,
  costWords,
  canvasWords,
  timeWords,
  reasonWords,
  claimWords,
  ladderWords,
  newServiceWords,
  storyWords,
  noteWords,
  omissionWords,
  chooseWords,
  homeWords,
  proofWords,
  breakWords,
  labWords,
  settingWords,
] as const satisfies readonly Words[];

type Merged<Areas extends readonly object[]> = Areas extends readonly [infer First, ...infer Rest extends object[]]
  ? First & Merged<Rest>
  : unknown;

type Duplicates<Areas extends readonly object[], Seen = never> = Areas extends readonly [
  infer First,
  ...infer Rest extends object[],
]
  ? (keyof First & Seen) | Duplicates<Rest, Seen | keyof First>
  : never;

/** The error message of the compiler names the key that stands in two areas. */
type WithoutDuplicates<Areas extends readonly object[]> = [Duplicates<Areas>] extends [never]
  ? Merged<Areas>
  : { duplicate: Duplicates<Areas> };

export type Catalogue = WithoutDuplicates<Mutable<typeof areas>>;

type Mutable<Tuple extends readonly object[]> = [...Tuple];

export const catalogue: Catalogue = Object.assign({}, ...areas);
