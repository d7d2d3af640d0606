/** The drawn signs of the picture: what components are, and what states look like. Decorative: words stand beside them. */
import type { InstanceState } from './group-summary.ts';

/** Someone who uploads. */
export function PersonGlyph({ size }: { size: number }) {
  return (
    <svg className="glyph" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="13" r="7" />
      <path d="M6,35 C6,26 12,23 20,23 C28,23 34,26 34,35" />
    </svg>
  );
}

/** A bucket, as stores of objects are drawn everywhere. */
export function BucketGlyph({ size }: { size: number }) {
  return (
    <svg className="glyph glyph--store" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <path className="glyph-fill" d="M4,9 L9,33 C11,37 29,37 31,33 L36,9" />
      <ellipse className="glyph-fill" cx="20" cy="9" rx="16" ry="5" />
      <path className="glyph-quiet" d="M7.4,21 C12,25 28,25 32.6,21" />
    </svg>
  );
}

/** A cylinder, as tables and databases are drawn everywhere. */
export function TableGlyph({ size }: { size: number }) {
  return (
    <svg className="glyph glyph--store" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <path className="glyph-fill" d="M5,10 V30 C5,37 35,37 35,30 V10" />
      <ellipse className="glyph-fill" cx="20" cy="10" rx="15" ry="5.5" />
      <path className="glyph-quiet" d="M5,20 C5,27 35,27 35,20" />
    </svg>
  );
}

/** A door that stands open: the way in from outside. */
export function GatewayGlyph({ size }: { size: number }) {
  return (
    <svg className="glyph" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <path d="M4,35 H36 M9,35 V6 H31 V35" />
      <path className="glyph-fill glyph-accent" d="M9,6 L22,10 V35 H9 Z" />
      <path className="glyph-accent" d="M18,21 V24" />
    </svg>
  );
}

/** A hub with its spokes: a copy goes to everybody. */
export function TopicGlyph({ size }: { size: number }) {
  return (
    <svg className="glyph glyph--store" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <path d="M20,20 L34,8 M20,20 L36,20 M20,20 L34,32 M4,20 H20" />
      <circle className="glyph-fill" cx="20" cy="20" r="7" />
      <circle className="glyph-fill" cx="35" cy="7" r="3" />
      <circle className="glyph-fill" cx="36" cy="20" r="3" />
      <circle className="glyph-fill" cx="35" cy="33" r="3" />
    </svg>
  );
}

/** Progress as a ring, from the top and clockwise; `null` is work that waits for an answer: a dotted ring. A number may stand inside. */
export function Ring({ progress, size, inside }: { progress: number | null; size: number; inside?: string }) {
  return (
    <svg className="ring" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle className={progress === null ? 'ring-waits' : 'ring-track'} cx="16" cy="16" r="12.5" pathLength={40} />
      {progress !== null && progress > 0 && (
        <circle
          className="ring-done"
          cx="16"
          cy="16"
          r="12.5"
          pathLength={100}
          strokeDasharray={`${progress * 100} 100`}
          transform="rotate(-90 16 16)"
        />
      )}
      {inside && (
        <text className="ring-inside" x="16" y="16.5" textAnchor="middle" dominantBaseline="central">
          {inside}
        </text>
      )}
    </svg>
  );
}

/** Something that is down. */
export function CrossGlyph({ size }: { size: number }) {
  return (
    <svg className="cross" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M7,7 L25,25 M25,7 L7,25" />
    </svg>
  );
}

/** An instance that has nothing to do and is paid for: an open circle with a coin's bar in it. */
export function IdleGlyph({ size }: { size: number }) {
  return (
    <svg className="ring" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle className="ring-track" cx="16" cy="16" r="12.5" />
      <path className="idle-bars" d="M12.5,11.5 V20.5 M19.5,11.5 V20.5" />
    </svg>
  );
}

/** Rings that spread from something that fell in elsewhere: suffering from a fault that strikes another part. */
export function RippleGlyph({ size }: { size: number }) {
  return (
    <svg className="ripple" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      <circle className="ripple-drop" cx="2.5" cy="11.5" r="1.7" />
      <path d="M2.5,6.8 A4.7,4.7 0 0 1 7.2,11.5 M2.5,2.2 A9.3,9.3 0 0 1 11.8,11.5" />
    </svg>
  );
}

/** The sign of a state as it stands in counts and in the legend. */
export type Sign =
  | 'transit'
  | 'waiting'
  | 'in-flight'
  | 'followed'
  | 'done'
  | 'failed'
  | 'poll'
  | 'retried'
  | Exclude<InstanceState, 'crashed'>;

export function SignGlyph({ sign, size = 10 }: { sign: Sign; size?: number }) {
  return (
    <svg className={`sign sign--${sign}`} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {signs[sign]}
    </svg>
  );
}

const box = <rect x="1" y="1" width="10" height="10" rx="2.5" />;
const token = <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" />;
const dot = <circle cx="6" cy="6" r="4.5" />;

const signs: Record<Sign, React.ReactNode> = {
  transit: dot,
  done: dot,
  waiting: token,
  'in-flight': token,
  followed: (
    <>
      <rect className="sign-token" x="3" y="3" width="6" height="6" rx="1" />
      <rect x="1" y="1" width="10" height="10" rx="2.5" />
    </>
  ),
  failed: <path d="M2,2 L10,10 M10,2 L2,10" />,
  poll: <circle cx="6" cy="6" r="3.5" />,
  starting: box,
  working: (
    <>
      {box}
      <circle className="sign-ring" cx="6" cy="6" r="2.6" />
    </>
  ),
  idle: box,
  warm: box,
  retried: <circle cx="6" cy="6" r="3.6" />,
  draining: box,
};
