/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const serverlessApplicationWords = {
  'story.serverless-application.what': {
    neutral:
      'Somebody sends a form. The gateway takes the request and calls a function, and the function writes one entry into the table. Then the answer goes back the same way.',
    aws: 'Somebody sends a form. API Gateway takes the request and invokes a Lambda function, and the function writes one item into a DynamoDB table. Then the answer goes back the same way.',
  },
  'story.serverless-application.what.scene': 'Watch some requests',
  'story.serverless-application.trigger': {
    neutral:
      'The trigger is the request: the gateway calls the function and waits for its answer. Two permissions are needed. The function says who may call it, here the gateway; and the role of the function says what it may do, here write into the table.',
    aws: 'The trigger is the request: API Gateway invokes the function synchronously and waits for its answer. Two permissions are needed. The resource-based policy of the function lets the gateway invoke it; the execution role of the function lets it write into the DynamoDB table.',
  },
  'story.serverless-application.cold': {
    neutral:
      'Somebody waits here, so a cold start is felt: the first person of the day waits longer than the next. Environments can be kept ready against that, and then they are paid for all day and all night.',
    aws: 'Somebody waits here, so a cold start is felt: the first person of the day waits longer than the next. Provisioned concurrency keeps environments ready against that, and then they are paid for all day and all night.',
  },
  'story.serverless-application.cold.scene': 'Watch the first request of the day',
  'story.serverless-application.limits': {
    neutral:
      'This gateway lets in {rate} requests a second, and {burst} at once; who comes on top sees an error. It waits {wait} seconds for an answer, so long work does not belong here. Make the gateway strict, and see who is turned away.',
    aws: 'This API Gateway lets in {rate} requests a second, and a burst of {burst}; who comes on top is throttled. It waits {wait} seconds for the function, so long work has to be asynchronous. Make the gateway strict, and see who is turned away.',
  },
  'story.serverless-application.limits.scene': {
    neutral: 'Make the gateway strict',
    aws: 'Make API Gateway strict',
  },
  'story.serverless-application.again': {
    neutral:
      'Whoever is turned away tries again. If all do so at once, again and again, their tries are more traffic than the people, and the trouble outlives its cause. So a good program waits longer before each try, with some chance in it. And after many failures in a row it stops asking for a while: its circuit breaker is open.',
    aws: 'Whoever is throttled tries again. If all do so at once, again and again, their retries are more traffic than the people, and the trouble outlives its cause. So the AWS SDKs use exponential backoff with jitter, and a budget for retries. And after many failures in a row a circuit breaker stops asking for a while.',
  },

  'predict.a-cold-start-is-felt-at-the-door': {
    neutral:
      'People send a form all day, and wait for the answer. At first no environment is there. How long does the one wait who waits longest, beside most others?',
    aws: 'People send a form to API Gateway all day, and wait for the answer of a Lambda function. At first no execution environment is there. How long does the one wait who waits longest, beside most others?',
  },
  'predict.a-cold-start-is-felt-at-the-door.same': 'About as long as everybody',
  'predict.a-cold-start-is-felt-at-the-door.few-times': 'A few times as long',
  'predict.a-cold-start-is-felt-at-the-door.minute': 'More than ten times as long',
} as const satisfies Words;
