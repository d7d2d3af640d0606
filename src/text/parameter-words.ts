/** Name and one line of help of every parameter, under `parameter.<kind>.<name>` and `….help`. A file for each kind. */
import { bucketParameterWords } from './parameters/bucket.ts';
import { clientParameterWords } from './parameters/client.ts';
import { eventBusParameterWords } from './parameters/event-bus.ts';
import { functionParameterWords } from './parameters/function.ts';
import { gatewayParameterWords } from './parameters/gateway.ts';
import { instanceGroupParameterWords } from './parameters/instance-group.ts';
import { loadBalancerParameterWords } from './parameters/load-balancer.ts';
import { queueParameterWords } from './parameters/queue.ts';
import { streamParameterWords } from './parameters/stream.ts';
import { tableParameterWords } from './parameters/table.ts';
import { topicParameterWords } from './parameters/topic.ts';

export const parameterWords = {
  ...clientParameterWords,
  ...instanceGroupParameterWords,
  ...loadBalancerParameterWords,
  ...gatewayParameterWords,
  ...queueParameterWords,
  ...bucketParameterWords,
  ...tableParameterWords,
  ...topicParameterWords,
  ...eventBusParameterWords,
  ...streamParameterWords,
  ...functionParameterWords,
} as const;
