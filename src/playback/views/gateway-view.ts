/** What is seen of a gateway. */
import { REASON } from '../../models/reasons.ts';
import { faultFolds, type KindView } from './kind-view.ts';

export interface GatewayView {
  kind: 'gateway';
  /** Requests let in and passed on, turned away because they came too fast, and ended in an error. */
  passed: number;
  throttled: number;
  failed: number;
  faults: number;
}

export const gatewayView: KindView<GatewayView> = {
  empty: () => ({ kind: 'gateway', passed: 0, throttled: 0, failed: 0, faults: 0 }),
  copy: (gateway) => ({ ...gateway }),
  folds: {
    ...faultFolds,
    'request.routed': (gateway) => {
      gateway.passed += 1;
    },
    'request.refused': (gateway, columns, row) => {
      if (columns.c[row] === REASON.throttled) gateway.throttled += 1;
      else gateway.failed += 1;
    },
  },
};
