/** What was picked on the river: an event with its JSON and what each rule made of it, or a rule with its pattern. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { usePicture } from '../../../canvas/use-picture.ts';
import { toSeconds } from '../../../engine/time.ts';
import { eventTypes } from '../../../models/facts.ts';
import { nameOf } from '../../../panels/names.ts';
import { useRun } from '../../../stores/session-context.tsx';
import { formatClock } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import type { Bus } from '../bus.ts';
import type { BusPasses, Pass } from '../bus-passes.ts';
import { envelopeOfPass, type Why, whyOf } from '../event-json.ts';
import { beside, type Choice, choiceOf, placeOf } from './choice.ts';
import styles from './River.module.css';

export interface ChosenProps {
  bus: Bus;
  passes: BusPasses;
  chosen: Choice | null;
  onChoose: (choice: Choice) => void;
}

export function Chosen({ bus, passes, chosen, onChoose }: ChosenProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const t = usePicture()?.t ?? 0;
  const pass = passes.all[placeOf(passes, chosen, t)];
  const { before, after } = beside(passes, chosen, t);
  return (
    <div className={`${lab.part} ${styles.card}`}>
      <div className={`${lab.row} ${styles.head}`}>
        <h3>
          <span role="status">{title()}</span>
        </h3>
        <IconButton
          framed
          label={say('lab.bus-river.before')}
          icon={<ChevronLeft />}
          unavailable={before === undefined}
          onClick={() => before && onChoose(choiceOf(before))}
        />
        <IconButton
          framed
          label={say('lab.bus-river.after')}
          icon={<ChevronRight />}
          unavailable={after === undefined}
          onClick={() => after && onChoose(choiceOf(after))}
        />
      </div>
      {pass && <EventCard pass={pass} bus={bus} />}
      {chosen?.kind === 'rule' && <RuleCard name={chosen.name} bus={bus} />}
      {!pass && chosen?.kind !== 'rule' && <p className={lab.quiet}>{say('lab.bus-river.pick')}</p>}
    </div>
  );

  function title(): string {
    if (chosen?.kind === 'rule') return say('lab.bus-river.rule', { name: nameOf(vocabulary, chosen.name) });
    if (!pass) return say('lab.bus-river.nothing');
    return say('lab.bus-river.event', {
      n: String(pass.number + 1),
      type: eventTypes[pass.event] as string,
      from: nameOf(vocabulary, bus.nodes[pass.from]?.id ?? ''),
      time: formatClock(toSeconds(pass.at)),
    });
  }
}

function EventCard({ pass, bus }: { pass: Pass; bus: Bus }) {
  const say = useText();
  const { reel } = useRun();
  const envelope = envelopeOfPass(pass, bus, reel);
  const whys = bus.rulesAt(pass.at).map((rule) => whyOf(rule, envelope));
  return (
    <div className={styles.columns}>
      <section aria-label={say('lab.bus-river.json')}>
        <pre className={styles.json}>{JSON.stringify(envelope, null, 2)}</pre>
      </section>
      <div className={styles.why}>
        <p>
          {pass.rules.length === 0
            ? say('lab.bus-river.why.none')
            : say('lab.bus-river.why.some', { n: pass.rules.length })}
        </p>
        <ul className={styles.why}>
          {whys.map((why) => (
            <WhyLine key={why.rule} why={why} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function WhyLine({ why: { rule, matches, field, found, wanted } }: { why: Why }) {
  const say = useText();
  const name = nameOf(useVocabulary(), rule);
  const nothing = found === '' ? say('lab.bus-river.why.nothing') : found;
  return (
    <li>
      <span className={matches ? styles.yes : styles.no} aria-hidden="true">
        {matches ? '✓' : '✕'}
      </span>
      <span>
        <b>{name}</b>{' '}
        {field === ''
          ? say('lab.bus-river.why.off')
          : say(matches ? 'lab.bus-river.why.yes' : 'lab.bus-river.why.no', { field, found: nothing, wanted })}
      </span>
    </li>
  );
}

function RuleCard({ name, bus }: { name: string; bus: Bus }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const t = usePicture()?.t ?? 0;
  const rule = bus.rulesAt(t).find((each) => each.name === name);
  if (!rule) return <p>{say('lab.bus-river.rule.absent')}</p>;
  const targets = rule.targets.map(({ to }) => nameOf(vocabulary, to)).join(', ');
  return (
    <>
      <p>{say('lab.bus-river.rule.what', { targets })}</p>
      <section aria-label={say('lab.bus-river.pattern')}>
        <pre className={styles.json}>{JSON.stringify(rule.pattern, null, 2)}</pre>
      </section>
    </>
  );
}
