/** The labs in words: what stands around their benches. Each bench has a file of its own. */

import { busArchiveWords } from './bus-lab/archive.ts';
import { busBusesWords } from './bus-lab/buses.ts';
import { busConnectionsWords } from './bus-lab/connections.ts';
import { busDeliveriesWords } from './bus-lab/deliveries.ts';
import { busRiverWords } from './bus-lab/river.ts';
import { busRulesWords } from './bus-lab/rules.ts';
import { busSchedulesWords } from './bus-lab/schedules.ts';
import { functionCrossoverWords } from './function-lab/crossover.ts';
import { functionEnvironmentsWords } from './function-lab/environments.ts';
import { functionInvocationsWords } from './function-lab/invocations.ts';
import { functionLimitsWords } from './function-lab/limits.ts';
import { functionMemoryWords } from './function-lab/memory.ts';
import { functionNetworkWords } from './function-lab/network.ts';
import { functionPermissionsWords } from './function-lab/permissions.ts';
import { functionRuntimesWords } from './function-lab/runtimes.ts';
import { theoryWords } from './function-lab/theory.ts';
import { functionTimeoutsWords } from './function-lab/timeouts.ts';
import { functionTracesWords } from './function-lab/traces.ts';
import { functionVersionsWords } from './function-lab/versions.ts';
import type { Words } from './words.ts';

const aroundBenches = {
  'lab.function-lab': { neutral: 'Function lab', aws: 'Lambda lab' },
  'lab.function-lab.line': 'A function taken apart: its environments, its memory, its limits, its doors',
  'lab.bus-lab': { neutral: 'Event bus lab', aws: 'EventBridge lab' },
  'lab.bus-lab.line': 'A bus taken apart: its rules, its deliveries, its archive, its schedules',
  'picker.group.benches': 'Benches of the labs',
  'lab.nav': '{lab}: its benches',
  'lab.benches': 'Benches',
  'lab.uses': 'Uses',
  'lab.split': 'Room for the picture',
  'lab.split.value': '{share} of the height for the picture',
  'lab.view': 'What is shown',
  'lab.view.picture': 'Picture',
  'lab.view.both': 'Both',
  'lab.view.instrument': 'Instrument',
  'lab.lanes.show': 'Show the lanes',
  'lab.lanes.hide': 'Fold the lanes away',
  'lab.uploads':
    'Every call here is about one upload. It counts as watchable once all is done that this bench does for it.',
  'lab.place': '{lab}, bench {n} of {of}',
  'lab.instrument': 'Instrument: {name}',
  'node.callers': 'Callers',
  'node.callers.what': 'Those who call the function, and wait for its answer.',
  'node.handler': { neutral: 'Function', aws: 'Lambda function' },
  'node.handler.what': 'The function of this bench. It runs once for each call.',
  'node.records': { neutral: 'Records', aws: 'DynamoDB table' },
  'node.records.what': 'What the function writes, an item for each call.',
  'node.clickers': 'Clickers',
  'node.clickers.what': 'People who watch. Each click is an event.',
  'node.film-people': 'People with films',
  'node.film-people.what': 'People who upload films.',
  'node.film-upload': 'Upload',
  'node.film-upload.what': 'Takes a film in, puts it into the store, and tells the bus that it is there.',
  'node.film-store': { neutral: 'Store of films', aws: 'S3 bucket' },
  'node.film-store.what': 'Keeps the films, and tells of each object that is created in it.',
  'node.film-renditions': 'Renditions',
  'node.film-renditions.what': 'Makes the three renditions of a film, and tells the bus of each.',
  'node.lab-bus': { neutral: 'Bus', aws: 'EventBridge bus' },
  'node.lab-bus.what': 'Takes events, and hands a copy to the targets of every rule that matches.',

  // Their names where there is little room
  'canvas.short.handler': { neutral: 'Function', aws: 'Lambda' },
  'canvas.short.film-people': 'Uploaders',
  'canvas.short.film-store': { neutral: 'Films', aws: 'S3 bucket' },
  'canvas.short.lab-bus': { neutral: 'Bus', aws: 'EventBridge' },
  'canvas.short.event-function': 'For events',
  'canvas.short.neighbour': 'Neighbour',
  'canvas.short.call-handler': { neutral: 'By call', aws: 'Sync' },
  'canvas.short.event-handler': { neutral: 'By event', aws: 'Async' },
  'canvas.short.batch-handler': { neutral: 'By queue', aws: 'By SQS' },
  'canvas.short.record-handler': { neutral: 'By stream', aws: 'By Kinesis' },
  'canvas.short.record-account': { neutral: 'Stream account', aws: 'Kinesis table' },
  'canvas.short.database': 'Database',
  'canvas.short.worker': { neutral: 'Second', aws: '2nd Lambda' },
  'canvas.short.aside': { neutral: 'Dead letters', aws: 'SQS DLQ' },
  'canvas.short.uploaders': 'Uploaders',
  'canvas.short.machines': { neutral: 'Machines', aws: 'EC2' },
  'canvas.short.entries': { neutral: 'Entries', aws: 'Entries table' },
  'canvas.short.accounts': { neutral: 'Accounts', aws: 'Accounts table' },
  'canvas.short.film-bus': { neutral: 'Film bus', aws: 'Bus: films' },
  'canvas.short.click-bus': { neutral: 'Click bus', aws: 'Bus: clicks' },
  'canvas.short.long-fleet': { neutral: 'Long jobs', aws: 'Auto Scaling' },
  'canvas.short.balancer': { neutral: 'Balancer', aws: 'ALB' },
  'canvas.short.servers': { neutral: 'Instances', aws: 'EC2' },
  'canvas.short.sweeper': 'Sweep',
  'canvas.short.reporter': 'Report',
} as const satisfies Words;

export const labWords = {
  ...aroundBenches,
  ...theoryWords,
  ...functionEnvironmentsWords,
  ...functionMemoryWords,
  ...functionRuntimesWords,
  ...functionLimitsWords,
  ...functionTimeoutsWords,
  ...functionInvocationsWords,
  ...functionVersionsWords,
  ...functionPermissionsWords,
  ...functionNetworkWords,
  ...functionTracesWords,
  ...functionCrossoverWords,
  ...busRiverWords,
  ...busRulesWords,
  ...busDeliveriesWords,
  ...busArchiveWords,
  ...busBusesWords,
  ...busSchedulesWords,
  ...busConnectionsWords,
} as const satisfies Words;
