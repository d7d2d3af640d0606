/** People cost nothing. */
import type { WorldNode } from '../../models/world.ts';

export interface ClientUsage {
  kind: 'client';
}

export class ClientMeter {
  readonly kind = 'client';

  constructor(_node: WorldNode, _from?: ClientMeter) {}

  tell(): void {}

  usage(): ClientUsage {
    return { kind: 'client' };
  }
}

export function billClient(): void {}
