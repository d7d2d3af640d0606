/** What is seen of the people. */
import { faultFolds, type KindView } from './kind-view.ts';

export type Circuit = 'closed' | 'open' | 'half-open';

export interface ClientView {
  kind: 'client';
  /** Uploads, or, where clicks or errors are sent, these. */
  started: number;
  accepted: number;
  refused: number;
  /** People who wait for an answer. */
  waiting: number;
  /** Tries after a first one, and those that nobody answered in time. */
  retried: number;
  timedOut: number;
  circuit: Circuit;
  faults: number;
}

export const clientView: KindView<ClientView> = {
  empty: () => ({
    kind: 'client',
    started: 0,
    accepted: 0,
    refused: 0,
    waiting: 0,
    retried: 0,
    timedOut: 0,
    circuit: 'closed',
    faults: 0,
  }),
  copy: (client) => ({ ...client }),
  folds: {
    ...faultFolds,
    'event.raised': (client) => {
      client.started += 1;
      client.waiting += 1;
    },
    'event.taken': (client) => {
      client.accepted += 1;
      client.waiting -= 1;
    },
    'upload.started': (client) => {
      client.started += 1;
      client.waiting += 1;
    },
    'upload.accepted': (client) => {
      client.accepted += 1;
      client.waiting -= 1;
    },
    'request.given-up': (client) => {
      client.refused += 1;
      client.waiting -= 1;
    },
    'request.retried': (client) => {
      client.retried += 1;
    },
    'request.timed-out': (client) => {
      client.timedOut += 1;
    },
    'circuit.opened': (client) => {
      client.circuit = 'open';
    },
    'circuit.half-opened': (client) => {
      client.circuit = 'half-open';
    },
    'circuit.closed': (client) => {
      client.circuit = 'closed';
    },
  },
};
