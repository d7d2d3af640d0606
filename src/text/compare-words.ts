/** Words of the screen that shows architectures side by side. */
import type { Words } from './words.ts';

export const compareWords = {
  'compare.title': 'The same uploads, side by side',
  'compare.story.1':
    'Both architectures meet the same uploads, the same videos and the same faults, under one clock. What differs is who waits for whom, and what is paid for.',
  'compare.story.2':
    'Crash processing at the peak and look at what happens to people in each picture. Then go to the quiet night and look at what each of them costs.',
  'compare.measure': 'So far',
  'compare.accepted': 'Accepted',
  'compare.accepted.what': 'Uploads that were told yes',
  'compare.refused': 'Refused',
  'compare.refused.what': 'Uploads that ended with an error on the screen of the person',
  'compare.lost': 'Lost',
  'compare.lost.what': 'Uploads that were told yes and will never be watchable',
  'compare.waiting': 'Waiting',
  'compare.waiting.what': 'Uploads somewhere in the system, not watchable yet',
  'compare.p50': 'Watchable p50',
  'compare.p50.what': 'Half of the videos that became watchable took no longer, from the start of the upload',
  'compare.p95': 'Watchable p95',
  'compare.p95.what': 'Nineteen of twenty videos that became watchable took no longer, from the start of the upload',
  'compare.perHour': 'Cost / hour now',
  'compare.perHour.what': 'What an hour would cost that went on like this moment',
  'compare.soFar': 'Cost so far',
  'compare.soFar.what': 'What the run has cost from its start to this moment',
  'compare.per1000': 'Per 1,000 watchable',
  'compare.per1000.what': 'Cost so far for each thousand videos that are watchable',
  'compare.idle': 'Paid for idling',
  'compare.idle.what': 'Share of the cost so far that was paid while nothing was done',
  'compare.best': 'best',
  'compare.worst': 'worst',
  'compare.unmarked':
    'Times and costs are not marked: an architecture that turns people away is not comparable by them.',
  'compare.tabs': 'Which picture',

  // One honest word for a run at a moment; rules in compare/state-word.ts
  'state-word.down': 'down',
  'state-word.refusing': 'refusing uploads',
  'state-word.nobody-notices': 'nobody notices',
  'state-word.videos-wait': 'videos wait',
  'state-word.catching-up': 'catching up',
  'state-word.starting': 'starting',
  'state-word.working': 'working',
  'state-word.idle': 'idle, billed',
  'state-word.down.what': 'Whoever uploads now sees an error: nothing is in service.',
  'state-word.refusing.what': 'Somebody was refused within the last {seconds} seconds.',
  'state-word.nobody-notices.what': 'Processing is down; people who upload notice nothing; their videos wait.',
  'state-word.videos-wait.what':
    'Processing is down; people who upload notice nothing; some of their videos have waited for more than {seconds} seconds.',
  'state-word.catching-up.what': 'More uploads wait than are being worked on.',
  'state-word.starting.what': 'Uploads wait for instances that are starting.',
  'state-word.working.what': 'Uploads are accepted and worked on.',
  'state-word.idle.what': 'No upload is in the system; instances run and are billed.',
} as const satisfies Words;
