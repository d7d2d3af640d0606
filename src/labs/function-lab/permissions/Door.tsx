/** One door: a switch for each entry, the policy that the entries are written down as, and what came of each. */
import { DoorClosed, DoorOpen } from 'lucide-react';
import type { Permission } from '../../../models/function/who-may.ts';
import { nameOf } from '../../../panels/names.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { type Say, useText, useVocabulary } from '../../../ui/use-text.ts';
import lab from '../../LabInstrument.module.css';
import { type DoorId, documentOf, subjectOf } from './doors.ts';
import type { EntryFigures } from './entry-figures.ts';
import styles from './Permissions.module.css';

export interface DoorProps {
  door: DoorId;
  entries: readonly Permission[];
  /** Ids that are let through by the entries that are there. */
  allowed: readonly string[];
  /** Whether a fault has taken all of them away at the moment. */
  isStruck: boolean;
  figuresOf: (entry: Permission) => EntryFigures;
  onSwitch: (id: string, on: boolean) => void;
}

export function Door({ door, entries, allowed, isStruck, figuresOf, onSwitch }: DoorProps) {
  const say = useText();
  const vocabulary = useVocabulary();
  const there = isStruck ? [] : allowed;
  return (
    <section className={lab.part} aria-label={say(`lab.permissions.${door}`)}>
      <h3>{say(`lab.permissions.${door}`)}</h3>
      <p className={lab.quiet}>{say(`lab.permissions.${door}.what`)}</p>
      {isStruck && <p className={lab.bad}>{say('lab.permissions.struck')}</p>}
      <ul className={lab.part}>
        {entries.map((entry) => {
          const id = subjectOf(entry);
          const isOpen = there.includes(id);
          const figures = figuresOf(entry);
          const Sign = isOpen ? DoorOpen : DoorClosed;
          return (
            <li key={id} className={styles.entry} data-open={isOpen}>
              <Sign className={styles.sign} aria-hidden="true" />
              <div className={styles.words}>
                <Switch
                  label={say(`lab.permissions.entry.${entry.how === 'mapping' ? 'mapping' : door}`, {
                    name: nameOf(vocabulary, id),
                  })}
                  help={entry.actions.join(', ')}
                  checked={isOpen}
                  unavailable={isStruck}
                  onChange={(on) => onSwitch(id, on)}
                />
                <p className={figures.denied > 0 ? lab.bad : lab.quiet}>{usedWords(say, entry, figures)}</p>
                {figures.seen !== null && <p className={lab.quiet}>{seenWords(say, figures.seen, figures, isOpen)}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      <Fold title={say(`lab.permissions.${door}.document`)} open>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
        <section className={styles.document} tabIndex={0} aria-label={say(`lab.permissions.${door}.document`)}>
          <pre>{JSON.stringify(documentOf(entries, there), null, 2)}</pre>
        </section>
      </Fold>
    </section>
  );
}

function usedWords(say: Say, { how, door }: Permission, { used, denied }: EntryFigures): string {
  if (how === 'mapping') return say('lab.permissions.read', { n: used });
  return door === 'role'
    ? say('lab.permissions.called', { n: used, denied })
    : say('lab.permissions.asked', { n: used, denied });
}

/** Who saw what came of it: where something did, that is said first. */
function seenWords(
  say: Say,
  seen: NonNullable<EntryFigures['seen']>,
  { denied }: EntryFigures,
  isOpen: boolean,
): string {
  switch (seen.by) {
    case 'people':
      return seen.sawError === 0
        ? say('lab.permissions.seen.well', { accepted: seen.accepted })
        : say('lab.permissions.seen.people', { n: seen.sawError, accepted: seen.accepted });
    case 'nobody':
      if (denied === 0) return seen.accepted === 0 ? '' : say('lab.permissions.seen.well', { accepted: seen.accepted });
      return seen.accepted > 0
        ? say('lab.permissions.seen.nobody', { n: seen.givenUp, accepted: seen.accepted })
        : say('lab.permissions.seen.given-up', { n: seen.givenUp });
    case 'queue':
      return say(isOpen ? 'lab.permissions.seen.queue' : 'lab.permissions.seen.stays', { n: seen.waiting });
  }
}
