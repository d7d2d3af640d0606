/** Where an upload stands, in one line. */
import { type SimTime, toSeconds } from '../../engine/time.ts';
import { formatDuration } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';
import type { UploadStory } from './upload-story.ts';

/** One line on what became of an upload up to `t`. */
export function sayWhereabouts({ where, startedAt }: UploadStory, t: SimTime, say: Say): string {
  switch (where.at) {
    case 'not-yet':
      return say('upload.not.yet');
    case 'on-its-way':
      return say('upload.on.its.way');
    case 'line':
      return say('upload.waiting.line', { since: lasted(where.since, t) });
    case 'queue':
      return say('upload.in.queue', { since: lasted(where.since, t) });
    case 'delayed':
      return say('upload.delayed', { since: lasted(where.since, t) });
    case 'function-queue':
      return say('upload.in.function.queue', { since: lasted(where.since, t) });
    case 'stream':
      return say('upload.in.stream', { since: lasted(where.since, t) });
    case 'retry':
      return say('upload.retry', { since: lasted(where.since, t) });
    case 'in-flight':
      return say('upload.in.flight');
    case 'returning':
      return say('upload.returning');
    case 'work':
      return where.makes === null
        ? say('upload.working', { step: say(`step.${where.step}.doing`) })
        : say('upload.making', { object: say(`object.${where.makes}`) });
    case 'end':
      return where.outcome === 'watchable'
        ? say('upload.watchable', { time: lasted(startedAt, where.since) })
        : say(`upload.${where.outcome}`, { reason: say(`reason.${where.reason}`) });
  }
}

function lasted(from: SimTime, to: SimTime): string {
  return formatDuration(toSeconds(to - from));
}
