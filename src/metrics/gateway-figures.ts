/** What one gateway let in and turned away. */
import type { SimTime } from '../engine/time.ts';
import { NO_WAIT } from './line.ts';
import type { Requests, TrafficReport } from './requests.ts';

export interface GatewayReport {
  /** Counted in requests. */
  traffic: TrafficReport;
  /** Turned away because more came than it takes (HTTP 429). */
  throttled: number;
  /** Ended in an error of what stands behind it (502, 504), or does not let it call (500). */
  serverErrors: number;
}

/** Columns of a gateway's samples: requests that came and that failed, from the start; those without an answer. */
export const gatewayColumns = ['requests', 'refused', 'open'] as const;

export class GatewayFigures {
  readonly kind = 'gateway';

  // All there is to know of a gateway is said by its messages.
  tell(): SimTime {
    return NO_WAIT;
  }

  report(_at: SimTime, requests: Requests, component: number): GatewayReport {
    const traffic = requests.trafficOf(component);
    const { throttled = 0 } = traffic.refusedByReason;
    return { traffic, throttled, serverErrors: traffic.refused - throttled };
  }

  sample(
    columns: Record<(typeof gatewayColumns)[number], Float64Array>,
    row: number,
    _at: SimTime,
    requests: Requests,
    component: number,
  ): void {
    columns.requests[row] = requests.arrivedAt(component);
    columns.refused[row] = requests.refusedAt(component);
    columns.open[row] = requests.openAt(component);
  }
}
