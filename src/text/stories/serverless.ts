/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const serverlessWords = {
  'story.serverless.what': {
    neutral:
      'No server is left that somebody here has to look after. People put the master straight into the object store, the store tells the bus, and rules of the bus have functions run. Each run does one piece of work and ends. Only what runs is paid for, and what is stored.',
    aws: 'No server is left that somebody here has to look after. People put the master straight into S3, S3 tells EventBridge, and rules of the default bus invoke Lambda functions. Each run does one piece of work and ends. Only what runs is paid for, and what is stored.',
  },
  'story.serverless.what.scene': 'Watch the evening, slowly',
  'story.serverless.cold': {
    neutral:
      'A function runs in an environment. If none is free, one has to be started, and the first video of the day waits for that: a cold start. When the run is over the environment is kept for a while, and the next video finds it warm. One environment does one piece of work at a time, so many videos are many environments.',
    aws: 'A Lambda function runs in an execution environment. If none is free, one has to be started, and the first video of the day waits for that: a cold start. When the run is over the environment is kept for a while, and the next video finds it warm. One environment does one invocation at a time, so many videos are many environments.',
  },
  'story.serverless.cold.scene': 'Watch the first cold start',
  'story.serverless.doors': {
    neutral:
      'There are two ways in. One leads straight into the store. The other leads through a gateway, where a function looks at each request first; no gateway takes a whole master, so the function only hands out a permission to put it into the store. There somebody waits for a cold start, and who comes too fast is turned away.',
    aws: 'There are two ways in. One leads straight into the S3 bucket. The other leads through API Gateway, where a Lambda function looks at each request first; no gateway takes a whole master, so the function only hands out a presigned URL of the bucket. There somebody waits for a cold start, and who comes too fast is throttled.',
  },
  'story.serverless.doors.scene': 'Put a gateway before the store',
  'story.serverless.night': {
    neutral:
      'Wait until nobody comes. The environments are kept for a while, which nobody has to pay for, and then they are gone. Nothing runs at all, and nothing is paid for but what is stored.',
    aws: 'Wait until nobody comes. The execution environments are kept for a while, which nobody has to pay for, and then they are gone. No Lambda function runs at all, and nothing is paid for but what lies in S3 and DynamoDB.',
  },
  'story.serverless.night.scene': 'Show the night',
  'story.serverless.failure': {
    neutral:
      'Let processing crash. The bus has handed each event over already, and the service that runs the functions tries again by itself: after {wait} seconds, and then after twice as long. Repair processing in time, and every video is made. What has failed {tries} times more lies among the dead letters.',
    aws: 'Let processing crash. EventBridge has handed each event over already, and Lambda tries an asynchronous invocation again by itself: here after {wait} seconds, and then after twice as long. Repair processing in time, and every video is made. What has failed {tries} times more lies in the dead-letter queue.',
  },
  'story.serverless.failure.scene': 'Crash processing at the peak',
  'story.serverless.limits': {
    neutral:
      'There are limits. A run is cut off after {timeout} seconds here, so the longest video must fit into one run. All functions of an account together have {most} environments at a time; what comes on top waits in a queue, where there is one, or is turned away. And a run may forget everything when it ends: what is to stay has to be stored.',
    aws: 'There are limits. A run is cut off after {timeout} seconds here, and after fifteen minutes at the most; the longest video must fit into one run. All Lambda functions of an account in a region share {most} environments at a time here; what comes on top waits, if SQS or an event holds it, or is throttled. And what is to stay has to be stored outside.',
  },
  'story.serverless.cost': {
    neutral:
      'A second of a function costs more than the same second of a machine that has work all the time. When people come now and then, functions are far cheaper; when as many come all day and all night, machines are. Many do both. The five small stages show what functions are typically used for.',
    aws: 'A second of a Lambda function costs more than the same second of an EC2 instance that has work all the time. When people come now and then, functions are far cheaper; when as many come all day and all night, instances are. Many do both. The five small stages show what functions are typically used for.',
  },
  'story.serverless.cost.scene': 'Watch what the evening costs',

  'predict.first-cold-then-warm':
    'Two people upload a video, one twenty seconds after the other. For each a function runs. Which of the two runs has to wait until an environment is started?',
  'predict.first-cold-then-warm.none': 'Neither',
  'predict.first-cold-then-warm.first': 'The first only',
  'predict.first-cold-then-warm.both': 'Both',
  'predict.nothing-runs-at-night':
    'For two minutes nobody uploads anything, and nothing is stored yet. What is there to pay?',
  'predict.nothing-runs-at-night.machines': 'As much as for a small machine or two that wait',
  'predict.nothing-runs-at-night.little': 'A little, for being ready',
  'predict.nothing-runs-at-night.nothing': 'Nothing',
  'predict.functions-win-when-traffic-is-rare':
    'One video comes every five minutes, for half an hour. What does a thousand videos cost with functions, beside the monolith?',
  'predict.functions-win-when-traffic-is-rare.more': 'More than on the monolith',
  'predict.functions-win-when-traffic-is-rare.same': 'About the same',
  'predict.functions-win-when-traffic-is-rare.less': 'Less, but more than a tenth',
  'predict.functions-win-when-traffic-is-rare.far-less': 'Less than a tenth',
  'predict.instances-win-when-traffic-is-steady':
    'A video comes every two seconds, as many as the monolith can just do, without a pause. What does a thousand videos cost with functions, beside the monolith?',
  'predict.instances-win-when-traffic-is-steady.less': 'Less than on the monolith',
  'predict.instances-win-when-traffic-is-steady.same': 'About the same',
  'predict.instances-win-when-traffic-is-steady.more': 'More',
  'predict.a-burst-is-no-matter':
    'Nothing is running, and forty people upload a video in the same second, ten seconds after the start. Draw how many of the videos can be watched, over three minutes.',
  'predict.tried-again-by-the-service':
    'All of processing fails for half a minute in the evening. Nobody does anything about it. What becomes of the videos that come meanwhile?',
  'predict.tried-again-by-the-service.error': 'Those who upload them see an error',
  'predict.tried-again-by-the-service.dead-letters': 'Some end among the dead letters',
  'predict.tried-again-by-the-service.later': 'All of them can be watched, only later',
  'predict.the-longest-must-fit-into-one-run':
    'Every run is cut off after four seconds, and for the longest videos that is too short. What is cut off is tried again. How many videos can be watched in the end?',
  'predict.the-longest-must-fit-into-one-run.in-the-end': 'All of them, the longest after a few tries',
  'predict.the-longest-must-fit-into-one-run.those': 'Those that are short enough',
  'predict.the-longest-must-fit-into-one-run.all': 'Hardly any: the long ones hold up the others',
  'predict.the-door-turns-away-who-comes-too-fast':
    'A gateway lets in a few requests at once, and a few more each second. Forty people come in the same second. What becomes of them?',
  'predict.the-door-turns-away-who-comes-too-fast.all': 'All of them get in at once',
  'predict.the-door-turns-away-who-comes-too-fast.wait': 'All of them get in, and the last wait for several seconds',
  'predict.the-door-turns-away-who-comes-too-fast.some': 'Some get in, the others see an error',
  'predict.the-door-turns-away-who-comes-too-fast.nobody': 'Nobody gets in',
} as const satisfies Words;
