/** What the model of each stage leaves out, in words. */
import type { Words } from './words.ts';

export const omissionWords = {
  'omitted.title': 'What this model leaves out',
  'omitted.all':
    'Everywhere: the way of a video over the line of whoever uploads it, the viewing of videos, and people who try again by hand. The work of each step is the same in every architecture, in the proportion of real transcoding. Bills leave out public addresses and the transfer of data. Times are made short for a class: an instance boots in seconds, an environment that idles is gone after less than a minute where nothing else is set.',
  'omitted.all.others':
    'Everywhere: the way over the line of whoever calls, and people who try again by hand. Bills leave out public addresses and the transfer of data. Times are made short for a class: an instance boots in seconds, an environment that idles is gone after less than a minute where nothing else is set.',
  'omitted.monolith':
    'Its slots do not slow each other down, and it never runs out of memory. A second copy of it is simply reached too; how is left open.',
  'omitted.tiers':
    'Programs on one server do not slow each other down beyond their slots. The server is billed once, and counts as working while any of them has a slot taken.',
  'omitted.load-balanced':
    'Four load balancers are more than many real sites have: there one stands before several tiers. One instance can be lost here, a zone not by itself.',
  'omitted.queued':
    'With a queue before every step, masters are put straight into the store; the permission to do so is taken for granted. How many instances the fleet wants for how many messages is our choice.',
  'omitted.microservices':
    'What stands in the data of a service is not modelled. Teams, deployments and versions are left out. The services that are added want to hear of everybody who is there before them, which is the worst case.',
  'omitted.event-driven':
    'The monitor crosses its threshold at the first error. Statistics, alert, thumbnails and search do work and keep nothing.',
  'omitted.serverless':
    'The store tells of masters only. The limit of the account on how many run at once is far away. Whoever comes first meets a cold start for each function on the way, one after another.',
  'omitted.serverless-application': 'The form that is sent is an upload without its video.',
  'omitted.file-processing': 'Nothing is put aside for what fails again and again: it is lost.',
  'omitted.database-trigger': 'What stands in the table and in the index is not modelled, only that it is written.',
  'omitted.serverless-cron': 'The report is work without contents.',
  'omitted.real-time-stream': 'Clicks are counted, and otherwise alike. The stream keeps its number of shards.',
} as const satisfies Words;
