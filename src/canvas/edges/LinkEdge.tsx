/** A link: a quiet line with the word for what travels along it. Where messages are too many it shows their flow. */
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useSessionState } from '../../stores/session-context.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useText } from '../../ui/use-text.ts';
import { svgPath } from '../geometry.ts';
import { isLinkLit } from '../highlight.ts';
import type { LinkFlowEdge } from '../to-flow.ts';
import { usePicture } from '../use-picture.ts';
import { flowOf, flowWidth } from './flow.ts';

export const LinkEdge = memo(function LinkEdge({ data, source, target }: EdgeProps<LinkFlowEdge>) {
  const say = useText();
  const isLit = useSessionState(({ highlight }) => isLinkLit(highlight, source, target));
  if (!data) return null;
  const { path, travels, density, label } = data;
  return (
    <>
      <path className={isLit ? 'link is-lit' : 'link'} d={svgPath(path.curve)} />
      <Flow data={data} />
      {density === 'full' && label && (
        <text className="link-label" x={label.x} y={label.y} textAnchor={label.anchor}>
          {say(`canvas.link.${travels}`)}
        </text>
      )}
    </>
  );
});

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
      {label && (
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
