/**
 * The editor of rules: a pattern is written, checked at once, and held against a sample event, which is told field by
 * field. What is in order can be put on the bus of the run, and the run shows what it takes.
 */
import { ListPlus, Redo2, Undo2, Wand2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { explainPattern } from '../../../models/event-bus/pattern/explain.ts';
import {
  type EventValue,
  eventValueOf,
  type JsonNode,
  parseJson,
  withoutMark,
} from '../../../models/event-bus/pattern/json-text.ts';
import { checkPattern } from '../../../models/event-bus/pattern/pattern.ts';
import { type PatternProblem, PatternReport } from '../../../models/event-bus/pattern/problems.ts';
import type { JsonObject } from '../../../models/json.ts';
import type { BusRule } from '../../../models/parameters.ts';
import { useShownIn } from '../../../panels/inspector/use-shown.ts';
import { Select } from '../../../panels/knobs/Select.tsx';
import { OWN_RULE } from '../../../stages/bus-lab/rules.ts';
import { useClock, useRun, useSession, useSessionState } from '../../../stores/session-context.tsx';
import { textOf } from '../../../text/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { useText, useVocabulary } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { LAB_BUS } from '../bus.ts';
import { completionAt } from './completion.ts';
import { EventTree } from './EventTree.tsx';
import { rowsOf } from './event-rows.ts';
import { examples } from './examples.ts';
import { JsonField, type JsonFieldHandle } from './JsonField.tsx';
import { RuleCounts } from './RuleCounts.tsx';
import styles from './Rules.module.css';
import { type SampleId, sampleIds, sampleOf, textOfJson } from './samples.ts';

const OWN = 'own';
const NOTHING = '';

/** What is written, and over what: where another pattern comes to stand on the bus, by a scene, say, that one is shown. */
interface Draft {
  text: string;
  over: string;
}

export function Rules({ stage }: InstrumentProps) {
  const vocabulary = useVocabulary();
  const say = useText();
  const run = useRun();
  const session = useSession();
  const { durationSeconds } = useSessionState((state) => state.scenarios[stage]);
  const canUndo = useSessionState((state) => state.canUndo);
  const rules = useClock(() => session.parameterNow(stage, LAB_BUS, 'rules') as readonly BusRule[]);
  const isAtEnd = useClock(({ t }) => t >= durationSeconds);
  const shown = useShownIn(run.id, LAB_BUS);
  const [name, setName] = useState<string>(OWN_RULE);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [sample, setSample] = useState<SampleId | typeof OWN>('rendition-ready');
  const [eventText, setEventText] = useState(() => textOfJson(sampleOf('rendition-ready')));
  const field = useRef<JsonFieldHandle>(null);

  const rule = rules.find((each) => each.name === name) ?? rules[0];
  const onBus = textOfJson(rule?.pattern ?? {});
  const draft = drafts[name];
  const text = draft?.over === onBus ? draft.text : onBus;
  const problems = useMemo(() => checkPattern(text), [text]);
  const event = useMemo(() => readEvent(eventText), [eventText]);
  const sampleEvent = useMemo(() => ('value' in event ? event.value : sampleValue('rendition-ready')), [event]);
  const marks = useMemo(() => marksOf(problems), [problems]);
  const eventMarks = useMemo(() => ('problem' in event ? marksOf([event.problem]) : []), [event]);

  const keep = (next: Draft): void => setDrafts((all) => ({ ...all, [name]: next }));
  const write = (next: string): void => keep({ text: next, over: onBus });
  const isApplied = problems.length === 0 && isSame(text, onBus);
  const cannot = isAtEnd
    ? say('lab.bus-rules.apply.end')
    : problems.length > 0
      ? say('lab.bus-rules.apply.wrong')
      : undefined;

  function putOnBus(): void {
    if (cannot !== undefined || isApplied || rule === undefined) return;
    const pattern = readPattern(text);
    // As it was laid out, it now stands there.
    keep({ text, over: textOfJson(pattern) });
    session.setParameter(
      LAB_BUS,
      'rules',
      rules.map((each) => (each.name === rule.name ? { ...each, pattern } : each)),
    );
  }

  const nameOf = (each: BusRule): string =>
    each.name === OWN_RULE
      ? say('lab.bus-rules.rule.yours')
      : textOf(vocabulary, `node.${each.targets[0]?.to ?? LAB_BUS}`);

  return (
    <div className={lab.whole}>
      <div className={lab.columns}>
        <div className={lab.part}>
          <Select
            label={say('lab.bus-rules.rule')}
            value={name}
            options={rules.map((each) => ({ value: each.name, label: nameOf(each) }))}
            onChange={setName}
          />
          <Select
            label={say('lab.bus-rules.examples')}
            value={NOTHING}
            options={[
              { value: NOTHING, label: say('lab.bus-rules.example.choose') },
              ...examples.map(({ id }) => ({ value: id, label: say(`lab.bus-rules.example.${id}`) })),
            ]}
            onChange={(id) => {
              const example = examples.find((each) => each.id === id);
              if (example === undefined) return;
              write(textOfJson(example.pattern));
              setSample(example.takes);
              setEventText(textOfJson(sampleOf(example.takes)));
            }}
          />
          <h2>{say('lab.bus-rules.pattern')}</h2>
          <JsonField
            key={name}
            ref={field}
            label={say('lab.bus-rules.editor', { name: rule === undefined ? name : nameOf(rule) })}
            text={text}
            marks={marks}
            onText={write}
            fitting={(all, cursor) => completionAt(all, cursor, sampleEvent)}
          />
          <p className={`${lab.quiet} ${styles.keys}`}>{say('lab.bus-rules.editor.keys')}</p>
          <div className={lab.row}>
            <Button icon={<ListPlus />} onClick={() => field.current?.complete()}>
              {say('lab.bus-rules.complete')}
            </Button>
            <Button icon={<Undo2 />} onClick={() => field.current?.undo()}>
              {say('lab.bus-rules.undo')}
            </Button>
            <Button icon={<Redo2 />} onClick={() => field.current?.redo()}>
              {say('lab.bus-rules.redo')}
            </Button>
            <Button
              icon={<Wand2 />}
              unavailable={problems.length > 0}
              onClick={() => problems.length === 0 && write(textOfJson(readPattern(text)))}
            >
              {say('lab.bus-rules.tidy')}
            </Button>
          </div>
          <Problems problems={problems} onGo={(offset) => field.current?.goTo(offset)} />
          <div className={lab.row}>
            <Button weight="strong" unavailable={cannot !== undefined || isApplied} title={cannot} onClick={putOnBus}>
              {say('lab.bus-rules.apply')}
            </Button>
            <Button unavailable={text === onBus} onClick={() => write(onBus)}>
              {say('lab.bus-rules.back')}
            </Button>
            <Button unavailable={!canUndo} onClick={() => session.undo()}>
              {say('lab.bus-rules.takeback')}
            </Button>
          </div>
          <p className={lab.quiet} role="status">
            {isApplied ? say('lab.bus-rules.applied') : (cannot ?? '')}
          </p>
          <RuleCounts
            rules={rules}
            view={shown?.view.kind === 'event-bus' ? shown.view : null}
            edited={name}
            nameOf={nameOf}
          />
        </div>
        <div className={lab.part}>
          <Select
            label={say('lab.bus-rules.sample')}
            value={sample}
            options={[...sampleIds, ...(sample === OWN ? ([OWN] as const) : [])].map((id) => ({
              value: id,
              label: say(`lab.bus-rules.sample.${id}`),
            }))}
            onChange={(id) => {
              if (!isSample(id)) return;
              setSample(id);
              setEventText(textOfJson(sampleOf(id)));
            }}
          />
          <p className={lab.quiet}>{say('lab.bus-rules.sample.what')}</p>
          <JsonField
            label={say('lab.bus-rules.sample.event')}
            text={eventText}
            marks={eventMarks}
            onText={(next) => {
              setEventText(next);
              if (!sampleIds.some((id) => textOfJson(sampleOf(id)) === next)) setSample(OWN);
            }}
            fitting={() => null}
          />
          {'problem' in event && (
            <p className={lab.bad}>
              <EventProblem problem={event.problem} />
            </p>
          )}
        </div>
      </div>
      {'value' in event && problems.length === 0 && <Verdict pattern={text} event={event.value} />}
    </div>
  );
}

/** Everything that is wrong, each with its place, which a click leads to. */
function Problems({ problems, onGo }: { problems: readonly PatternProblem[]; onGo: (offset: number) => void }) {
  const say = useText();
  return (
    <div role="status" className={styles.problems}>
      {problems.length === 0 ? (
        <p className={lab.good}>{say('lab.bus-rules.ok')}</p>
      ) : (
        <>
          <p className={lab.bad}>{say('lab.bus-rules.problems', { n: problems.length })}</p>
          <ul>
            {problems.map(({ message, place }) => (
              <li key={message}>
                {message}{' '}
                {place !== null && (
                  <Button weight="bare" onClick={() => onGo(place.offset)}>
                    {say('lab.bus-rules.goto', { line: place.line, column: place.column })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function EventProblem({ problem: { place, allowed } }: { problem: PatternProblem }) {
  const say = useText();
  if (place === null) return say('lab.bus-rules.sample.no-object');
  return say('lab.bus-rules.sample.wrong', { line: place.line, column: place.column, allowed });
}

function Verdict({ pattern, event }: { pattern: string; event: EventValue }) {
  const say = useText();
  const result = useMemo(() => explainPattern(pattern, event), [pattern, event]);
  if ('problems' in result) return null;
  const { matches, parts, because } = result.explanation;
  const n = parts.filter((part) => !part.matches).length;
  const no = because === 'elements' ? say('lab.bus-rules.verdict.elements') : say('lab.bus-rules.verdict.no', { n });
  return (
    <div className={lab.part}>
      <p role="status" className={matches ? lab.good : lab.bad}>
        {matches ? say('lab.bus-rules.verdict.yes') : no} {because === 'twice' && say('lab.bus-rules.verdict.twice')}
      </p>
      <EventTree rows={rowsOf(event, parts, say)} />
      <p className={lab.quiet}>{say('lab.bus-rules.tree.unasked.what')}</p>
    </div>
  );
}

/** The event of a text, or where the text is none. */
function readEvent(text: string): { value: EventValue } | { problem: PatternProblem } {
  const parsed = parseJson(text);
  const report = new PatternReport(text);
  if ('problem' in parsed) report.atText(parsed.problem.path, parsed.problem.span, parsed.problem.allowed);
  else if (parsed.node.kind !== 'object') report.atValue([], withoutPlace(parsed.node), 'an object');
  const [problem] = report.problems;
  if (problem !== undefined) return { problem };
  if ('problem' in parsed) throw new Error('text that is no JSON has a problem');
  return { value: eventValueOf(parsed.node) };
}

/** All of it is wrong, so no place of it is. */
function withoutPlace(node: JsonNode): JsonNode {
  return { ...node, span: null };
}

function sampleValue(id: SampleId): EventValue {
  return sampleOf(id);
}

function isSample(id: string): id is SampleId {
  return (sampleIds as readonly string[]).includes(id);
}

function marksOf(problems: readonly PatternProblem[]) {
  return problems.flatMap(({ place, message }) =>
    place === null ? [] : [{ offset: place.offset, length: place.length, message }],
  );
}

/** The pattern that a text in order says. */
function readPattern(text: string): JsonObject {
  return JSON.parse(withoutMark(text)) as JsonObject;
}

/** Whether two texts of patterns in order say the same. */
function isSame(text: string, other: string): boolean {
  return JSON.stringify(readPattern(text)) === JSON.stringify(readPattern(other));
}
