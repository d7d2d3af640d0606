/** The sign of each fault: a shape of its own. Decorative: its name stands beside it. */
import {
  AlarmClockOff,
  BedSingle,
  Copy,
  Dices,
  Droplets,
  EyeOff,
  FunnelX,
  Gauge,
  Layers2,
  type LucideIcon,
  MapPinOff,
  PackageX,
  PenOff,
  ServerCrash,
  ServerOff,
  ShieldX,
  Skull,
  Snowflake,
  Timer,
  Tornado,
  TrendingUp,
  Turtle,
  Unlink,
  Users,
  UserX,
} from 'lucide-react';
import type { Fault } from '../../models/facts.ts';

const glyphs: Readonly<Record<Fault, LucideIcon>> = {
  crash: ServerCrash,
  'instance-loss': ServerOff,
  'zone-loss': MapPinOff,
  'memory-leak': Droplets,
  'slow-down': Turtle,
  'error-share': Dices,
  'bad-deployment': PackageX,
  'stuck-at-zero': BedSingle,
  'added-latency': Timer,
  'cut-link': Unlink,
  'traffic-surge': TrendingUp,
  'thundering-herd': Users,
  'retry-storm': Tornado,
  'poison-messages': Skull,
  'duplicate-delivery': Copy,
  'short-visibility': EyeOff,
  'write-refusal': PenOff,
  throttling: Gauge,
  'concurrency-limit': Layers2,
  'cold-starts': Snowflake,
  'role-missing': UserX,
  'policy-missing': ShieldX,
  'rule-mismatch': FunnelX,
  'silent-schedule': AlarmClockOff,
};

export function FaultGlyph({ fault, size }: { fault: Fault; size: number }) {
  const Glyph = glyphs[fault];
  return <Glyph className="fault-glyph" size={size} strokeWidth={2.2} aria-hidden="true" />;
}
