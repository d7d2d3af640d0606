/** A link: a quiet line with the word for what travels along it. Where messages are too many it shows their flow. */
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { toSeconds } from '../../engine/time.ts';
import { useRunState, useSessionState } from '../../stores/session-context.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { troubleOfLink } from '../faults-now.ts';
import { type LinkPath, middleOf, spanOf, svgPath } from '../geometry.ts';
import { isLinkLit } from '../highlight.ts';
import type { Density } from '../layout.ts';
import { FaultGlyph } from '../nodes/FaultGlyph.tsx';
import { leadsTo, paramsNow } from '../params-now.ts';
import type { LinkFlowEdge } from '../to-flow.ts';
import { usePicture } from '../use-picture.ts';
import { flowOf, flowWidth, isWorthSaying } from './flow.ts';

export const LinkEdge = memo(function LinkEdge({ data, source, target }: EdgeProps<LinkFlowEdge>) {
  const say = useText();
  const isLit = useSessionState(({ highlight }) => isLinkLit(highlight, source, target));
  if (!data) return null;
  const { index, path, travels, density, bus, label } = data;
  return (
    <>
      {bus === null ? (
        <path className={isLit ? 'link is-lit' : 'link'} d={svgPath(path.curve)} />
      ) : (
        <RuledLink d={svgPath(path.curve)} index={index} bus={bus} to={target} isLit={isLit} />
      )}
      <Flow data={data} />
      <Trouble data={data} />
      {density === 'full' && label && (
        <text className="link-label" x={label.x} y={label.y} textAnchor={label.anchor}>
          {say(`canvas.link.${travels}`)}
        </text>
      )}
    </>
  );
});

/** How long a link stays lit that a new rule has just led to, in seconds on the wall. Our choice: long enough to be noticed. */
const JOINED_WALL_SECONDS = 1.5;

/** From a bus: a pale dashed line while no rule leads there. It lights up when one is added. */
function RuledLink(props: { d: string; index: number; bus: number; to: string; isLit: boolean }) {
  const { d, index, bus, to, isLit } = props;
  const scenario = useRunState((run) => run.scenario);
  const frame = usePicture();
  const t = toSeconds(frame?.t ?? 0);
  const before = t - JOINED_WALL_SECONDS * (frame?.speed ?? 1);
  const isUsed = leadsTo(paramsNow(scenario, bus, t), to);
  const isNew = isUsed && !leadsTo(paramsNow(scenario, bus, before), to);
  return (
    <>
      <path
        className={`link${isLit ? ' is-lit' : ''}${isUsed ? '' : ' link--unused'}${isNew ? ' link--joined' : ''}`}
        d={d}
      />
      {!isUsed && <path className="link-reach" d={d} data-link={index} />}
    </>
  );
}

/** What a fault does to the link: it is broken in the middle, or each message takes so much longer. */
function Trouble({ data }: { data: NonNullable<LinkFlowEdge['data']> }) {
  const say = useText();
  const scenario = useRunState((run) => run.scenario);
  const t = usePicture()?.t ?? 0;
  const trouble = troubleOfLink(scenario, data.index, t);
  if (!trouble) return null;
  const d = svgPath(data.path.curve);
  const { x, y } = middleOf(data.path.curve);
  const { isCut, addedSeconds } = trouble;
  const size = signSizes[data.density];
  const words = isCut
    ? say('fault.cut-link.short')
    : say('canvas.link.slower', { seconds: formatNumber(addedSeconds) });
  // Nodes lie over links, so a short link has room for the sign alone.
  const whole = size * 2.5 + words.length * size * 0.58;
  const hasWords = spanOf(data.path.curve) > whole;
  const width = hasWords ? whole : size * 2;
  return (
    <g className={isCut ? 'link-trouble link-trouble--cut' : 'link-trouble link-trouble--slow'}>
      {isCut ? (
        <>
          <path className="link-gone" d={d} />
          <path className="link-broken" d={d} pathLength={100} />
        </>
      ) : (
        <path className="link-slow" d={d} />
      )}
      <path className="link-reach" d={d} data-link={data.index} />
      <g transform={`translate(${x - width / 2}, ${y - size})`} data-link={data.index}>
        <rect className="link-sign" width={width} height={size * 2} rx={size} />
        <g transform={`translate(${size * 0.5}, ${size * 0.45})`}>
          <FaultGlyph fault={isCut ? 'cut-link' : 'added-latency'} size={size * 1.1} />
        </g>
        {hasWords && (
          <text className="link-sign-words" x={size * 2} y={size} dominantBaseline="central" fontSize={size * 1.05}>
            {words}
          </text>
        )}
      </g>
    </g>
  );
}

/** Half the height of the sign on a link, in canvas units. */
const signSizes: Record<Density, number> = { full: 11.5, compact: 10.5, small: 9 };

/** Height of the letters of a rate, in canvas units; also in the style sheet. */
const rateSizes: Record<Density, number> = { full: 13, compact: 12, small: 10 };

/** A rate on a ground of its own: other links may pass behind it, and its own band. */
function Rate(props: { words: string; x: number; y: number; anchor: LinkPath['label']['anchor']; density: Density }) {
  const { words, x, y, anchor, density } = props;
  const size = rateSizes[density];
  const width = words.length * size * 0.58 + 4;
  const left = { start: x - 2, middle: x - width / 2, end: x - width + 2 }[anchor];
  return (
    <>
      <rect className="link-rate-ground" x={left} y={y - size} width={width} height={size * 1.3} rx={3} />
      <text className={`link-label link-rate link-rate--${density}`} x={x} y={y} textAnchor={anchor}>
        {words}
      </text>
    </>
  );
}

/** How many messages a second pass, as a band and in words. */
function Flow({ data }: { data: NonNullable<LinkFlowEdge['data']> }) {
  const say = useText();
  const frame = usePicture();
  const flow = frame && flowOf(frame, data.index);
  const scenario = useRunState((run) => run.scenario);
  if (!flow) return null;
  const { label } = data;
  const trouble = troubleOfLink(scenario, data.index, frame.t);
  // Nothing gets beyond the middle of a link that is cut.
  const half = trouble?.isCut ? { pathLength: 100, strokeDasharray: '42 100' } : {};
  return (
    <>
      <path
        className={`flow flow--${data.travels}`}
        d={svgPath(data.path.curve)}
        strokeWidth={flowWidth(flow.perWallSecond)}
        {...half}
      />
      {label && !trouble && isWorthSaying(flow) && (
        <Rate
          words={say('canvas.link.rate', { rate: formatNumber(flow.perSecond) })}
          x={label.x}
          y={data.density === 'full' ? label.y - 14 : label.y}
          anchor={label.anchor}
          density={data.density}
        />
      )}
    </>
  );
}
