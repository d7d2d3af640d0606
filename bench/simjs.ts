/** The same networks in SIM.JS 2.0.3, written as its documentation does: an entity that visits facilities. */
import type { Network } from './queueing-networks.ts';

interface Request {
  done(callback: () => void): Request;
  done<A extends unknown[]>(callback: (...args: A) => void, context: object, args: A): Request;
}

interface Simulator {
  addEntity(entity: new (...args: never[]) => object): void;
  simulate(until: number): boolean;
}

declare class SimJsEntity {
  time(): number;
  setTimer(duration: number): Request;
  useFacility(facility: object, duration: number): Request;
}

/** What we use of SIM.JS, which comes without types. */
export interface SimJs {
  Sim: new () => Simulator;
  Entity: typeof SimJsEntity;
  Facility: { new (name: string, discipline: number, servers: number): object; FCFS: number };
  Random: new (seed: number) => { exponential(rate: number): number };
  DataSeries: new () => { record(value: number): void; count(): number; average(): number };
}

/** The package is a bundle for browsers, which puts what it has on `window`. */
export async function loadSimJs(): Promise<SimJs> {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
  const window: { Sim?: SimJs } = {};
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
  // @ts-expect-error -- it comes without types
  await import('simjs');
  if (before) Object.defineProperty(globalThis, 'window', before);
  else Reflect.deleteProperty(globalThis, 'window');
  if (!window.Sim) throw new Error('simjs has not put anything on window');
  return window.Sim;
}

/** Runs a network. An event is one that its calendar hands out: a timer, or the end of a service. */
export function runInSimJs(
  { Sim, Entity, Facility, Random, DataSeries }: SimJs,
  network: Network,
  seconds: number,
  seed: number,
) {
  const random = new Random(seed);
  const times = new DataSeries();
  let events = 0;
  const facilities = Array.from(
    { length: network.stations },
    (_, place) => new Facility(`station ${place}`, Facility.FCFS, network.serversPerStation),
  );

  class Source extends Entity {
    start(): void {
      this.setTimer(random.exponential(network.arrivalsPerSecond)).done(this.arrive);
    }

    arrive(): void {
      events += 1;
      this.visit(0, this.time());
      this.setTimer(random.exponential(network.arrivalsPerSecond)).done(this.arrive);
    }

    visit(place: number, since: number): void {
      // biome-ignore lint/correctness/useHookAtTopLevel: a facility is used, and no hook of React
      this.useFacility(facilities[place] as object, random.exponential(1)).done(this.leave, this, [place, since]);
    }

    leave(place: number, since: number): void {
      events += 1;
      if (place + 1 < network.stations) this.visit(place + 1, since);
      else times.record(this.time() - since);
    }
  }

  const simulator = new Sim();
  simulator.addEntity(Source);
  simulator.simulate(seconds);
  return { events, served: times.count(), meanSeconds: times.average() };
}
