/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionTimeoutsWords = {
  'stage.function-timeouts': 'Time-out',
  'stage.function-timeouts.title': 'Work that takes too long',
  'stage.function-timeouts.line': 'At the limit the run is cut off, and its work is lost',
  'stage.function-timeouts-split': 'Time-out, split into parts',
  'stage.function-timeouts-split.title': 'Parts that fit into a run',
  'stage.function-timeouts-split.line': 'A bus has three functions each make one rendition, at the same time',
  'stage.function-timeouts-instances': 'Time-out, another service',
  'stage.function-timeouts-instances.title': 'Machines that know no such limit',
  'stage.function-timeouts-instances.line': 'A fleet takes long work from a queue, for as long as it takes',

  'node.senders': 'Senders',
  'node.senders.what': 'Each sends one long video. The work on it takes as many minutes as it plays.',
  'node.masters': { neutral: 'Store', aws: 'S3 bucket' },
  'node.masters.what': 'Keeps masters and renditions, and tells of each new master.',
  'node.parts': { neutral: 'Bus', aws: 'EventBridge bus' },
  'node.parts.what': 'Tells three functions of each master, one for each part of the work.',
  'node.long-queue': { neutral: 'Queue', aws: 'SQS queue' },
  'node.long-queue.what': 'Keeps a message for each master, hidden for longer than the longest work takes.',
  'node.long-fleet': { neutral: 'Fleet', aws: 'EC2 Auto Scaling group' },
  'node.long-fleet.what': 'Machines that come when there is a message, work for as long as it takes, and go.',

  'story.function-timeouts.what': {
    neutral:
      'A function makes three renditions of each video in one run, and its work takes as long as the video plays. A run may take {limit} seconds, the most that can be set. Where the videos are short enough, each bar of the instrument ends before its line.',
    aws: 'A Lambda function makes three renditions of each video in one run, and its work takes as long as the video plays. A run may take {limit} seconds, the most that Lambda allows. Where the videos are short enough, each bar of the instrument ends before its line.',
  },
  'story.function-timeouts.what.scene': 'Watch work that fits',
  'story.function-timeouts.cut': {
    neutral:
      'Now the videos are longer. At the limit the run is cut off in the middle of its work, and what it had made is gone with its environment. Nothing was stored, but every second of it was billed.',
    aws: 'Now the videos are longer. At the limit Lambda cuts the run off in the middle of its work, and what it had made in /tmp is gone with the execution environment. Nothing was stored, but every second of it was billed.',
  },
  'story.function-timeouts.cut.scene': 'Watch the cut',
  'story.function-timeouts.again': {
    neutral:
      'The service takes the cut for an error like any other, and tries the event again after {wait} seconds: {retries} more times. Each try begins at nothing, takes as long, and is cut off at the same place. In the end the video is lost, and all was paid for.',
    aws: 'Lambda takes the time-out for an error like any other, and tries the event again after {wait} seconds: {retries} more times. Each try begins at nothing, takes as long, and is cut off at the same place. In the end the event is dropped, and all was paid for.',
  },
  'story.function-timeouts.again.scene': 'Watch the retries run in vain',
  'story.function-timeouts.split': {
    neutral:
      'Split the work, so that each part fits into a run. A bus tells three functions of each master, and each makes one rendition. They work at the same time, so it is sooner done; the price is that of the same seconds. But each part must fit: if the videos get longer still, the largest part is cut off again.',
    aws: 'Split the work, so that each part fits into a run. EventBridge tells three Lambda functions of each master, and each makes one rendition. They work at the same time, so it is sooner done; the price is that of the same seconds. But each part must fit: if the videos get longer still, the largest part is cut off again.',
  },
  'story.function-timeouts.split.scene': {
    neutral: 'Split it into three',
    aws: 'Split it into three, by EventBridge',
  },
  'story.function-timeouts.instances': {
    neutral:
      'Or give long work to a service that has no such limit. A message waits in a queue, a machine is started for it, works for as long as it takes, and is gone. It takes a while to start, and for work of this length that makes no difference.',
    aws: 'Or give long work to a service that has no such limit, such as EC2, or containers. A message waits in SQS, an instance is started for it, works for as long as it takes, and is gone. It takes a while to start, and for work of this length that makes no difference.',
  },
  'story.function-timeouts.instances.scene': {
    neutral: 'Give longer work to machines',
    aws: 'Give longer work to EC2',
  },

  'claim.a-time-out-takes-the-work-with-it': {
    neutral:
      'A time-out takes the work with it: {n} runs for {of} videos, all cut off at the same place, and nothing comes of them.',
    aws: 'A timeout takes the work with it: {n} invocations for {of} videos, all cut off after 900 seconds, and nothing comes of them.',
  },
  'claim.a-time-out-takes-the-work-with-it.foil': {
    neutral: 'Work that fits into a run is done at the first try.',
    aws: 'Work that fits into 900 seconds is done at the first try.',
  },
  'predict.a-time-out-takes-the-work-with-it': {
    neutral:
      'The work on each video takes a third longer than a run may. What is cut off is tried again, twice. How many videos can be watched in the end?',
    aws: 'The work on each video takes a third longer than the timeout that Lambda allows at most. What is cut off is tried again, twice. How many videos can be watched in the end?',
  },
  'predict.a-time-out-takes-the-work-with-it.none': 'None',
  'predict.a-time-out-takes-the-work-with-it.some': 'Some: a retry goes on where it was cut off',
  'predict.a-time-out-takes-the-work-with-it.all': 'All, a little later',
  'claim.what-is-cut-off-is-paid-for':
    'What is cut off is paid for: of {of} in all, {usd} were for work of which nothing is left.',
  'claim.what-is-cut-off-is-paid-for.foil': {
    neutral: 'Split into parts that fit, nothing is paid for in vain.',
    aws: 'Split into Lambda functions that fit, nothing is paid for in vain.',
  },
  'predict.what-is-cut-off-is-paid-for': {
    neutral: 'Every run is cut off at its limit, and nothing comes of any. How much of the bill is for that?',
    aws: 'Every invocation is cut off by its timeout, and nothing comes of any. How much of the bill is for that?',
  },
  'predict.what-is-cut-off-is-paid-for.nothing': 'Nothing: what fails is not billed',
  'predict.what-is-cut-off-is-paid-for.part': 'Some of it',
  'predict.what-is-cut-off-is-paid-for.nearly-all': 'Nearly all of it',
  'claim.parts-fit-where-the-whole-does-not': {
    neutral: 'Parts fit where the whole does not: split into three, all {n} videos can be watched, each within {s}.',
    aws: 'Parts fit where the whole does not: split into three Lambda functions, all {n} videos can be watched, each within {s}.',
  },
  'claim.parts-fit-where-the-whole-does-not.foil': {
    neutral: 'In one run, the same work is cut off each time.',
    aws: 'In one invocation, the same work is cut off each time.',
  },
  'predict.parts-fit-where-the-whole-does-not': {
    neutral:
      'The work takes a third longer than a run may. Three functions now make one rendition each, under the same limit. How many videos can be watched?',
    aws: 'The work takes a third longer than a Lambda function may run. By EventBridge three functions now make one rendition each, under the same timeout. How many videos can be watched?',
  },
  'predict.parts-fit-where-the-whole-does-not.none': 'None',
  'predict.parts-fit-where-the-whole-does-not.some': 'Some',
  'predict.parts-fit-where-the-whole-does-not.all': 'All',
  'claim.a-machine-knows-no-such-limit': {
    neutral: 'A machine knows no such limit: twice as long again, and all {n} videos can be watched, for {usd}.',
    aws: 'An EC2 instance knows no such limit: twice as long again, and all {n} videos can be watched, for {usd}.',
  },
  'claim.a-machine-knows-no-such-limit.foil': {
    neutral: 'Split into three, the largest part does not fit into a run any more.',
    aws: 'Split into three Lambda functions, the largest part does not fit into 900 seconds any more.',
  },
  'predict.a-machine-knows-no-such-limit': {
    neutral:
      'The videos are twice as long again. A fleet of machines takes them from a queue. How many can be watched?',
    aws: 'The videos are twice as long again. An Auto Scaling group of EC2 instances takes them from SQS. How many can be watched?',
  },
  'predict.a-machine-knows-no-such-limit.none': 'None',
  'predict.a-machine-knows-no-such-limit.some': 'Some',
  'predict.a-machine-knows-no-such-limit.all': 'All',

  'form.function-timeouts': 'One long run',
  'form.function-timeouts-split': 'Split into parts',
  'form.function-timeouts-instances': 'Another service',

  'lab.timeouts.intro':
    'Each bar is a run, as long as it took; the line is the limit, and the outline is how long the run would have to be. A run is billed when it is over, so what it costs shows then and not before.',
  'lab.timeouts.intro.machines': {
    neutral:
      'Each bar is the work of a machine on a video, as long as it took. Nothing cuts it off. The machine is billed by the second for as long as it is there, which the bill has.',
    aws: 'Each bar is the work of an EC2 instance on a video, as long as it took. Nothing cuts it off. The instance is billed by the second for as long as it runs, which the bill has.',
  },
  'lab.timeouts.length': 'Length of the videos, and of the work',
  'lab.timeouts.limit': 'Time-out of each function',
  'lab.timeouts.fast': 'Play it fast',
  'lab.timeouts.no-limit': {
    neutral: 'Machines have no time-out.',
    aws: 'EC2 instances have no timeout.',
  },
  'lab.timeouts.minutes': '{n} min',
  'lab.timeouts.cut': 'Runs cut off',
  'lab.timeouts.vain': 'Worked in vain',
  'lab.timeouts.paid': 'Paid for nothing',
  'lab.timeouts.paid.title':
    'Worked out for each run that failed: its billed seconds, its memory and the price, and the price of the request.',
  'lab.timeouts.done': 'Videos done',
  'lab.timeouts.of': 'of {n}',
  'lab.timeouts.nothing': 'No video has been sent yet.',
  'lab.timeouts.piece': 'Video {n}: {time} of work, sent at {at}',
  'lab.timeouts.waits': 'Waits for a run',
  'lab.timeouts.next': 'Is tried again in {time}',
  'lab.timeouts.runs': 'Runs',
  'lab.timeouts.state.done': 'Done, {time} after it was sent',
  'lab.timeouts.state.lost': 'Lost, {time} after it was sent',
  'lab.timeouts.try': 'Try {n}',
  'lab.timeouts.try.of': '{component}, try {n}',
  'lab.timeouts.try.running': 'runs for {time}',
  'lab.timeouts.try.done': 'done in {time}',
  'lab.timeouts.try.done.billed': 'done in {time}, {usd}',
  'lab.timeouts.try.cut': 'cut off after {time}, {usd} for nothing',
  'lab.timeouts.try.failed': 'failed after {time} ({reason}), {usd} for nothing',
  'lab.timeouts.try.failed.unbilled': 'failed after {time} ({reason})',
  'lab.timeouts.needs': 'needs {time}, the limit is {limit}',
  'lab.timeouts.more': 'The last {n} of {of} videos are shown.',
  'lab.timeouts.compare': 'The three ways, with the same videos and the same time-out',
  'lab.timeouts.compare.note':
    'Three whole runs, made in the background: the length of the videos and the time-out are those above, all else is as it comes.',
  'lab.timeouts.compare.running': 'Running…',
  'lab.timeouts.compare.way': 'Way',
  'lab.timeouts.compare.finished': 'Finished',
  'lab.timeouts.compare.lost': 'Lost',
  'lab.timeouts.compare.open': 'Not over',
  'lab.timeouts.compare.cost': 'Cost',
  'lab.timeouts.compare.wasted': 'Of that for nothing',
  'lab.timeouts.compare.longest': 'Longest run',
  'lab.timeouts.compare.unlimited': 'no limit',
  'lab.timeouts.compare.slowest': 'Slowest video',
  'lab.timeouts.compare.failed': 'This run could not be made.',

  'omitted.function-timeouts':
    'Work that writes down how far it has come, and goes on from there, is left out. So are services that run functions step by step, and containers; a machine stands for all that has no limit.',
} as const satisfies Words;
