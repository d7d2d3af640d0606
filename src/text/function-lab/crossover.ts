/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionCrossoverWords = {
  'stage.function-crossover': 'Functions or instances',
  'stage.function-crossover.title': 'The same work on functions and on instances',
  'stage.function-crossover.line': 'Which costs less depends on the traffic',
  'stage.function-crossover-instances': 'On instances',
  'stage.function-crossover-instances.title': 'The same work on instances behind a load balancer',
  'stage.function-crossover-instances.line': 'Paid for by the hour, whether anybody calls or not',
  'node.balancer': { neutral: 'Load balancer', aws: 'Application Load Balancer' },
  'node.balancer.what': 'Hands each call to the machine that has least to do.',
  'node.servers': { neutral: 'Machines', aws: 'EC2 instances' },
  'node.servers.what': 'Two machines at least, one in each zone, and more as they fill.',
  'story.function-crossover.what': 'What this bench is for.',
  'omitted.function-crossover': 'What this bench leaves out.',
} as const satisfies Words;
