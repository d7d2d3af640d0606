/**
 * What a topic is billed for (Amazon SNS): every publish of up to 64 KB, and every delivery, by whom it goes to: queues
 * and functions are free, addresses of instances and load balancers (HTTP) are not.
 */
import { copyData } from '../../engine/copy.ts';
import type { SimTime } from '../../engine/time.ts';
import { FACT, OPERATION } from '../../models/facts.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, type Recent, recent } from '../recent.ts';
import type { AddLine, Passing, Reading } from './meter.ts';

/** What a topic used. */
export interface TopicUsage {
  kind: 'topic';
  publishes: number;
  deliveries: number;
  deliveriesOverHttp: number;
}

/** Plain data. */
interface TopicState {
  publishes: Recent;
  deliveries: Recent;
  deliveriesOverHttp: Recent;
}

const PUBLISHED = FACT['event.published'];

export class TopicMeter {
  readonly kind = 'topic';
  readonly #state: TopicState;

  constructor(_node: WorldNode, from?: TopicMeter) {
    this.#state = from ? copyData(from.#state) : topicState();
  }

  tell(at: SimTime, kind: number): void {
    if (kind === PUBLISHED) countOne(this.#state.publishes, at);
  }

  heard(at: SimTime, { operation, reason, other }: Passing): void {
    if (operation !== OPERATION.deliver || reason !== 0) return;
    const isHttp = other === 'instance-group' || other === 'load-balancer' || other === 'gateway';
    countOne(isHttp ? this.#state.deliveriesOverHttp : this.#state.deliveries, at);
  }

  usage({ count }: Reading): TopicUsage {
    const { publishes, deliveries, deliveriesOverHttp } = this.#state;
    return {
      kind: 'topic',
      publishes: count(publishes),
      deliveries: count(deliveries),
      deliveriesOverHttp: count(deliveriesOverHttp),
    };
  }
}

export function billTopic(usage: TopicUsage, add: AddLine): void {
  add('publishes', 'sns.publish', 'working', usage.publishes);
  add('deliveries', 'sns.to-sqs-lambda', 'working', usage.deliveries);
  add('http-deliveries', 'sns.to-http', 'working', usage.deliveriesOverHttp);
}

function topicState(): TopicState {
  return { publishes: recent(), deliveries: recent(), deliveriesOverHttp: recent() };
}
