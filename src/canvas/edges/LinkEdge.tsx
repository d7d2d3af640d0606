/** A link: a quiet line with the word for what travels along it. Where messages are too many it shows their flow. */
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { toSeconds } from '../../engine/time.ts';
import { useRunState, useSessionState } from '../../stores/session-context.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { svgPath } from '../geometry.ts';
import { isLinkLit } from '../highlight.ts';
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
      {!isUsed && <path className="link-reach" d={d} data-unused-link={index} />}
    </>
  );
}

/** How many messages a second pass, as a band and in words. */
function Flow({ data }: { data: NonNullable<LinkFlowEdge['data']> }) {
  const say = useText();
  const frame = usePicture();
  const flow = frame && flowOf(frame, data.index);
  if (!flow) return null;
  const { label } = data;
  return (
    <>
      <path
        className={`flow flow--${data.travels}`}
        d={svgPath(data.path.curve)}
        strokeWidth={flowWidth(flow.perWallSecond)}
      />
      {label && isWorthSaying(flow) && (
        <text
          className={`link-label link-rate link-rate--${data.density}`}
          x={label.x}
          y={data.density === 'full' ? label.y - 14 : label.y}
          textAnchor={label.anchor}
        >
          {say('canvas.link.rate', { rate: formatNumber(flow.perSecond) })}
        </text>
      )}
    </>
  );
}
