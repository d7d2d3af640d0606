/** People cost nothing. */

export interface ClientUsage {
  kind: 'client';
}

export class ClientMeter {
  readonly kind = 'client';

  tell(): void {}

  usage(): ClientUsage {
    return { kind: 'client' };
  }
}

export function billClient(): void {}
