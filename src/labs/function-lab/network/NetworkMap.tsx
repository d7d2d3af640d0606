/** A map of the private network and of what lies outside, with what passes at the moment of the clock. */
import { useSize } from '../../../panels/time/use-size.ts';
import { useText } from '../../../ui/use-text.ts';
import { type Box, type MapLayout, narrowMap, WIDE_FROM, wideMap } from './map-layout.ts';
import styles from './NetworkMap.module.css';
import type { CallCount, EnvironmentNow, NetworkCalls } from './network-figures.ts';

/** Environments, or interfaces, that are drawn; the number stands beside them. Our choice: one row of them. */
const MOST_DRAWN = 9;

export type Vpc = 'no' | 'with-way-out' | 'without-way-out';

export interface NetworkMapProps {
  vpc: Vpc;
  isShared: boolean;
  calls: NetworkCalls;
  environments: readonly EnvironmentNow[];
  names: { handler: string; database: string; records: string };
}

export function NetworkMap({ vpc, isShared, calls, environments, names }: NetworkMapProps) {
  const say = useText();
  const [ref, size] = useSize();
  const isWide = (size?.width ?? WIDE_FROM) >= WIDE_FROM;
  const map = isWide ? wideMap : narrowMap;
  const isInside = vpc !== 'no';
  const hasWayOut = vpc === 'with-way-out';
  const own = isInside ? map.functionInside : map.functionOutside;
  const attaching = environments.filter(({ state }) => state === 'attaching').length;
  const interfaces = isShared ? say('lab.network.shared') : say('lab.network.interfaces', { n: environments.length });
  return (
    <div ref={ref} className={styles.map}>
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        style={{ maxWidth: `${map.width * 1.2}px` }}
        role="img"
        aria-label={`${say('lab.network.map')}. ${say('lab.network.spoken', {
          where: say(`lab.network.spoken.${vpc}`),
          inside: names.database,
          insideThrough: calls.inside.through,
          insideStuck: calls.inside.stuck,
          outside: names.records,
          outsideThrough: calls.outside.through,
          outsideStuck: calls.outside.stuck,
          interfaces: isInside ? interfaces : say('lab.network.noInterface'),
        })}`}
      >
        <Zone box={map.outside} name={say('lab.network.outside')} className={styles.outside} />
        <Zone box={map.network} name={say('lab.network.private')} className={styles.network} />
        <Zone box={map.subnet} name={say('lab.network.subnet')} className={styles.subnet} />
        <Zone box={map.publicSubnet} name={say('lab.network.publicSubnet')} className={styles.subnet} />
        <Roads map={map} isWide={isWide} vpc={vpc} calls={calls} />
        {isInside && (
          <Part box={map.interfaces} className={styles.interface}>
            <Squares box={map.interfaces} environments={isShared ? null : environments} />
            <Words
              box={map.interfaces}
              line={3}
              text={isShared ? say('lab.network.interfaces', { n: 1 }) : interfaces}
            />
            <Words
              box={map.interfaces}
              line={4}
              text={isShared ? say('lab.network.when.shared.short') : say('lab.network.attaching', { n: attaching })}
            />
          </Part>
        )}
        {hasWayOut && (
          <g>
            <rect {...map.gate} rx={3} className={styles.gate} />
            <text {...map.gateName} className={styles.words}>
              {say('lab.network.gate')}
            </text>
          </g>
        )}
        <Part box={map.gateway} className={hasWayOut ? styles.gateway : styles.missing}>
          <Words
            box={map.gateway}
            line={1.6}
            text={hasWayOut ? say('lab.network.gateway') : say('lab.network.noGateway')}
          />
        </Part>
        <Part box={map.database}>
          <Words box={map.database} line={1} text={names.database} strong />
          <Counts box={map.database} count={calls.inside} />
        </Part>
        <Part box={map.records}>
          <Words box={map.records} line={1} text={names.records} strong />
          <Counts box={map.records} count={calls.outside} />
        </Part>
        <Part box={own} className={styles.function}>
          <Words box={own} line={1} text={names.handler} strong />
          {environments.slice(-MOST_DRAWN).map(({ environment, state }, n) => (
            <g key={environment} transform={`translate(${own.x + 18 + (n % 9) * 13} ${own.y + 40})`}>
              <circle r={state === 'busy' ? 5 : 4.5} className={styles[state]} />
            </g>
          ))}
          <Words box={own} line={4} text={say('lab.network.environments', { n: environments.length })} />
        </Part>
      </svg>
    </div>
  );
}

/** Distance between lines of words, and of the first from the top of its box, in px. */
const LINE = 17;

function Zone({ box, name, className }: { box: Box; name: string; className: string | undefined }) {
  return (
    <g>
      <rect {...box} rx={10} className={className} />
      <text x={box.x + 12} y={box.y + 19} className={styles.zone}>
        {name}
      </text>
    </g>
  );
}

function Part({ box, className, children }: { box: Box; className?: string | undefined; children: React.ReactNode }) {
  return (
    <g>
      <rect {...box} rx={6} className={`${styles.part} ${className ?? ''}`} />
      {children}
    </g>
  );
}

function Words({ box, line, text, strong = false }: { box: Box; line: number; text: string; strong?: boolean }) {
  return (
    <text x={box.x + 10} y={box.y + 3 + line * LINE} className={strong ? styles.strong : styles.words}>
      {text}
    </text>
  );
}

/** How many calls got there, and how many did not: with a sign each, not by colour alone. */
function Counts({ box, count: { through, stuck, waiting } }: { box: Box; count: CallCount }) {
  const say = useText();
  return (
    <>
      <text x={box.x + 10} y={box.y + 3 + 2 * LINE} className={through > 0 ? styles.through : styles.words}>
        ✓ {say('lab.network.through', { n: through })}
      </text>
      <text x={box.x + 10} y={box.y + 3 + 3 * LINE} className={stuck + waiting > 0 ? styles.stuck : styles.words}>
        × {say('lab.network.stuck', { n: stuck })}
        {waiting > 0 ? `, ${say('lab.network.waitingNow', { n: waiting })}` : ''}
      </text>
    </>
  );
}

/** The network's side of interfaces: one for all, or one for each environment, dashed while it is attached. */
function Squares({ box, environments }: { box: Box; environments: readonly EnvironmentNow[] | null }) {
  if (environments === null) {
    return <rect x={box.x + 34} y={box.y + 12} width={44} height={18} rx={3} className={styles.attached} />;
  }
  return environments
    .slice(-MOST_DRAWN)
    .map(({ environment, state }, n) => (
      <rect
        key={environment}
        x={box.x + 10 + (n % 5) * 19}
        y={box.y + 8 + Math.floor(n / 5) * 17}
        width={14}
        height={12}
        rx={2}
        className={state === 'attaching' ? styles.coming : styles.attached}
      />
    ));
}

/** The ways that calls take, and where they end. */
function Roads({
  map,
  isWide,
  vpc,
  calls,
}: Pick<NetworkMapProps, 'vpc' | 'calls'> & { map: MapLayout; isWide: boolean }) {
  const { functionInside, functionOutside, interfaces, gateway, database, records, network } = map;
  const right = ({ x, y, width, height }: Box): string => `${x + width} ${y + height / 2}`;
  const left = ({ x, y, height }: Box): string => `${x} ${y + height / 2}`;
  const top = ({ x, y, width }: Box): string => `${x + width / 2} ${y}`;
  const bottom = ({ x, y, width, height }: Box): string => `${x + width / 2} ${y + height}`;
  const open = styles.road;
  if (vpc === 'no') {
    const wall = isWide
      ? ([network.x + network.width, functionOutside.y + functionOutside.height / 2] as const)
      : ([functionOutside.x + functionOutside.width / 2, network.y] as const);
    return (
      <g>
        <path d={`M${top(functionOutside)} L${bottom(records)}`} className={open} />
        <path
          d={`M${isWide ? left(functionOutside) : bottom(functionOutside)} L${wall[0]} ${wall[1]}`}
          className={styles.barred}
        />
        <Cross x={wall[0]} y={wall[1]} isSeen={calls.inside.stuck + calls.inside.waiting > 0} />
      </g>
    );
  }
  const out = isWide
    ? `M${right(interfaces)} L${left(gateway)} M${right(gateway)} L${left(records)}`
    : `M${top(interfaces)} L${bottom(gateway)} M${top(gateway)} L${gateway.x + gateway.width / 2} ${records.y + records.height / 2} L${right(records)}`;
  const dead = isWide ? `M${right(interfaces)} L${left(gateway)}` : `M${top(interfaces)} L${bottom(gateway)}`;
  const end = isWide
    ? ([gateway.x - 10, gateway.y + gateway.height / 2] as const)
    : ([gateway.x + gateway.width / 2, gateway.y + gateway.height + 12] as const);
  return (
    <g>
      <path d={`M${right(functionInside)} L${left(interfaces)}`} className={open} />
      <path d={`M${bottom(interfaces)} L${interfaces.x + interfaces.width / 2} ${database.y}`} className={open} />
      {vpc === 'with-way-out' ? (
        <path d={out} className={open} />
      ) : (
        <>
          <path d={dead} className={styles.barred} />
          <Cross x={end[0]} y={end[1]} isSeen={calls.outside.stuck + calls.outside.waiting > 0} />
        </>
      )}
    </g>
  );
}

/** Where a call ends that finds no way. */
function Cross({ x, y, isSeen }: { x: number; y: number; isSeen: boolean }) {
  return (
    <path
      d={`M${x - 6} ${y - 6} l12 12 m0 -12 l-12 12`}
      className={`${styles.cross} ${isSeen ? '' : styles.quietCross}`}
    />
  );
}
