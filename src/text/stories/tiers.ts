/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const tiersWords = {
  'story.tiers.apart':
    'The steps are now four programs: upload, process, store and manage. Each calls the next at its one address, and waits until it answers. The answer comes back the same way, from tier to tier, to the person who uploads.',
  'story.tiers.apart.scene': 'Follow the first video',
  'story.tiers.one-server': {
    neutral:
      'The four programs can live on one server or on four; the switch chooses. On one server they share the machine and its bill. And they share its fate: when the server goes down, all four go down with it.',
    aws: 'The four programs can live on one EC2 instance or on four; the switch chooses. On one instance they share the machine and its bill. And they share its fate: when the instance goes down, all four go down with it.',
  },
  'story.tiers.one-server.scene': 'Crash the one server',
  'story.tiers.taller': {
    neutral:
      'On servers of their own, each tier can have the machine that suits it. Processing is hard work and got a tall machine; the other three make do with small ones. This is vertical scaling: a taller machine, not more machines, up to the tallest that there is. With a small one in its place, many people are turned away.',
    aws: 'On EC2 instances of their own, each tier can have the type that suits it. Processing is hard work and got a large compute-optimised instance; the other three make do with small burstable ones. This is vertical scaling: a larger instance, not more instances, up to the largest that there is. With a small one in its place, many people are turned away.',
  },
  'story.tiers.taller.scene': 'Try a small machine for processing',
  'story.tiers.coupled':
    'Let processing crash. Upload is up, storing is up, managing is up. But upload calls processing, processing is not there, and every upload fails. A chain of calls works only while every link of it works: the tiers are apart, and still completely coupled.',
  'story.tiers.coupled.scene': 'Crash processing at the peak',
  'story.tiers.slow':
    'Slow is nearly as bad as down. Processing works on {slots} videos at once and lets {waiting} more wait; when each takes twice as long, that is soon too few. Upload has hardly anything to do, and all its slots are taken by people who wait for processing. So the line grows back to the very door.',
  'story.tiers.slow.scene': 'Let processing be slow',
  'story.tiers.night': {
    neutral:
      'Four servers cost what four servers cost, all day and all night. Three of them have little to do even in the evening, and at night none of them has anything to do. Look at how much of the bill is for idling.',
    aws: 'Four EC2 instances cost what four EC2 instances cost, all day and all night. Three of them have little to do even in the evening, and at night none of them has anything to do. Look at how much of the bill is for idling.',
  },
  'story.tiers.night.scene': 'Show the night',
  'story.tiers.next':
    'Each tier can grow taller by itself now, but it is still one machine at one address. If the machine goes, the address answers no more. In the next stage something stands at the address that is always there, with as many machines behind it as it takes.',

  'predict.still-fails-together':
    'Each step has a machine of its own now. Processing goes down; the machine of upload stays up. What do people who upload meanwhile see?',
  'predict.still-fails-together.error': 'All of them see an error',
  'predict.still-fails-together.some': 'Some get through, some see an error',
  'predict.still-fails-together.as-ever': 'Upload works as ever; only processing is late',
  'predict.one-slow-tier-slows-all':
    'Storing takes far longer than usual; upload and processing are as fast as ever. How long does somebody who uploads wait to be told that it worked?',
  'predict.one-slow-tier-slows-all.as-ever': 'As long as ever',
  'predict.one-slow-tier-slows-all.longer': 'Somewhat longer',
  'predict.one-slow-tier-slows-all.much-longer': 'Many times as long',
  'predict.taller-where-it-computes':
    'Processing gets a machine that is four times as large, and uses all of it for one video. When can a video be watched?',
  'predict.taller-where-it-computes.same': 'Hardly any sooner',
  'predict.taller-where-it-computes.sooner': 'A little sooner',
  'predict.taller-where-it-computes.much-sooner': 'In little more than half the time, or less',
  'predict.the-dead-exhaust-the-living':
    'Processing goes down and falls silent: it does not even say no. A while later it is repaired; people come all the time. Draw how many slots of upload are taken, from the start to the end.',
  'predict.one-machine-is-one-fate':
    'Upload, process, store and manage are four programs on one server. The server that upload runs on goes down. What is down with it?',
  'predict.one-machine-is-one-fate.upload': 'Only upload',
  'predict.one-machine-is-one-fate.two': 'Upload, and processing, which it calls',
  'predict.one-machine-is-one-fate.all': 'All four',
  'predict.four-machines-idle':
    'The monolith had one tall machine. The tiers have one tall machine and three small ones. What does an hour of the night cost, when nobody comes?',
  'predict.four-machines-idle.less': 'Less than on the monolith',
  'predict.four-machines-idle.same': 'The same',
  'predict.four-machines-idle.more': 'More than on the monolith',
} as const satisfies Words;
