/** Your own traffic: a file of counts, checked, scaled, and played in every architecture. */
import { FileUp, Play, Undo2 } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import {
  applyRecording,
  daysIn,
  type LineProblem,
  type RecordedTraffic,
  readRecordedTraffic,
} from '../../scenario/recorded-traffic.ts';
import { useSession, useSessionState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { formatCount, formatLength, formatNumber } from '../../ui/format.ts';
import { intoView } from '../../ui/into-view.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './TrafficPanel.module.css';
import { dateOf, firstScaling, type Scaling, type TrafficFile, trafficOf, withStoryTraffic } from './traffic-draft.ts';

type Draft =
  | { state: 'none' }
  | { state: 'reading'; name: string }
  | { state: 'unreadable'; name: string; message: string }
  | { state: 'bad'; name: string; problems: readonly LineProblem[]; more: number }
  | { state: 'good'; file: TrafficFile };

/** Bad rows that are shown; the others are counted. Our choice. */
const MOST_SHOWN = 10;

export function TrafficPanel() {
  const say = useText();
  const session = useSession();
  const playing = useSessionState((state) => state.trafficName);
  const [draft, setDraft] = useState<Draft>({ state: 'none' });

  const read = async (file: File): Promise<void> => {
    const { name } = file;
    setDraft({ state: 'reading', name });
    try {
      const result = readRecordedTraffic(await file.text());
      if (result.ok) setDraft({ state: 'good', file: { name, ...result } });
      else setDraft({ state: 'bad', name, problems: result.problems, more: result.more });
    } catch (error) {
      setDraft({ state: 'unreadable', name, message: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <div className={styles.panel}>
      <p>{playing === null ? say('traffic.story') : say('traffic.now', { name: playing })}</p>
      {playing !== null && (
        <Button icon={<Undo2 />} onClick={() => session.applyTraffic(withStoryTraffic, null)}>
          {say('traffic.back')}
        </Button>
      )}
      <p className={styles.quiet}>{say('traffic.what')}</p>
      {draft.state === 'good' ? (
        <ScalingForm key={draft.file.name} file={draft.file} onDone={() => setDraft({ state: 'none' })} />
      ) : (
        <DropZone onFile={(file) => void read(file)} />
      )}
      <div role="status">
        {draft.state === 'reading' && <p>{say('traffic.reading', { name: draft.name })}</p>}
        {draft.state === 'unreadable' && (
          <p className={styles.bad}>{say('traffic.unreadable', { name: draft.name, message: draft.message })}</p>
        )}
        {draft.state === 'bad' && <BadRows {...draft} />}
      </div>
    </div>
  );
}

function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const say = useText();
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <label
      className={`${styles.drop} ${over ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <FileUp aria-hidden="true" />
      <span>
        {say('traffic.drop')} <span className={styles.choose}>{say('traffic.choose')}</span>
      </span>
      <input
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // So that the same file can be chosen again once it is mended.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

function BadRows({ name, problems, more }: { name: string; problems: readonly LineProblem[]; more: number }) {
  const say = useText();
  const shown = problems.slice(0, MOST_SHOWN);
  const hidden = more + problems.length - shown.length;
  return (
    <div className={styles.bad} ref={intoView}>
      <p>{say('traffic.bad', { n: problems.length + more, name })}</p>
      <ul className={styles.problems}>
        {shown.map(({ line, text, reason }) => (
          <li key={line}>
            {say('traffic.bad.line', { line: String(line), reason: say(`traffic.line.${reason}`) })}
            {text !== '' && <code>{text}</code>}
          </li>
        ))}
        {hidden > 0 && <li>{say('traffic.bad.more', { n: hidden })}</li>}
      </ul>
      <p>{say('traffic.bad.again')}</p>
    </div>
  );
}

function ScalingForm({ file, onDone }: { file: TrafficFile; onDone: () => void }) {
  const say = useText();
  const session = useSession();
  const [scaling, setScaling] = useState<Scaling>(() => firstScaling(file));
  const set = (change: Partial<Scaling>): void => setScaling((old) => ({ ...old, ...change }));
  const days = daysIn(file.rows);
  const scaled = scaledOf(file, scaling);
  /** Says what the traffic was scaled from for as long as it is played, and to whoever opens a link to it. */
  const nameOf = (traffic: RecordedTraffic): string =>
    say('traffic.name', {
      file: file.name,
      days: scaling.days,
      date: dateOf(file, scaling.fromDay),
      times: formatNumber(traffic.from.timesFaster),
      per: formatNumber(countedIn(traffic) / Math.max(1, traffic.expectedUploads)),
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!scaled.ok) return;
        session.applyTraffic((scenario) => applyRecording(scenario, scaled.traffic), nameOf(scaled.traffic));
        session.play();
        onDone();
      }}
    >
      <p>
        {say('traffic.good', {
          name: file.name,
          rows: file.rows.length,
          interval: formatLength(file.intervalSeconds),
          days,
        })}
      </p>
      {file.notes.length > 0 && <p className={styles.quiet}>{file.notes.join(' ')}</p>}
      <label className={styles.field}>
        <span>{say('traffic.from')}</span>
        <select
          value={scaling.fromDay}
          onChange={(event) => {
            const fromDay = Number(event.currentTarget.value);
            set({ fromDay, days: Math.min(scaling.days, days - fromDay) });
          }}
        >
          {Array.from({ length: days }, (_, day) => dateOf(file, day)).map((date, day) => (
            <option key={date} value={day}>
              {date}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={say('traffic.days')}
        value={scaling.days}
        min={1}
        max={days - scaling.fromDay}
        step={1}
        onChange={(value) => set({ days: value })}
      />
      <NumberField
        label={say('traffic.minutes')}
        value={scaling.minutesPerDay}
        min={1}
        max={1440}
        step={1}
        onChange={(value) => set({ minutesPerDay: value })}
      />
      <NumberField
        label={say('traffic.rate')}
        value={scaling.uploadsPerSecond}
        min={0}
        max={100}
        step="any"
        onChange={(value) => set({ uploadsPerSecond: value })}
      />
      <div className={styles.field}>
        <span>{say('traffic.rate.of')}</span>
        <Choice
          label={say('traffic.rate')}
          value={scaling.of}
          options={[
            { value: 'mean', label: say('traffic.rate.mean') },
            { value: 'peak', label: say('traffic.rate.peak') },
          ]}
          onChange={(of) => set({ of })}
        />
      </div>
      {scaled.ok ? (
        <p className={styles.quiet}>
          {say('traffic.scaled', {
            counted: formatCount(countedIn(scaled.traffic)),
            days: scaling.days,
            uploads: Math.round(scaled.traffic.expectedUploads),
            length: formatLength(scaled.traffic.durationSeconds),
            times: formatNumber(scaled.traffic.from.timesFaster),
          })}
        </p>
      ) : (
        <p className={styles.bad}>{say('traffic.impossible', { message: scaled.message })}</p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" weight="strong" icon={<Play />} disabled={!scaled.ok}>
          {say('traffic.apply')}
        </Button>
        <Button onClick={onDone}>{say('traffic.discard')}</Button>
      </div>
    </form>
  );
}

function countedIn({ from }: RecordedTraffic): number {
  return from.countPerDay.reduce((sum, count) => sum + count, 0);
}

function scaledOf(file: TrafficFile, scaling: Scaling) {
  try {
    return { ok: true, traffic: trafficOf(file, scaling) } as const;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, message: error.message } as const;
  }
}

interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number | 'any';
  onChange: (value: number) => void;
}

function NumberField({ label, value, min, max, step, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="number"
        type="number"
        value={Number.isNaN(value) ? '' : value}
        min={min}
        max={max}
        step={step}
        required
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
