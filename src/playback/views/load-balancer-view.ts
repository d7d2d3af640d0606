/** What is seen of a load balancer: its targets and their health. */
import type { SimTime } from '../../engine/time.ts';
import type { TraceColumns } from '../../engine/trace.ts';
import { faultFolds, type KindView } from './kind-view.ts';

/** `initial` has not passed enough health checks yet; `draining` gets nothing new and finishes what it has. */
export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining';

export interface TargetView {
  /** Number of the link to its group, and of the instance there. */
  link: number;
  instance: number;
  zone: number;
  state: TargetState;
  since: SimTime;
  /** Requests that were passed on to it. */
  routed: number;
}

export interface LoadBalancerView {
  kind: 'load-balancer';
  /** In the order of their links and instances. */
  targets: TargetView[];
  isFailingOpen: boolean;
  routed: number;
  refused: number;
  faults: number;
}

export const loadBalancerView: KindView<LoadBalancerView> = {
  empty: () => ({ kind: 'load-balancer', targets: [], isFailingOpen: false, routed: 0, refused: 0, faults: 0 }),
  copy: (balancer) => ({ ...balancer, targets: balancer.targets.map((target) => ({ ...target })) }),
  folds: {
    ...faultFolds,
    'request.routed': (balancer, columns, row) => {
      balancer.routed += 1;
      const target = find(balancer, columns.b[row] as number, columns.a[row] as number);
      if (target) target.routed += 1;
    },
    'request.refused': (balancer) => {
      balancer.refused += 1;
    },
    'target.registered': (balancer, columns, row) => {
      if (enter(balancer, columns, row, 'initial')) return;
      const { targets } = balancer;
      const target: TargetView = {
        link: columns.a[row] as number,
        instance: columns.subject[row] as number,
        zone: columns.b[row] as number,
        state: 'initial',
        since: columns.at[row] as number,
        routed: 0,
      };
      targets.push(target);
      targets.sort((a, b) => a.link - b.link || a.instance - b.instance);
    },
    'target.healthy': (balancer, columns, row) => {
      enter(balancer, columns, row, 'healthy');
    },
    'target.unhealthy': (balancer, columns, row) => {
      enter(balancer, columns, row, 'unhealthy');
    },
    'target.deregistered': (balancer, columns, row) => {
      enter(balancer, columns, row, 'draining');
    },
    'target.drained': (balancer, columns, row) => {
      const target = find(balancer, columns.a[row] as number, columns.subject[row] as number);
      if (target) balancer.targets.splice(balancer.targets.indexOf(target), 1);
    },
    'fail-open.began': (balancer) => {
      balancer.isFailingOpen = true;
    },
    'fail-open.ended': (balancer) => {
      balancer.isFailingOpen = false;
    },
  },
};

/** Whether the target of a fact is there; then it is in this state from now on. */
function enter(balancer: LoadBalancerView, columns: TraceColumns, row: number, state: TargetState): boolean {
  const target = find(balancer, columns.a[row] as number, columns.subject[row] as number);
  if (!target) return false;
  target.state = state;
  target.since = columns.at[row] as number;
  return true;
}

function find({ targets }: LoadBalancerView, link: number, instance: number): TargetView | undefined {
  return targets.find((each) => each.link === link && each.instance === instance);
}
