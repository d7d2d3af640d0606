/** The notes on what was so once and is so now, in words. Their figures are those of the sources of each note. */
import type { Words } from './words.ts';

export const noteWords = {
  'note.memory.then': {
    neutral: 'A function had 128 MB to 3 GB of memory, in steps of 64 MB.',
    aws: 'A Lambda function had 128 MB to 3 GB of memory, in steps of 64 MB.',
  },
  'note.memory.now': {
    neutral: 'It has 128 MB to 10,240 MB, in steps of 1 MB, and computing power in proportion.',
    aws: 'It has 128 MB to 10,240 MB, in steps of 1 MB, and vCPU in proportion: 1,769 MB are one.',
  },
  'note.container-images.then': {
    neutral: 'A function could not be a container image.',
    aws: 'Docker images were not supported on Lambda.',
  },
  'note.container-images.now': {
    neutral: 'It can be an image of up to 10 GB, and still does one request at a time in each environment.',
    aws: 'A function can be a container image of up to 10 GB. Each environment still does one request at a time.',
  },
  'note.cold-start.then': {
    neutral: 'Of most functions the time of a cold start was not paid for.',
    aws: 'For zip packages on managed runtimes, the INIT phase of a cold start was not billed.',
  },
  'note.cold-start.now': {
    neutral:
      'It is paid for. It takes from under 100 ms to over 1 s, and not always 100 ms, as is often told; under 1 % of all calls have one.',
    aws: 'INIT is billed for every function. It takes from under 100 ms to over 1 s, and not always 100 ms, as is often told; typically under 1 % of invocations have one.',
  },
  'note.network-interface.then': {
    neutral:
      'In a private network, network interfaces were made for the environments of a function, and a cold start took several seconds longer for it.',
    aws: 'In a VPC, network interfaces were attached for the execution environments of a function, and a cold start took several seconds longer for it. Some notes say: one for each invocation.',
  },
  'note.network-interface.now': {
    neutral:
      'One interface is shared. It is made once, when the function is set up, which takes minutes; a cold start does not wait for it.',
    aws: 'One interface is shared for each pair of subnet and security group. It is made when the function is created or changed: 90 s is often quoted, the guide says several minutes. A cold start does not wait for it.',
  },
  'note.billed-time.then': {
    neutral: 'Each run was paid for in steps of 100 ms.',
    aws: 'Each Lambda invocation was billed in steps of 100 ms.',
  },
  'note.billed-time.now': 'The time is rounded up to the next 1 ms.',
  'note.timeout.then': {
    neutral: 'A run was cut off after 5 minutes at most.',
    aws: 'A Lambda function could run for 5 minutes at most.',
  },
  'note.timeout.now': {
    neutral: 'It may take up to 15 minutes.',
    aws: 'It may run for up to 15 minutes. Only on Managed Instances may it be longer.',
  },
  'note.retries.then': {
    neutral: 'What was handed over and failed was tried again 2 times, and nobody could change that.',
    aws: 'An asynchronous invocation that failed was tried again 2 times, and nobody could change that.',
  },
  'note.retries.now':
    'It can be set, from 0 to 2 times. It is tried again after 1 minute, and once more after 2 minutes.',
  'note.one-bus.then': {
    neutral: 'There was one event bus only, the same for everybody in an account.',
    aws: 'CloudWatch Events had one event bus only for each account and region.',
  },
  'note.one-bus.now': {
    neutral: 'Besides that one, an account can have buses of its own, up to 100 in all, and those of partners.',
    aws: 'EventBridge has that default bus, custom buses (up to 100 in all, which can be raised) and partner buses.',
  },
  'note.event-size.then': {
    neutral: 'An event could have 256 KB at most.',
    aws: 'An event for EventBridge or for an asynchronous Lambda invocation could have 256 KB at most; for Lambda, at first, 128 KB.',
  },
  'note.event-size.now': 'It can have 1 MB. A video still does not fit: the event says where it lies.',
  'note.message-size.then': {
    neutral: 'A message in a queue could have 256 KB at most.',
    aws: 'A message in SQS could have 256 KB at most.',
  },
  'note.message-size.now': 'It can have 1 MiB. A video still does not fit: the message says where it lies.',
  'note.consistency.then': {
    neutral: 'Whoever read an object just after it was changed could still get the old one.',
    aws: 'S3 was eventually consistent: whoever read an object just after it was overwritten or deleted could still get the old one.',
  },
  'note.consistency.now': {
    neutral: 'Once it is written, everybody reads the new one.',
    aws: 'S3 is strongly consistent: once a PUT or DELETE is done, every read and every list shows it.',
  },
  'note.disk.then': {
    neutral: 'A function had 512 MB of disk for files that it needs for a moment.',
    aws: 'A Lambda function had 512 MB in /tmp.',
  },
  'note.disk.now': 'It has 512 MB to 10,240 MB, as it is set.',
} as const satisfies Words;
