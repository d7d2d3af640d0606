/**
 * How instance groups and load balancers tell each other of instances: by wakes (`ctx.tell`), not by messages, as the
 * services of one provider do. `a` is the number of the component that tells, `b` an instance and its zone.
 */

/** To the load balancer: from now on requests may go to this instance, once it passes a health check. */
export const REGISTERED = 1000;
/** To the load balancer: no new requests to this instance. It answers with `DRAINED` when nothing is open any more. */
export const DEREGISTERED = 1001;
/** To the group: no request of the load balancer is open at this instance, or those left were cut off. */
export const DRAINED = 1002;
/** To the group: this instance has failed as many health checks in a row as make it unhealthy. */
export const FOUND_UNHEALTHY = 1003;
/** To the group: this instance is healthy (again). */
export const FOUND_HEALTHY = 1004;

/** A region has at most this many zones here. Our choice: two or three are usual. */
const MOST_ZONES = 4;

/** An instance (its number, which is never used again) and its zone (from 0) as one number. */
export function placed(instance: number, zone: number): number {
  return instance * MOST_ZONES + zone;
}

export function instanceIn(b: number): number {
  return Math.floor(b / MOST_ZONES);
}

export function zoneIn(b: number): number {
  return b % MOST_ZONES;
}
