/**
 * What a gateway is billed for (Amazon API Gateway): every request that it does not turn away for coming too fast; those
 * it throttles are free. Each is one unit: what is larger than a few megabytes goes to the bucket by another way.
 */
import { copyData } from '../../engine/copy.ts';
import type { SimTime } from '../../engine/time.ts';
import { REASON } from '../../models/reasons.ts';
import type { WorldNode } from '../../models/world.ts';
import { countOne, type Recent, recent } from '../recent.ts';
import type { AddLine, Passing, Reading } from './meter.ts';

/** What a gateway used. */
export interface GatewayUsage {
  kind: 'gateway';
  isRest: boolean;
  requests: number;
}

export class GatewayMeter {
  readonly kind = 'gateway';
  readonly #isRest: boolean;
  readonly #requests: Recent;

  constructor({ params }: WorldNode, from?: GatewayMeter) {
    this.#isRest = params['type'] === 'rest';
    this.#requests = from ? copyData(from.#requests) : recent();
  }

  tell(): void {}

  answered(at: SimTime, { reason }: Passing): void {
    if (reason !== REASON.throttled) countOne(this.#requests, at);
  }

  usage({ count }: Reading): GatewayUsage {
    return { kind: 'gateway', isRest: this.#isRest, requests: count(this.#requests) };
  }
}

export function billGateway(usage: GatewayUsage, add: AddLine): void {
  add('requests', usage.isRest ? 'apigw.rest' : 'apigw.http', 'working', usage.requests);
}
