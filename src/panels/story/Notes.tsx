/** Then and now: what courses still tell of the real services, until when it was so, and who says so. */
import { type Note, notesOf, notesReadOn, type Source } from '../../lessons/notes.ts';
import type { StoryId } from '../../stages/catalogue.ts';
import { textOf } from '../../text/text.ts';
import { Fold } from '../../ui/Fold.tsx';
import { useText, useVocabulary } from '../../ui/use-text.ts';
import styles from './Notes.module.css';

export function Notes({ story }: { story: StoryId }) {
  const say = useText();
  const notes = notesOf(story);
  if (notes.length === 0) return null;
  return (
    <Fold title={say('notes.title')}>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note.id} className={styles.note}>
            <ThenAndNow {...note} />
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{say('notes.read', { date: notesReadOn })}</p>
    </Fold>
  );
}

function ThenAndNow({ id, until, source, sourceNow }: Note) {
  const say = useText();
  const vocabulary = useVocabulary();
  const isSame = source.url === sourceNow.url;
  return (
    <>
      <p>
        <strong>{say('notes.then', { date: until })}</strong> {textOf(vocabulary, `note.${id}.then`)}{' '}
        {!isSame && <SourceLink {...source} />}
      </p>
      <p>
        <strong>{say('notes.now')}</strong> {textOf(vocabulary, `note.${id}.now`)} <SourceLink {...sourceNow} />
      </p>
    </>
  );
}

function SourceLink({ name, url }: Source) {
  const say = useText();
  return (
    <a className={styles.source} href={url} target="_blank" rel="noopener noreferrer" title={url}>
      {name}
      <span className="for-readers"> {say('notes.tab')}</span>
    </a>
  );
}
