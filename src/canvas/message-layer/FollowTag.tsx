/** The words beside the messages of the upload that is followed. Over the nodes, so that they can always be read. */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useRun, useSessionState } from '../../stores/session-context.tsx';
import { useText } from '../../ui/use-text.ts';
import { type PlacedMessages, rowOfUpload } from './place-messages.ts';

/** Below the message, in pixels: clear of its ring. */
const BELOW = 13;

export function FollowTag({ placed }: { placed: PlacedMessages }) {
  const follow = useSessionState((session) => session.follow);
  return follow === null ? null : <Tag upload={follow} placed={placed} />;
}

function Tag({ upload, placed }: { upload: number; placed: PlacedMessages }) {
  const say = useText();
  const { frames } = useRun();
  const flow = useStoreApi();
  const tag = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let next = requestAnimationFrame(function tick() {
      next = requestAnimationFrame(tick);
      const hops = frames.latest()?.hops;
      const row = hops ? rowOfUpload(hops, placed, upload) : -1;
      const element = tag.current;
      if (!element) return;
      element.hidden = row < 0;
      if (row < 0) return;
      const [dx, dy, zoom] = flow.getState().transform;
      const x = (placed.x[row] as number) * zoom + dx;
      const y = (placed.y[row] as number) * zoom + dy + BELOW;
      element.style.transform = `translate(${x}px, ${y}px) translateX(-50%)`;
    });
    return () => cancelAnimationFrame(next);
  }, [frames, flow, placed, upload]);
  return (
    <span ref={tag} className="follow-tag" hidden>
      {say('canvas.link.followed')}
    </span>
  );
}
