/** The stages in words: name, one line, and the story that says what to look at and what to try. */
import type { Words } from './words.ts';

export const stageWords = {
  'stage.monolith': 'Monolith',
  'stage.monolith.title': 'One machine does everything',
  'stage.monolith.line': 'Upload, process, store and manage share one instance',
  'stage.monolith.story.1':
    'People upload videos. One machine takes each video in, makes three renditions of it, stores them, and enters them in the catalogue. Whoever uploads waits until all of it is done.',
  'stage.monolith.story.2':
    'Look at the four boxes inside the machine: they share its slots. When the evening comes, uploads wait for a free slot. When too many wait, the next person sees an error.',
  'stage.monolith.story.3':
    'Crash it, and everything is down at once: those who were waiting see an error, and so does everybody who comes. Then wait for the quiet of the night. Nobody uploads, and the machine costs what it costs in the evening.',

  'stage.queued': 'Queued',
  'stage.queued.title': 'A queue between the steps',
  'stage.queued.line': 'Work waits; the people uploading do not',
  'stage.queued.story.1': {
    neutral:
      'Upload no longer waits for processing. It puts the 4K master into the object store, leaves a message in the queue, and is finished. The fleet takes messages from the queue when it can.',
    aws: 'Upload no longer waits for processing. It puts the 4K master into S3, sends a message to SQS, and is finished. The fleet polls the queue when it can.',
  },
  'stage.queued.story.2': {
    neutral:
      'Look at the queue and the fleet together. Messages arrive, the fleet grows from nothing, each instance boots, takes a message, works and deletes it. With the queue empty, the fleet goes back to nothing.',
    aws: 'Look at the queue and the Auto Scaling group together. Messages arrive, the group grows from zero, each instance boots, receives a message, works and deletes it. With the queue empty, the group goes back to zero.',
  },
  'stage.queued.story.3':
    'Crash every processing instance. The queue grows, and the people uploading notice nothing. Repair it, and watch how long the fleet takes to catch up. At night, look at what the fleet costs.',
} as const satisfies Words;
