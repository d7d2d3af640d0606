/** Instances and their work in words. */
import { type SimTime, toSeconds } from '../../engine/time.ts';
import { objects, steps } from '../../models/facts.ts';
import type { ViewOf } from '../../playback/view.ts';
import type { InstanceView, JobView } from '../../playback/views/instances.ts';
import { formatDuration, formatShare } from '../../ui/format.ts';
import type { Say } from '../../ui/use-text.ts';

/** What a piece of work is at. */
export function sayJob(job: JobView, t: SimTime, say: Say): string {
  const upload = String(job.upload);
  const step = steps[job.step];
  if (job.stepEnds <= job.stepBegan || step === undefined) return say('inspect.job.calling', { upload });
  const made = job.makes === 0 ? undefined : objects[job.makes];
  if (made === undefined) return say('inspect.job', { upload, doing: say(`step.${step}.doing`) });
  const share = Math.min(1, Math.max(0, (t - job.stepBegan) / (job.stepEnds - job.stepBegan)));
  return say('inspect.job.making', { upload, object: say(`object.${made}`), share: formatShare(share) });
}

/** Whether an instance without work is an environment that is merely kept warm, and costs nothing. */
export function isWarm(view: ViewOf<'instance-group'> | ViewOf<'function'>, { id }: InstanceView): boolean {
  return view.kind === 'function' && !view.keptReady.has(id);
}

/** What an instance is at, in one line. */
export function sayInstance(instance: InstanceView, warm: boolean, t: SimTime, say: Say): string {
  const { phase, since, until, jobs, idleSince } = instance;
  const lasted = formatDuration(Math.max(0, toSeconds(t - since)));
  const line = say('inspect.phase', { phase: say(`phase.${phase}`), duration: lasted });
  if (until > t && (phase === 'pending' || phase === 'starting')) {
    return `${line}; ${say('inspect.inServiceIn', { duration: formatDuration(toSeconds(until - t)) })}`;
  }
  if (phase !== 'in-service') return line;
  const [first] = jobs;
  if (first) return jobs.length === 1 ? sayJob(first, t, say) : say('inspect.jobCount', { n: jobs.length });
  const duration = formatDuration(Math.max(0, toSeconds(t - Math.max(idleSince, since))));
  return warm ? say('inspect.environment.warm', { duration }) : say('inspect.idle', { duration });
}
