/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const serverlessCronWords = {
  'story.serverless-cron.what': {
    neutral:
      'Once a minute a report is due. A rule on the bus has a schedule instead of a pattern: when it is time it calls a function, and the function writes its report into the table.',
    aws: 'Once a minute a report is due. A rule of EventBridge has a schedule instead of a pattern: when it is time it invokes a Lambda function, and the function writes its report into a DynamoDB table.',
  },
  'story.serverless-cron.what.scene': 'Wait for the next full minute',
  'story.serverless-cron.trigger': {
    neutral:
      'The trigger is the clock: the rule calls the function, and does not wait until the work is done. The function says who may call it, here this rule. The role of the function says what it may do, here write into the table.',
    aws: 'The trigger is the clock: the rule invokes the function asynchronously. The resource-based policy of the function lets EventBridge invoke it for this rule. The execution role of the function lets it write into the DynamoDB table.',
  },
  'story.serverless-cron.between': {
    neutral:
      'Between two reports nothing runs, and nothing is paid for but what is stored. A machine that waits for the minute would cost all of the hour. Here each report begins with a cold start, because environments are kept for a short time in class; a real one would usually still be warm. It does no harm either way: nobody waits.',
    aws: 'Between two reports no Lambda function runs, and nothing is paid for but what is stored. An EC2 instance that waits for the minute would cost all of the hour. Here each report begins with a cold start, because environments are kept for a short time in class; in Lambda one would usually still be warm. It does no harm either way: nobody waits.',
  },
  'story.serverless-cron.between.scene': 'Let a few minutes go by',
  'story.serverless-cron.missed': {
    neutral:
      'Let the function crash. Its report is tried again {tries} times, and then this minute has none: nobody makes up for it by itself. And now and then a rule may call twice for the same minute, so a report has to bear being written twice.',
    aws: 'Let the function crash. Lambda tries its report again {tries} times, and then this minute has none, unless a dead-letter queue keeps the event. And now and then EventBridge may fire twice for the same minute, so the function should be idempotent.',
  },
  'story.serverless-cron.missed.scene': 'Crash the report',

  'predict.there-for-a-moment-each-minute': {
    neutral: 'Once a minute a function runs for a few seconds and writes a report. What does an hour of that cost?',
    aws: 'Once a minute a rule of EventBridge invokes a Lambda function, which runs for a few seconds and writes a report. What does an hour of that cost?',
  },
  'predict.there-for-a-moment-each-minute.nothing': 'Nothing at all',
  'predict.there-for-a-moment-each-minute.fraction': 'Less than a cent',
  'predict.there-for-a-moment-each-minute.machine': {
    neutral: 'About as much as the smallest machine, or more',
    aws: 'About as much as the smallest EC2 instance, or more',
  },
} as const satisfies Words;
