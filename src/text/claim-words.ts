/** The claims in words: the sentence, with places for figures of its run; and why the same is not so on its foil. */
import type { Words } from './words.ts';

export const claimWords = {
  // Monolith
  'claim.fails-together':
    'The monolith fails together: while it is down, nobody can even upload. All {n} who try see an error.',
  'claim.fails-together.foil': {
    neutral: 'With a queue before processing, upload is on machines of its own: whoever tries is told that it worked.',
    aws: 'With SQS before processing, upload is on EC2 instances of its own: whoever tries is told that it worked.',
  },
  'claim.scales-together':
    'The monolith scales together: more processing means a second copy of everything, {after} instead of {before} an hour.',
  'claim.scales-together.foil':
    'Where the tiers stand apart, twice the processing is only two more machines of processing.',
  'claim.bills-while-idle':
    'The monolith is billed while it idles: at night nobody uploads, and an hour costs {usd} all the same.',
  'claim.bills-while-idle.foil':
    'A fleet that goes back to nothing leaves only two small machines of upload to pay for.',
  'claim.waits-for-everything': 'Whoever uploads waits until everything is done: half of them for {s} or more.',
  'claim.waits-for-everything.foil': 'With a queue, upload is done long before the video can be watched.',
  'claim.turns-away-at-the-peak':
    'When three times as many come, the monolith turns people away: {n} of {of} see an error.',
  'claim.turns-away-at-the-peak.foil': 'A queue takes in whatever comes, and the fleet grows.',

  // Tiers
  'claim.still-fails-together':
    'Tiers are still coupled: upload is up and takes every request in, and with processing down all {n} fail.',
  'claim.still-fails-together.foil': 'With a queue between them, the same one machine of upload says yes to everybody.',
  'claim.one-slow-tier-slows-all':
    'One slow tier slows all: when storing takes long, people wait for {s} instead of {before}, and some see an error.',
  'claim.one-slow-tier-slows-all.foil': 'With a queue before every step, only the queue of the slow step grows.',
  'claim.taller-where-it-computes':
    'Each tier can grow taller by itself: a larger machine for processing brings a video from {before} down to {s}.',
  'claim.taller-where-it-computes.foil': 'The same machine for storing changes next to nothing: storing mostly waits.',
  'claim.the-dead-exhaust-the-living':
    'A tier that is silent takes its callers with it: all {n} slots of upload are taken by people who wait for nothing, and nobody gets in when it is up again.',
  'claim.the-dead-exhaust-the-living.foil': 'A caller that hangs up after a while gets its slots back.',
  'claim.one-machine-is-one-fate':
    'Four programs on one machine share one fate: when the machine goes down, all four are down.',
  'claim.one-machine-is-one-fate.foil':
    'On machines of their own, the other three stay up, and wait for somebody to call.',
  'claim.four-machines-idle':
    'Four machines idle instead of one: a quiet hour costs {usd}, where the monolith costs {one}.',
  'claim.four-machines-idle.foil': 'The fleet behind a queue is gone at night.',

  // Load balanced
  'claim.losing-one-is-survived':
    'Losing one instance is survived: of {of} people {n} see an error, until the load balancer has found out.',
  'claim.losing-one-is-survived.foil': 'Where a tier is one machine, losing that one is losing the tier.',
  'claim.losing-a-tier-is-not':
    'Losing a tier is not survived: with all of processing down, all {n} who upload see an error.',
  'claim.losing-a-tier-is-not.foil': 'With a queue in between, nobody has to be up but upload.',
  'claim.cannot-reach-zero':
    'A tier that is called cannot go to nothing: nobody is there to answer and nothing starts the first, so all {n} fail.',
  'claim.cannot-reach-zero.foil': 'A message waits in the queue, and its waiting starts the first instance.',
  'claim.grows-wider':
    'Behind a load balancer a tier grows wider: twice as many people, {n} instances at the most, and nobody is refused.',
  'claim.grows-wider.foil': 'Held at two instances, the tier is full, and people are turned away.',
  'claim.two-of-everything-idle':
    'Two of everything and four load balancers idle too: an hour in which nobody comes costs {usd}, where the monolith costs {one}.',
  'claim.two-of-everything-idle.foil': 'With a queue, nothing but upload is there when nobody comes.',

  // Queued
  'claim.upload-does-not-care':
    'Upload does not care whether processing is up: with processing down everybody is told that it worked, within {s}.',
  'claim.upload-does-not-care.foil': 'Behind load balancers, whoever uploads meanwhile sees an error.',
  'claim.nothing-is-lost-while-down':
    'Nothing is lost while processing is down: what was accepted waits, and all {n} videos can be watched in the end.',
  'claim.nothing-is-lost-while-down.foil':
    'A monolith that says yes early keeps what it has accepted in its own memory, and loses it when it goes down.',
  'claim.fleet-from-nothing-to-nothing': 'The fleet goes from nothing to {n} instances and back to nothing.',
  'claim.fleet-from-nothing-to-nothing.foil':
    'Behind a load balancer there are two instances before the first and after the last.',
  'claim.idle-costs-nothing': 'A fleet with nothing to do costs nothing.',
  'claim.idle-costs-nothing.foil': 'Behind a load balancer processing is paid for, whether anybody comes or not.',
  'claim.poison-ends-in-dead-letters': {
    neutral:
      'A video that cannot be processed ends in the dead letters and blocks nobody: {n} lie there, and the other {watchable} can be watched.',
    aws: 'A video that cannot be processed ends in the dead-letter queue and blocks nobody: {n} lie there, and the other {watchable} can be watched.',
  },
  'claim.poison-ends-in-dead-letters.foil': {
    neutral:
      'In an ordered queue with a single group, everything waits for the message before it, and longest for one that fails.',
    aws: 'In a FIFO queue with a single message group, everything waits for the message before it, and longest for one that fails.',
  },
  'claim.too-short-a-timeout-does-it-twice':
    'A visibility timeout shorter than the work has it done again: the message is seen again while it is worked on, and {n} steps are done a second time.',
  'claim.too-short-a-timeout-does-it-twice.foil': 'A timeout longer than the longest work: each video is done once.',
  'claim.waiting-is-the-price':
    'The price of the queue is waiting: half of the videos take {s} or more until they can be watched, {one} on the monolith.',
  'claim.waiting-is-the-price.foil':
    'With four instances always there nobody waits for one to start, and nobody saves the money.',
  'claim.any-step-may-be-down':
    'With a queue before every step, any step may be down: {n} videos wait to be stored, nobody sees an error, and all can be watched in the end.',
  'claim.any-step-may-be-down.foil': 'Behind load balancers, storing down is everything down.',
  'claim.a-slow-step-fills-its-own-queue':
    'A slow step fills its own queue and no other: up to {n} videos wait to be stored, and upload does not notice.',
  'claim.a-slow-step-fills-its-own-queue.foil':
    'When processing is the slow step, it is the queue of processing that grows.',
  'claim.no-server-at-night':
    'With a queue before every step, upload too, there is no server at night: an hour costs {usd}, for what is stored.',
  'claim.no-server-at-night.foil': 'Where people call upload themselves, its machines stay up all night.',

  // Microservices
  'claim.renditions-at-the-same-time':
    'Services of their own make the renditions at the same time: a video is ready in {s} instead of {one}.',
  'claim.renditions-at-the-same-time.foil': 'One service for all three makes one rendition after another.',
  'claim.queues-grow-with-the-square':
    'Queues between partners grow faster than the services: a quarter more services, and {after} queues instead of {before}.',
  'claim.queues-grow-with-the-square.foil': {
    neutral: 'On an event bus, each service more is one rule more.',
    aws: 'On EventBridge, each service more is one rule more.',
  },
  'claim.a-new-service-changes-its-producers':
    'A new service changes its producers: {n} services get a line more, to tell it too.',
  'claim.a-new-service-changes-its-producers.foil': 'On a bus, nobody who tells something knows who listens.',
  'claim.one-service-may-be-down':
    'One service may be down: {n} masters wait for their largest rendition, the smaller ones are made as ever, and nothing fails.',
  'claim.one-service-may-be-down.foil': 'When all three are down, all three queues grow.',
  'claim.somebody-always-asks': {
    neutral: 'Somebody always asks: in two minutes in which nothing happens, queues are polled {n} times.',
    aws: 'Somebody always asks: in two minutes in which nothing happens, SQS is polled {n} times.',
  },
  'claim.somebody-always-asks.foil': 'On a bus nobody asks. Whoever is to hear of something is told.',

  // Event-driven
  'claim.rules-do-not-grow-with-the-square':
    'Rules grow as the services do, and not with their square: two services more are {after} queues and rules instead of {before}.',
  'claim.rules-do-not-grow-with-the-square.foil':
    'With queues between partners, everybody who is there needs one more.',
  'claim.a-new-consumer-changes-no-producer':
    'A new consumer changes no producer: a rule is added, and not one program.',
  'claim.a-new-consumer-changes-no-producer.foil':
    'With queues, everybody whom it wants to hear of has to fill one more.',
  'claim.a-consumer-is-added-live':
    'Consumers can be added while everything runs: from the new rules on {n} thumbnails are made and search has work too, and nobody who uploads notices.',
  'claim.a-consumer-is-added-live.foil': 'Without the rules they hear of nothing.',
  'claim.a-failed-upload-retries-itself':
    'A failed upload retries itself: its failure is an event, and somebody listens. A quarter of the work fails, and {n} of {of} videos can be watched.',
  'claim.a-failed-upload-retries-itself.foil': 'Without the rule for failures, one failure is the end of the video.',
  'claim.poison-does-not-go-round-for-ever':
    'What can never be done does not go round for ever: the event says how often it was tried, and {n} videos end in the dead letters.',
  'claim.poison-does-not-go-round-for-ever.foil':
    'With a thousand tries allowed they still go round when the run ends.',
  'claim.dormant-consumers-cost-nothing': 'A consumer that hears of nothing costs nothing.',
  'claim.dormant-consumers-cost-nothing.foil': 'A service that waits at its queue is there, and paid for.',
  'claim.nobody-polls': 'Nobody polls, and every video can be watched.',
  'claim.nobody-polls.foil': 'With queues between services, each asks its own again and again.',
  'claim.a-failed-service-is-made-good':
    'Processing down for half a minute is made good by itself: {n} {n|failure|failures} {n|is|are} told and tried again, and every video can be watched in the end.',
  'claim.a-failed-service-is-made-good.foil':
    'Without the rule for failures, those that failed three times while it was down are lost.',

  // Serverless
  'claim.first-cold-then-warm':
    'The first call is cold, the next is warm: the environment of the first is still there.',
  'claim.first-cold-then-warm.foil': 'A minute and a half later it is gone, and the next call is cold as well.',
  'claim.nothing-runs-at-night': 'When nobody comes, nothing runs, and nothing is paid for but what is stored.',
  'claim.nothing-runs-at-night.foil': 'The two machines of upload are paid for, whether anybody comes or not.',
  'claim.functions-win-when-traffic-is-rare':
    'Functions win when traffic is rare: one video in five minutes costs {usd} for a thousand, {one} on the monolith.',
  'claim.functions-win-when-traffic-is-rare.foil':
    'With one video every two seconds, the monolith is busy all the time, and cheaper.',
  'claim.instances-win-when-traffic-is-steady':
    'Instances win when traffic is steady: a thousand videos cost {usd} with functions, {one} on a monolith that is always busy.',
  'claim.instances-win-when-traffic-is-steady.foil':
    'With one video in five minutes, nearly all that is paid for the monolith is for idling.',
  'claim.a-burst-is-no-matter':
    'A burst is no matter: {n} people in the same second, up to {most} environments each, and the last can watch after {s}.',
  'claim.a-burst-is-no-matter.foil': 'Two machines of upload have room for a few, and a fleet has to boot first.',
  'claim.tried-again-by-the-service':
    'What fails is tried again by the service: processing is down for half a minute, and all {n} videos can be watched in the end.',
  'claim.tried-again-by-the-service.foil': 'Without retries, whatever came meanwhile lies in the dead letters.',
  'claim.the-longest-must-fit-into-one-run':
    'The longest video must fit into one run: cut off after four seconds, {n} of {of} are never done, however often they are tried.',
  'claim.the-longest-must-fit-into-one-run.foil': 'With a minute for a run, all of them are done in time.',
  'claim.the-door-turns-away-who-comes-too-fast': {
    neutral:
      'A gateway turns away who comes too fast: of {of} people in the same second {n} see an error, and could ask again.',
    aws: 'API Gateway throttles who comes too fast: of {of} people in the same second {n} see an error, and could ask again.',
  },
  'claim.the-door-turns-away-who-comes-too-fast.foil': {
    neutral: 'Whoever puts the master straight into the store is not held up by it.',
    aws: 'Whoever puts the master straight into S3 is not held up by it.',
  },

  // Typical uses
  'claim.a-cold-start-is-felt-at-the-door':
    'Where somebody waits for the answer, a cold start is felt: the slowest waits for {s}, half of them for {median} at most.',
  'claim.a-cold-start-is-felt-at-the-door.foil': {
    neutral: 'With environments that are kept ready, and paid for, nobody waits for a start.',
    aws: 'With provisioned concurrency, which is paid for, nobody waits for a start.',
  },
  'claim.told-of-masters-only': {
    neutral: 'A function that is told of masters only runs once for each.',
    aws: 'A Lambda function that S3 notifies of masters only runs once for each.',
  },
  'claim.told-of-masters-only.foil': {
    neutral:
      'Told of everything in the store, it is told of what it puts there itself, and calls itself again and again.',
    aws: 'Told of everything in S3, it is told of what it puts there itself, and invokes itself again and again. The real Lambda stops such a loop after some rounds.',
  },
  'claim.the-writer-does-not-wait-for-the-index': {
    neutral: 'Whoever writes does not wait for the index: however slow the index is, half of them are done in {s}.',
    aws: 'Whoever writes to DynamoDB does not wait for the index: however slow the index is, half of them are done in {s}.',
  },
  'claim.the-writer-does-not-wait-for-the-index.foil': {
    neutral: 'A function that does both keeps its caller waiting for both.',
    aws: 'A Lambda function that does both keeps its caller waiting for both.',
  },
  'claim.there-for-a-moment-each-minute': {
    neutral: 'A function by the clock is there for a moment each minute: {n} runs in five minutes, and {usd} an hour.',
    aws: 'A Lambda function on a schedule is there for a moment each minute: {n} runs in five minutes, and {usd} an hour.',
  },
  'claim.there-for-a-moment-each-minute.foil': {
    neutral: 'Kept ready all the time, it is paid for all the time.',
    aws: 'With provisioned concurrency, it is paid for all the time.',
  },
  'claim.a-batch-is-one-run': {
    neutral: 'A batch is one run: {of} clicks in a minute, and {n} runs.',
    aws: 'A batch is one invocation: {of} clicks in a minute, and {n} invocations.',
  },
  'claim.a-batch-is-one-run.foil': {
    neutral: 'One at a time, there are as many runs as clicks.',
    aws: 'With a batch size of one, there are as many invocations as clicks.',
  },

  // What is measured
  'measure.started': 'uploads started',
  'measure.accepted': 'uploads told that it worked',
  'measure.watchable': 'videos that can be watched',
  'measure.refused': 'uploads that saw an error',
  'measure.lost': 'uploads lost',
  'measure.dead-lettered': 'uploads among the dead letters',
  'measure.open': 'uploads still under way at the end',
  'measure.accepted-median': 'time until people are told that it worked, median',
  'measure.accepted-slowest': 'longest time until somebody is told that it worked',
  'measure.watchable-median': 'time until a video can be watched, median',
  'measure.watchable-slowest': 'longest time until a video can be watched',
  'measure.cost': 'cost of the run',
  'measure.cost-per-hour': 'cost per hour of the run',
  'measure.cost-per-hour-at-end': 'cost per hour as at the end',
  'measure.idle-per-hour-at-end': 'cost of idling per hour as at the end',
  'measure.cost-per-thousand': 'cost of a thousand videos that can be watched',
  'measure.cost-wasted': 'paid for work that came to nothing',
  'measure.polls': 'polls of queues',
  'measure.queues-and-rules': 'queues and rules',
  'measure.pattern-checks': 'events held against a rule',
  'measure.programs-changed': 'components whose program changed',
  'measure.instances-at-start': 'instances in service at the start',
  'measure.instances-most': 'most instances in service',
  'measure.instances-at-end': 'instances in service at the end',
  'measure.crashed-most': 'most instances down',
  'measure.busy-slots-most': 'most slots taken',
  'measure.done-twice': 'steps done a second time',
  'measure.messages-waiting-most': 'most messages waiting',
  'measure.cold-starts': 'cold starts',
  'measure.runs': 'runs',
  'measure.run-errors': 'runs that ended in an error',
  'measure.duration-mean': 'duration of a run, mean',
  'measure.start-mean': 'start of an environment that is billed, mean',
  'measure.items-kept': 'items in the table',
  'measure.written-again': 'writes of an item that was there',
  'measure.put-aside': 'messages put aside as dead letters',
  'measure.environments-most': 'most environments',
  'measure.throttles': 'times that it was throttled',
  'measure.events-given-up': 'events given up',
  'measure.cold-share': 'cold starts, as a share of runs',
  'measure.at-work-mean': 'environments at work, mean over time',
  'measure.events-published': 'events published',
  'measure.events-unmatched': 'events that no rule matched',
  'measure.events-replayed': 'events that came again',
  'measure.copies-retried': 'deliveries tried again',
  'measure.copies-put-aside': 'copies put among the dead letters',
  'measure.copies-dropped': 'copies dropped',
  'measure.log-lines': 'lines of the log',
  'measure.arrived': 'what arrived',
  'measure.component-cost': 'cost of the component',

  'relation.less': 'less than',
  'relation.at-most': 'at most',
  'relation.equal': 'equal to',
  'relation.at-least': 'at least',
  'relation.more': 'more than',
} as const satisfies Words;
