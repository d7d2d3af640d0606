/** The river: its bed and what stands along it as a drawing, what floats on it on a canvas over that, names as buttons. */
import { type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { watchTheme } from '../../../canvas/message-layer/style-from-tokens.ts';
import { usePicture } from '../../../canvas/use-picture.ts';
import { nameOf } from '../../../panels/names.ts';
import { useSize } from '../../../panels/time/use-size.ts';
import { useRun } from '../../../stores/session-context.tsx';
import { formatCount } from '../../../ui/format.ts';
import { FINGER, LESS_MOTION } from '../../../ui/media.ts';
import { useMedia } from '../../../ui/use-media.ts';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { Bus } from '../bus.ts';
import { type BusPasses, countedUntil } from '../bus-passes.ts';
import { type Choice, choiceOf } from './choice.ts';
import { drawFlow, type FlowStyle, flowStyle, nearestDot, type PlacedDot, placedDots } from './draw-flow.ts';
import { flowAt } from './flow.ts';
import { postsOf } from './listeners.ts';
import styles from './RiverPicture.module.css';
import { type RiverLayout, riverLayout, tributary } from './river-layout.ts';

export interface RiverPictureProps {
  bus: Bus;
  passes: BusPasses;
  chosen: Choice | null;
  onChoose: (choice: Choice) => void;
}

/** How near to a dot a click has to be, and a tap, in px. Our choice. */
const REACH = 14;
const REACH_OF_A_FINGER = 26;

export function RiverPicture({ bus, passes, chosen, onChoose }: RiverPictureProps) {
  const say = useText();
  const [ref, size] = useSize();
  const frame = usePicture();
  const t = frame?.t ?? 0;
  const rules = bus.rulesAt(t);
  const posts = useMemo(() => postsOf(rules), [rules]);
  const producers = useMemo(() => producersOf(bus), [bus]);
  const layout = size ? riverLayout(size.width, size.rem, producers, posts) : null;
  const { eventsPerDot } = flowAt(passes, { posts, t, speed: frame?.speed ?? 1, isStepped: false });
  const counts = countedUntil(passes, t);
  return (
    <figure className={lab.part}>
      <div ref={ref} className={styles.picture} style={layout ? { height: layout.height } : undefined}>
        {layout && (
          <>
            <Bed layout={layout} standing={rules.map(({ name }) => name)} />
            <Floating
              layout={layout}
              bus={bus}
              passes={passes}
              posts={posts}
              chosen={chosen?.kind === 'event' ? chosen.number : null}
              onChoose={onChoose}
            />
            {layout.producers.map(({ id, label }) => (
              <Producer
                key={id}
                id={id}
                isUpright={layout.isUpright}
                x={label.x}
                y={label.y}
                n={counts.byPublisher.get(bus.indexOf(id)) ?? 0}
                perDot={eventsPerDot.get(bus.indexOf(id)) ?? 1}
              />
            ))}
            {layout.posts.map(({ name, label }) => (
              <Post
                key={name}
                name={name}
                isUpright={layout.isUpright}
                x={label.x}
                y={label.y}
                n={counts.byRule.get(name) ?? 0}
                stands={rules.some((rule) => rule.name === name)}
                isChosen={chosen?.kind === 'rule' && chosen.name === name}
                onChoose={onChoose}
              />
            ))}
            <p className={styles.end} style={endStyle(layout)}>
              <span className={`number ${styles.count}`}>{formatCount(counts.unmatched)}</span>
              <span>{say('lab.bus-river.faded', { n: counts.unmatched })}</span>
            </p>
          </>
        )}
      </div>
      <figcaption className={lab.legend}>
        <span>
          <span className={styles.round} aria-hidden="true" /> {say('lab.bus-river.legend.event')}
        </span>
        <span>
          <span className={styles.square} aria-hidden="true" /> {say('lab.bus-river.legend.copy')}
        </span>
        <span>
          <span className={styles.ring} aria-hidden="true" /> {say('lab.bus-river.legend.fades')}
        </span>
        <span>{say('lab.bus-river.legend.dot')}</span>
      </figcaption>
    </figure>
  );
}

/** Whoever has a way to the bus, in the order of the bench. */
function producersOf({ scenario, nodes }: Bus): readonly string[] {
  const clients = nodes.filter(({ kind }) => kind === 'client').map(({ id }) => id);
  // Processing is the one listener that tells something too.
  return scenario.stage === 'bus-river' ? [...clients, 'process'] : clients;
}

function endStyle({ end, isUpright, breadth }: RiverLayout) {
  return isUpright
    ? { left: end.x - breadth * 1.6, top: end.y + 4, width: breadth * 3.2 }
    : { left: end.x + 10, top: end.y - breadth / 2 - 2 };
}

function Bed({ layout, standing }: { layout: RiverLayout; standing: readonly string[] }) {
  const { width, height, mouth, end, breadth, producers, posts, isUpright } = layout;
  const bed = isUpright
    ? { x: mouth.x - breadth / 2, y: mouth.y - 6, width: breadth, height: end.y - mouth.y + 6 }
    : { x: mouth.x - 6, y: mouth.y - breadth / 2, width: end.x - mouth.x + 6, height: breadth };
  return (
    <svg className={styles.bed} width={width} height={height} aria-hidden="true">
      {producers.map((producer) => (
        <path key={producer.id} className={styles.tributary} d={tributary(layout, producer)} />
      ))}
      <rect className={styles.water} {...bed} rx={breadth / 4} />
      {posts.map(({ name, foot, head }) => {
        const stands = standing.includes(name);
        return (
          <g key={name} className={stands ? styles.post : styles.noPost}>
            <path d={`M${foot.x},${foot.y} L${head.x},${head.y}`} />
            <circle cx={foot.x} cy={foot.y} r={stands ? 5 : 4} />
          </g>
        );
      })}
    </svg>
  );
}

interface FloatingProps {
  layout: RiverLayout;
  bus: Bus;
  passes: BusPasses;
  posts: readonly string[];
  chosen: number | null;
  onChoose: (choice: Choice) => void;
}

/** What floats, drawn for every frame of the page; React renders it once. */
function Floating({ layout, bus, passes, posts, chosen, onChoose }: FloatingProps) {
  const { frames } = useRun();
  const canvas = useRef<HTMLCanvasElement>(null);
  const placed = useRef<readonly PlacedDot[]>([]);
  const isStepped = useMedia(LESS_MOTION);
  const isCoarse = useMedia(FINGER);
  const live = useRef({ layout, bus, passes, posts, chosen, isStepped });
  useLayoutEffect(() => {
    live.current = { layout, bus, passes, posts, chosen, isStepped };
  });

  const { width, height } = layout;
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen) return undefined;
    let style: FlowStyle = flowStyle(element);
    const draw = (): void => {
      const now = live.current;
      const frame = frames.latest();
      // Drawn anew where the page is zoomed or goes to another screen.
      const sharpness = devicePixelRatio;
      const pixels = Math.ceil(width * sharpness);
      if (element.width !== pixels) {
        element.width = pixels;
        element.height = Math.ceil(height * sharpness);
      }
      pen.setTransform(sharpness, 0, 0, sharpness, 0, 0);
      pen.clearRect(0, 0, width, height);
      if (!frame) return;
      now.passes.update();
      const flow = flowAt(now.passes, { posts: now.posts, t: frame.t, speed: frame.speed, isStepped: now.isStepped });
      placed.current = placedDots(flow, now.layout, (component) => now.bus.nodes[component]?.id ?? '');
      drawFlow(pen, placed.current, style, now.chosen);
    };
    let next = requestAnimationFrame(function tick() {
      draw();
      next = requestAnimationFrame(tick);
    });
    const unwatch = watchTheme(() => {
      style = flowStyle(element);
    });
    return () => {
      cancelAnimationFrame(next);
      unwatch();
    };
  }, [frames, width, height]);

  const pick = ({ clientX, clientY, currentTarget }: MouseEvent<HTMLCanvasElement>): void => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const hit = nearestDot(placed.current, clientX - left, clientY - top, isCoarse ? REACH_OF_A_FINGER : REACH);
    if (hit) onChoose(choiceOf(hit.dot.pass));
  };

  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas does not take the focus; buttons below go from event to event
    <canvas ref={canvas} className={styles.floating} style={{ width, height }} aria-hidden="true" onClick={pick} />
  );
}

interface NamedProps {
  isUpright: boolean;
  x: number;
  y: number;
  n: number;
}

function Producer({ id, isUpright, x, y, n, perDot }: NamedProps & { id: string; perDot: number }) {
  const say = useText();
  const vocabulary = useVocabulary();
  return (
    <p className={isUpright ? `${styles.producer} ${styles.upright}` : styles.producer} style={{ left: x, top: y }}>
      <span className={styles.name}>{nameOf(vocabulary, id)}</span> <span className="number">{formatCount(n)}</span>
      {perDot > 1 && <span className={styles.perDot}>{say('lab.bus-river.perDot', { n: perDot })}</span>}
    </p>
  );
}

interface PostProps extends NamedProps {
  name: string;
  stands: boolean;
  isChosen: boolean;
  onChoose: (choice: Choice) => void;
}

function Post({ name, isUpright, x, y, n, stands, isChosen, onChoose }: PostProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const classes = [styles.rule, isUpright ? styles.uprightRule : styles.lyingRule, !stands && styles.absent];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      style={{ left: x, top: y }}
      aria-pressed={isChosen}
      onClick={() => onChoose({ kind: 'rule', name })}
    >
      <span className={styles.name}>{nameOf(vocabulary, name)}</span>{' '}
      {stands || n > 0 ? (
        <span className="number">{formatCount(n)}</span>
      ) : (
        <span className={styles.quiet}>{say('lab.bus-river.noRule')}</span>
      )}
    </button>
  );
}
