/** In what differs whom a bus, a bucket or a topic tells of what, in words. */
import type {
  BucketNotification,
  BusArchive,
  BusReplay,
  BusRule,
  BusTarget,
  TopicSubscription,
} from '../../models/parameters.ts';
import { textOf } from '../../text/text.ts';
import type { Say } from '../../ui/use-text.ts';
import { nameOf } from '../names.ts';
import { minuteText } from '../time/clock-text.ts';
import { type Change, isSame, lengthWords, listed, type Told, whole } from './change.ts';
import { withUnit } from './value-words.ts';

export function rulesChanges(now: readonly BusRule[], before: readonly BusRule[], told: Told): Change[] {
  const { say } = told;
  const named = (rules: readonly BusRule[], others: readonly BusRule[]): string[] =>
    rules.map(({ name }) => name).filter((name) => !others.some((other) => other.name === name));
  const [added, missing] = [named(now, before), named(before, now)];
  const names = (list: readonly string[]): { n: number; names: string } => ({ n: list.length, names: list.join(', ') });
  return [
    ...(missing.length > 0 ? [whole(say('setting.rules.without', names(missing)))] : []),
    ...(added.length > 0 ? [whole(say('setting.rules.with', names(added)))] : []),
    ...now.flatMap((rule) => {
      const was = before.find(({ name }) => name === rule.name);
      return was === undefined ? [] : ruleChanges(rule, was, told);
    }),
  ];
}

function ruleChanges(now: BusRule, before: BusRule, told: Told): Change[] {
  const { say, vocabulary } = told;
  const rule = now.name;
  const changes: Change[] = [];
  if (!isSame(now.pattern, before.pattern)) {
    changes.push({
      name: say('setting.rule.pattern', { rule }),
      words: JSON.stringify(now.pattern) ?? say('setting.none'),
    });
  }
  if (now.schedule !== before.schedule) {
    changes.push({ name: say('setting.rule.schedule', { rule }), words: now.schedule ?? say('setting.none') });
  }
  if ((now.enabled ?? true) !== (before.enabled ?? true)) {
    changes.push({
      name: say('setting.rule.enabled', { rule }),
      words: say(now.enabled === false ? 'setting.no' : 'setting.yes'),
    });
  }
  const targets = now.targets.map(({ to }) => to);
  if (
    !isSame(
      targets,
      before.targets.map(({ to }) => to),
    )
  ) {
    const words = listed(
      targets.map((to) => nameOf(vocabulary, to)),
      say,
    );
    changes.push({ name: say('setting.rule.targets', { rule }), words });
  }
  const kept = now.targets.flatMap((target) => {
    const was = before.targets.find(({ to }) => to === target.to);
    return was === undefined ? [] : targetChanges(rule, target, was, told);
  });
  return [...changes, ...kept];
}

const targetFields = ['input', 'maximumRetries', 'maximumAgeSeconds', 'deadLetter'] as const;

function targetChanges(rule: string, now: BusTarget, before: BusTarget, { say, vocabulary }: Told): Change[] {
  const to = nameOf(vocabulary, now.to);
  return targetFields
    .filter((field) => !isSame(now[field], before[field]))
    .map((field) => {
      const name = say(`setting.target.${field}`, { rule, to });
      if (field === 'input') return { name, words: JSON.stringify(now.input) ?? say('setting.target.whole') };
      if (field === 'deadLetter') {
        return { name, words: now.deadLetter === undefined ? say('setting.none') : nameOf(vocabulary, now.deadLetter) };
      }
      const value = now[field];
      if (value === undefined) return { name, words: say('setting.usual') };
      return { name, words: field === 'maximumRetries' ? withUnit(value, 'times', say) : lengthWords(value) };
    });
}

export function archiveChanges(
  now: BusArchive | null,
  before: BusArchive | null,
  name: string,
  { say }: Told,
): Change[] {
  if (now === null) return [{ name, words: say('setting.none') }];
  const { retentionSeconds, pattern } = now;
  const changes: Change[] = [];
  if (retentionSeconds !== before?.retentionSeconds) {
    const words = retentionSeconds === 0 ? say('setting.for-ever') : lengthWords(retentionSeconds);
    changes.push({ name: say('setting.archive.retention'), words });
  }
  if (!isSame(pattern, before?.pattern)) {
    changes.push({ name: say('setting.archive.pattern'), words: JSON.stringify(pattern) ?? say('setting.all') });
  }
  return changes;
}

export function replaysChanges(now: readonly BusReplay[], before: readonly BusReplay[], say: Say): Change[] {
  if (now.length === 0 && before.length > 0) return [whole(say('setting.replay.gone'))];
  return now
    .filter((replay) => !before.some((was) => isSame(was, replay)))
    .map(({ atSeconds, fromSeconds, toSeconds, rule }): Change => {
      const [at, from, to] = [minuteText(atSeconds), minuteText(fromSeconds), minuteText(toSeconds)];
      const words =
        rule === undefined
          ? say('setting.replay', { at, from, to })
          : say('setting.replay.rule', { at, from, to, rule });
      return { name: null, words, isTimed: true };
    });
}

export function notificationsChanges(
  now: readonly BucketNotification[],
  before: readonly BucketNotification[],
  { say, vocabulary }: Told,
): Change[] {
  const changes = now.flatMap(({ to, objects }): Change[] => {
    const was = before.find((each) => each.to === to);
    if (was !== undefined && isSame(was.objects, objects)) return [];
    const words = objects?.map((object) => textOf(vocabulary, `object.${object}`)) ?? [say('setting.told.any')];
    return [{ name: say('setting.told', { to: nameOf(vocabulary, to) }), words: listed(words, say) }];
  });
  const gone = before.filter(({ to }) => !now.some((each) => each.to === to));
  return [...changes, ...gone.map(({ to }) => whole(say('setting.told.gone', { to: nameOf(vocabulary, to) })))];
}

const subscriptionFields = ['events', 'objects', 'deadLetterQueue'] as const;

export function subscriptionsChanges(
  now: readonly TopicSubscription[],
  before: readonly TopicSubscription[],
  { say, vocabulary }: Told,
): Change[] {
  const changes = now.flatMap((each): Change[] => {
    const to = nameOf(vocabulary, each.to);
    const was = before.find((other) => other.to === each.to);
    const added = was === undefined ? [whole(say('setting.subscribed', { to }))] : [];
    const fields = subscriptionFields.filter((field) => !isSame(each[field], was?.[field]));
    return [
      ...added,
      ...fields.map((field) => {
        const value = each[field];
        const name = say(`setting.subscribed.${field}`, { to });
        if (field === 'deadLetterQueue') {
          return { name, words: typeof value === 'string' ? nameOf(vocabulary, value) : say('setting.none') };
        }
        return { name, words: Array.isArray(value) ? listed(value, say) : say('setting.all') };
      }),
    ];
  });
  const gone = before.filter(({ to }) => !now.some((each) => each.to === to));
  return [...changes, ...gone.map(({ to }) => whole(say('setting.subscribed.gone', { to: nameOf(vocabulary, to) })))];
}
