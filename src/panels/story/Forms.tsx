/** This architecture: the forms in which the stage can be shown, and services that are added. */
import { Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formsOf, type StageId, stages, storyOf } from '../../stages/catalogue.ts';
import { useSession } from '../../stores/session-context.tsx';
import { textOf } from '../../text/text.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import styles from './Forms.module.css';
import {
  broughtBy,
  formWith,
  type Growing,
  type Growth,
  growing,
  growingOf,
  growthOf,
  mostServices,
  servicesIn,
} from './growth.ts';
import { useRules } from './use-rules.ts';

export function Forms({ stage }: { stage: StageId }) {
  const say = useText();
  const grows = growingOf(stage);
  if (formsOf(storyOf(stage)).length === 1) return null;
  return (
    <PanelSection title={say('form.title')}>
      {grows === null ? <FormChoice stage={stage} /> : <Counter stage={stage} which={grows} />}
    </PanelSection>
  );
}

function FormChoice({ stage }: { stage: StageId }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  return (
    <Choice
      label={say('form.title')}
      options={formsOf(storyOf(stage)).map((form) => ({ value: form, label: textOf(vocabulary, `form.${form}`) }))}
      value={stage}
      onChange={(form) => session.show(form)}
    />
  );
}

/** Services are added one by one; what that takes stands beside what it takes in the other architecture. */
function Counter({ stage, which }: { stage: StageId; which: Growing }) {
  const say = useText();
  const session = useSession();
  const services = servicesIn(stage);
  const most = mostServices(which);
  const rules = useRules(stage);
  const step = (by: 1 | -1): void => session.show(formWith(which, services + by));
  const here = { ...growthOf(stages[stage]), ...(which === 'event-driven' ? { rules: rules.length } : {}) };
  const columns = growing.map((each) => ({
    which: each,
    growth: each === which ? here : growthOf(stages[formWith(each, services)]),
  }));
  // Of the next service; where all are there, of the last.
  const service = Math.min(services + 1, most);
  const isLast = services === most;
  return (
    <>
      <div className={styles.counter}>
        <span id="services-added">{say('form.services')}</span>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons and a figure are no fieldset of a form. */}
        <span className={styles.buttons} role="group" aria-labelledby="services-added">
          <IconButton
            framed
            label={say('form.services.fewer')}
            icon={<Minus />}
            unavailable={services === 0}
            onClick={() => step(-1)}
          />
          <span className={`number ${styles.services}`}>{services}</span>
          <IconButton
            framed
            label={say('form.services.more')}
            icon={<Plus />}
            unavailable={services === most}
            onClick={() => step(1)}
          />
        </span>
      </div>
      <GrowthStatus services={services} growth={here} />
      {/* Opens with the first service; before that it would only stand above the story. */}
      <Fold title={say('form.growth')} open={services > 0}>
        <table className="numbers">
          <thead>
            <tr>
              <td />
              {columns.map((each) => (
                <th key={each.which} scope="col" className={each.which === which ? styles.here : undefined}>
                  {say(`stage.${each.which}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['queues', 'rules', 'links'] as const).map((what) => (
              <tr key={what}>
                <th scope="row">{say(`form.${what}`)}</th>
                {columns.map((each) => (
                  <td key={each.which} className={`number ${each.which === which ? styles.here : ''}`}>
                    {each.growth[what]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.quiet}>
          {say(isLast ? 'form.last' : 'form.next')}{' '}
          {growing.map((each) => (
            <Brought key={each} which={each} growth={broughtBy(each, service)} />
          ))}
        </p>
        <p className={styles.quiet}>{say('form.queues.dead')}</p>
      </Fold>
    </>
  );
}

/** Tells what the services take once one was added or taken away; at first it has nothing to tell. */
function GrowthStatus({ services: n, growth: { queues, rules, links } }: { services: number; growth: Growth }) {
  const say = useText();
  const [first] = useState(n);
  const [isChanged, setIsChanged] = useState(false);
  useEffect(() => {
    if (n !== first) setIsChanged(true);
  }, [n, first]);
  return (
    <p className="for-readers" role="status">
      {isChanged && say('form.services.added', { n, queues, rules, links })}
    </p>
  );
}

function Brought({ which, growth: { queues, rules, links } }: { which: Growing; growth: Growth }) {
  const say = useText();
  return (
    <>
      {which === 'microservices'
        ? say('form.brings.queues', { queues, links })
        : say('form.brings.rules', { rules, links })}{' '}
    </>
  );
}
