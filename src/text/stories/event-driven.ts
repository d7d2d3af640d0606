/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const eventDrivenWords = {
  'story.event-driven.what': {
    neutral:
      'In the middle stands a router with an event bus. Whoever has done something tells the bus: an upload is complete, a rendition is ready, a video is ready. Rules on the bus decide who gets a copy. Whoever tells something does not know who listens.',
    aws: 'In the middle stands a router, EventBridge, with an event bus. Whoever has done something tells the bus: an upload is complete, a rendition is ready, a video is ready. Rules with patterns decide which targets get a copy. Whoever tells something does not know who listens.',
  },
  'story.event-driven.what.scene': 'Follow the first video',
  'story.event-driven.kinds': {
    neutral:
      'Events come from producers of many kinds: a viewer clicks, a player reports an error, the monitor sees that a threshold is crossed, an upload is complete. Statistics and alert only listen: they are consumers. Many are both: 480p hears of an upload, and tells that its rendition is ready.',
    aws: 'Events come from producers of many kinds: a viewer clicks, a player reports an error, the monitor sees that a threshold is crossed, an upload is complete. Statistics and alert are Lambda functions that only listen: consumers. Many are both: 480p hears of an upload, and tells that its rendition is ready.',
  },
  'story.event-driven.kinds.scene': 'Watch all kinds of events',
  'story.event-driven.live': {
    neutral:
      'Thumbnails and search are there, and no rule tells them of anything. Add a rule for each, while people upload. From now on both have work to do. Upload was not touched: it tells the bus what it always told.',
    aws: 'Thumbnails and search are there, and no rule has them as a target. Add a rule for each to the EventBridge bus, while people upload. From now on both are invoked. Upload was not touched: it tells the bus what it always told.',
  },
  'story.event-driven.live.scene': 'Add the two rules now',
  'story.event-driven.flat': {
    neutral:
      'Add captions, billing, audit and recommendations, as in the stage before. Each of them is one rule on the bus. No queue comes between any two, and no program that tells something is changed. The picture grows by one line for each of them, and that is all.',
    aws: 'Add captions, billing, audit and recommendations, as in the stage before. Each of them is one rule on the EventBridge bus. No SQS queue comes between any two, and no program that tells something is changed. The picture grows by one line for each of them, and that is all.',
  },
  'story.event-driven.flat.scene': 'Add four services',
  'story.event-driven.failure': {
    neutral:
      'Let processing crash. What fails is tried again {tries} times by itself; what fails even then becomes an event as well, upload-failed. A rule sends it to the consumer called retry, which tells the bus of the upload once more: the failure causes its own retry. After a few rounds it is put among the dead letters.',
    aws: 'Let processing crash. Lambda tries each event again {tries} times; what fails even then goes to an on-failure destination, the bus, as upload-failed. A rule sends it to the function called retry, which tells the bus of the upload once more: the failure causes its own retry. After a few rounds it goes to the dead-letter queue.',
  },
  'story.event-driven.failure.scene': 'Crash processing at the peak',
  'story.event-driven.twice': {
    neutral:
      'A bus does not promise everything. Events may arrive in another order than they were told, or twice, so a consumer has to notice what it has done already. And what follows from what is written in the rules alone. An event that no rule matches, or whose target is gone, is heard by nobody, without any error: so hold every rule against a real event.',
    aws: 'EventBridge delivers at least once, and in no order that you can rely on, so a consumer has to be idempotent: it does nothing a second time. And what follows from what is written in the rules alone. An event that no pattern matches, or whose target is gone, is heard by nobody, without any error: so test every pattern against a real event.',
  },
  'story.event-driven.night': {
    neutral:
      'Nobody polls. A consumer that hears of nothing costs nothing, and each event that is told costs very little. At night only the {machines} {machines|machine|machines} of upload {machines|is|are} paid for, besides what is stored. The next stage does without servers, even there.',
    aws: 'Nobody polls. A function that hears of nothing costs nothing, and each event that is published costs very little. At night only the {machines} EC2 {machines|instance|instances} of upload {machines|is|are} paid for, besides what is stored. The next stage does without servers, even there.',
  },
  'story.event-driven.night.scene': 'Show the night',

  'predict.rules-do-not-grow-with-the-square':
    'Eight services tell one bus what they have done, and rules on the bus say who hears of it. Two more come, and each wants to hear of everything. What becomes of the number of rules and queues?',
  'predict.rules-do-not-grow-with-the-square.two': 'Two more, one for each new service',
  'predict.rules-do-not-grow-with-the-square.quarter': 'A quarter more, as there are a quarter more services',
  'predict.rules-do-not-grow-with-the-square.double': 'Half as many again, or even twice as many',
  'predict.a-new-consumer-changes-no-producer':
    'Captions is added, and wants to hear of what each of the other services tells the bus. How many of their programs have to be changed?',
  'predict.a-new-consumer-changes-no-producer.none': 'None of them',
  'predict.a-new-consumer-changes-no-producer.one': 'One: upload, where everything begins',
  'predict.a-new-consumer-changes-no-producer.all': 'Several, or all of them',
  'predict.a-consumer-is-added-live':
    'In the middle of the day, while people upload, two rules are added to the bus: thumbnails hears of each upload from now on, and search of each rendition that is stored. What do the people notice?',
  'predict.a-consumer-is-added-live.error': 'Some see an error while the rules are added',
  'predict.a-consumer-is-added-live.slower': 'Their uploads take longer from now on',
  'predict.a-consumer-is-added-live.nothing': 'Nothing, and the two have work to do at once',
  'predict.a-consumer-is-added-live.unheard': 'Nothing, and the two hear of nothing until upload is changed as well',
  'predict.a-failed-upload-retries-itself':
    'A quarter of all transcoding ends in an error. Each failure is an event, and a rule sends it to a consumer which brings the upload back, twice at the most. How many videos can be watched in the end?',
  'predict.a-failed-upload-retries-itself.all': 'All of them',
  'predict.a-failed-upload-retries-itself.most': 'Nearly all of them',
  'predict.a-failed-upload-retries-itself.half': 'Clearly fewer: three pieces of each have to go well',
  'predict.a-failed-upload-retries-itself.none': 'None',
  'predict.poison-does-not-go-round-for-ever':
    'Some videos are broken, and whoever processes them fails. Each failure is an event that has the upload tried again. Where do these videos end?',
  'predict.poison-does-not-go-round-for-ever.dead-letters': 'Put aside, among the dead letters',
  'predict.poison-does-not-go-round-for-ever.round': 'Nowhere: they go round, again and again',
  'predict.poison-does-not-go-round-for-ever.lost': 'They vanish, and nobody knows of them',
  'predict.dormant-consumers-cost-nothing':
    'Search is set up and could work at any time, but no rule tells it of anything. What does it cost during the five minutes?',
  'predict.dormant-consumers-cost-nothing.machine': 'As much as a small machine that waits',
  'predict.dormant-consumers-cost-nothing.little': 'A little, for being ready',
  'predict.dormant-consumers-cost-nothing.nothing': 'Nothing',
  'predict.nobody-polls':
    'Between upload and the catalogue every piece of work goes over the bus. How often does somebody ask whether there is work to do, in all five minutes?',
  'predict.nobody-polls.never': 'Never',
  'predict.nobody-polls.few': 'Once for each piece of work, or less',
  'predict.nobody-polls.always': 'Hundreds of times, most of them for nothing',
  'predict.a-failed-service-is-made-good':
    'All of processing goes down as the evening comes, and is repaired half a minute later. Nobody does anything else. Draw how many videos are under way: uploaded, and not to be watched yet.',
} as const satisfies Words;
