/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const monolithWords = {
  'story.monolith.one-machine': {
    neutral:
      'People upload videos in 4K. One machine takes each video in, makes three smaller ones of it (480p, 720p and 1080p), stores them, and enters them in the catalogue. Whoever uploads waits until all of that is done.',
    aws: 'People upload videos in 4K. One EC2 instance takes each video in, makes three smaller ones of it (480p, 720p and 1080p), stores them, and enters them in the catalogue. Whoever uploads waits until all of that is done.',
  },
  'story.monolith.one-machine.scene': 'Watch the day from the start',
  'story.monolith.look': {
    neutral:
      'Look inside the machine. It can work on {slots} videos at once, and {waiting} more may wait at its door. When many come at once, somebody has to wait there until a slot is free.',
    aws: 'Look inside the EC2 instance. It can work on {slots} videos at once, and {waiting} more may wait at its door. When many come at once, somebody has to wait there until a slot is free.',
  },
  'story.monolith.look.scene': 'Show people waiting',
  'story.monolith.good':
    'There is much to like. One program to write, one machine to start, one place to look when something goes wrong. No step has to call another over a network, so no such call can fail. Many good sites began like this.',
  'story.monolith.breaks': {
    neutral:
      'Now let the machine crash in the middle of the evening. Everything is down at once: upload, processing, storing and managing. Those who were waiting see an error, and so does everybody who comes after them.',
    aws: 'Now let the EC2 instance crash in the middle of the evening. Everything is down at once: upload, processing, storing and managing. Those who were waiting see an error, and so does everybody who comes after them.',
  },
  'story.monolith.breaks.scene': 'Crash it at the peak',
  'story.monolith.too-many':
    'What if three times as many people come? All slots are taken, {waiting} people wait at the door, and whoever comes then is turned away. Processing is the hard work, but there is no way to have more of processing alone.',
  'story.monolith.too-many.scene': 'Let three times as many come',
  'story.monolith.second-copy': {
    neutral:
      'There are two ways to grow. Take a taller machine for everything, or start a second copy of everything: of processing, which needs it, and of the other three, which do not. Fewer people are turned away then, and the bill is twice as high, day and night.',
    aws: 'There are two ways to grow. Take a larger instance type for everything, or start a second EC2 instance with a copy of everything: of processing, which needs it, and of the other three, which do not. Fewer people are turned away then, and the bill is twice as high, day and night.',
  },
  'story.monolith.second-copy.scene': 'Start a second copy',
  'story.monolith.night': {
    neutral:
      'At night nobody uploads. The machine is still there with nothing to do, and an hour costs exactly what it costs in the evening. In the next stage the four steps come apart, so that each can have a machine that suits it. Will that help when one of them goes down?',
    aws: 'At night nobody uploads. The EC2 instance is still running with nothing to do, and an hour costs exactly what it costs in the evening. In the next stage the four steps come apart, so that each can have an instance type that suits it. Will that help when one of them goes down?',
  },
  'story.monolith.night.scene': 'Show the night',

  'predict.fails-together':
    'In the evening the monolith goes down for half a minute, and people go on coming. What do those who upload meanwhile see?',
  'predict.fails-together.error': 'All of them see an error',
  'predict.fails-together.some': 'Some get through, some see an error',
  'predict.fails-together.as-ever': 'Upload works as ever; only processing is late',
  'predict.scales-together':
    'Processing is too slow, and you want twice as much of it. What does an hour of the monolith cost then?',
  'predict.scales-together.same': 'About the same',
  'predict.scales-together.somewhat-more': 'Somewhat more, for the processing only',
  'predict.scales-together.twice': 'Twice as much',
  'predict.bills-while-idle':
    'People come all day, most of them in the evening, and in the second part of the run nobody comes. Draw what an hour of the monolith costs, from the first minute to the last.',
  'predict.waits-for-everything': 'Somebody uploads a video to the monolith. When are they told that it worked?',
  'predict.waits-for-everything.at-once': 'Long before the video can be watched',
  'predict.waits-for-everything.between': 'Shortly before the video can be watched',
  'predict.waits-for-everything.at-the-end': 'When the video can be watched, and no sooner',
  'predict.turns-away-at-the-peak': 'Three times as many people come as usual. What happens to them?',
  'predict.turns-away-at-the-peak.soon': 'All are served, about as fast as ever',
  'predict.turns-away-at-the-peak.late': 'All are served, after a long wait',
  'predict.turns-away-at-the-peak.some': 'Some are served, some see an error',
  'predict.turns-away-at-the-peak.nobody': 'Nobody is served any more',
} as const satisfies Words;
