/**
 * Then and now: what courses and books still tell of the real services, until when it was so, and who says so. Words:
 * `note.<id>.then` and `note.<id>.now`; the figures in them are those of the sources.
 */
import type { StoryId } from '../stages/catalogue.ts';

export interface Source {
  name: string;
  url: string;
}

export interface Note {
  id: string;
  /** Where it is told. */
  stories: readonly StoryId[];
  /** When that changed, as exactly as it is known: a year, a month (2020-12) or a day (2020-12-01). */
  until: string;
  /** Of what was so, and of what is. */
  source: Source;
  sourceNow: Source;
}

/** The day on which the sources were read. */
export const notesReadOn = '2026-11-21';

const lambdaGuide = 'https://github.com/awsdocs/aws-lambda-developer-guide/blob';
const lambdaGuide2018: Source = {
  name: 'AWS Lambda developer guide, limits, February 2018',
  url: `${lambdaGuide}/e6e2f89/doc_source/limits.md`,
};
const lambdaNews: Source = {
  name: 'AWS Lambda developer guide, releases, 2022',
  url: `${lambdaGuide}/8887987/doc_source/lambda-releases.md`,
};
const lambdaApi: Source = {
  name: 'AWS Lambda API model, October 2026',
  url: 'https://github.com/boto/botocore/blob/1.43.107/botocore/data/lambda/2015-03-31/service-2.json',
};
const lambdaPrices: Source = { name: 'AWS Lambda pricing', url: 'https://aws.amazon.com/lambda/pricing/' };
const payloads: Source = {
  name: 'AWS Compute Blog, payloads up to 1 MB, January 2026',
  url: 'https://aws.amazon.com/blogs/compute/more-room-to-build-serverless-services-now-support-payloads-up-to-1-mb/',
};
const busGuide: Source = {
  name: 'Amazon EventBridge user guide, June 2023',
  url: 'https://github.com/awsdocs/amazon-eventbridge-user-guide/blob/896fdda/doc_source/eb-what-is.md',
};
const storeGuide: Source = {
  name: 'Amazon S3 user guide, June 2023',
  url: 'https://github.com/awsdocs/amazon-s3-userguide/blob/cc53dd6/doc_source/Welcome.md',
};

export const notes: readonly Note[] = [
  {
    id: 'memory',
    stories: ['serverless', 'file-processing', 'function-memory'],
    until: '2020-12-01',
    source: lambdaGuide2018,
    sourceNow: lambdaApi,
  },
  {
    id: 'container-images',
    stories: ['serverless', 'function-runtimes'],
    until: '2020-12-01',
    source: lambdaNews,
    sourceNow: lambdaNews,
  },
  {
    id: 'cold-start',
    stories: ['serverless', 'serverless-application', 'function-runtimes'],
    until: '2025-08-01',
    source: {
      name: 'AWS Compute Blog, billing for the INIT phase, April 2025',
      url: 'https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/',
    },
    sourceNow: {
      name: 'AWS Lambda developer guide, runtime environment',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
    },
  },
  {
    id: 'network-interface',
    stories: ['serverless'],
    until: '2019-09',
    source: {
      name: 'AWS Lambda developer guide, private networks, February 2018',
      url: `${lambdaGuide}/e6e2f89/doc_source/vpc.md`,
    },
    sourceNow: {
      name: 'AWS Lambda developer guide, private networks, 2022',
      url: `${lambdaGuide}/2be81b8/doc_source/foundation-networking.md`,
    },
  },
  {
    id: 'billed-time',
    stories: ['serverless', 'serverless-application', 'function-memory', 'function-crossover'],
    until: '2020-12',
    source: lambdaPrices,
    sourceNow: lambdaPrices,
  },
  {
    id: 'timeout',
    stories: ['serverless', 'file-processing'],
    until: '2018-10-10',
    source: lambdaGuide2018,
    sourceNow: lambdaApi,
  },
  { id: 'retries', stories: ['serverless'], until: '2019-11-25', source: lambdaNews, sourceNow: lambdaApi },
  {
    id: 'one-bus',
    stories: ['event-driven', 'serverless-cron', 'bus-buses'],
    until: '2019-07-11',
    source: busGuide,
    sourceNow: busGuide,
  },
  { id: 'event-size', stories: ['event-driven', 'bus-buses'], until: '2025', source: payloads, sourceNow: payloads },
  {
    id: 'message-size',
    stories: ['queued', 'microservices'],
    until: '2025',
    source: payloads,
    sourceNow: {
      name: 'Amazon SQS API model, October 2026',
      url: 'https://github.com/boto/botocore/blob/1.43.107/botocore/data/sqs/2012-11-05/service-2.json',
    },
  },
  {
    id: 'consistency',
    stories: ['file-processing', 'queued'],
    until: '2020-12',
    source: storeGuide,
    sourceNow: storeGuide,
  },
  { id: 'disk', stories: ['file-processing'], until: '2022-03', source: lambdaGuide2018, sourceNow: lambdaApi },
];

export function notesOf(story: StoryId): readonly Note[] {
  return notes.filter(({ stories }) => stories.includes(story));
}
