/** One run on the page: its worker, its reel, its pictures and its store. */
import type { SimTime } from '../engine/time.ts';
import { NotableReader } from '../metrics/notable.ts';
import { FACT } from '../models/facts.ts';
import { Director } from '../playback/director.ts';
import { nextAfter, previousBefore } from '../playback/events-of-note.ts';
import { Reel } from '../playback/reel.ts';
import { planOf } from '../scenario/create-simulation.ts';
import { appendSamples, copySeries, truncateSamples } from '../scenario/samples.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import type { StageId } from '../stages/catalogue.ts';
import type { FromWorker } from '../worker/messages.ts';
import { createRunHandle } from '../worker/run-handle.ts';
import { FrameBuffer } from './frame-buffer.ts';
import { createRunStore } from './run-store.ts';
import type { Run } from './session.ts';
