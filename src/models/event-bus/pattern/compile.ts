/**
 * Takes a pattern apart. As in the reference implementation, every `$or` is multiplied out: a pattern becomes a list of
 * branches, one of which must match, and a branch is a condition for each field it names.
 */
import type { Path } from '../../../text/wording.ts';
import type { JsonNode } from './json-text.ts';
import { type LeafTest, readOption } from './operators.ts';
import type { PatternReport } from './problems.ts';

/** What one field must be: one of the tests passes, or it may be absent. */
export interface Condition {
  /** The keys on the way to the field, joined by dots. */
  field: string;
  tests: readonly LeafTest[];
  absent: boolean;
}

/** The conditions by field. A field that a branch names again further down has only its last condition. */
export type Branch = ReadonlyMap<string, Condition>;

/** Branches that a pattern may have. Our choice: it keeps a pattern of many `$or` from filling the memory. */
const MAXIMUM_BRANCHES = 1000;

/** Keys that mean no field within `$or`: reserved by the reference implementation for operators, old and to come. */
const reservedInOr: ReadonlySet<string> = new Set([
  ...['exactly', 'equals-ignore-case', 'prefix', 'suffix', 'anything-but', 'exists', 'wildcard', 'numeric', 'cidr'],
  ...['=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
]);

const fieldForm =
  'a list of what the field may be, such as ["running"] or [{"prefix": "run"}], or an object of fields within it';

/** The branches of a pattern. They mean something only if nothing is reported. */
export function compilePattern(root: JsonNode, report: PatternReport): Branch[] {
  if (root.kind !== 'object') {
    report.atValue([], root, 'an object of fields, such as {"source": ["my.app"]}');
    return [];
  }
  return new Compiler(report).readFields(root, [], '', false, [new Map()]);
}

class Compiler {
  readonly #report: PatternReport;
  #hasTooMany = false;

  constructor(report: PatternReport) {
    this.#report = report;
  }

  /** The given branches with what `node` asks for added to each. */
  readFields(
    node: JsonNode & { kind: 'object' },
    path: Path,
    prefix: string,
    isInOr: boolean,
    given: Branch[],
  ): Branch[] {
    let branches = given;
    if (node.entries.length === 0) this.#report.atValue(path, node, 'an object of at least one field');
    for (const { key, keySpan, node: value } of node.entries) {
      const inner = [...path, key];
      if (key === '$or') {
        branches = this.#readOr(value, inner, prefix, branches);
      } else if (isInOr && reservedInOr.has(key)) {
        this.#report.atKey(inner, keySpan, 'the name of a field; this name is reserved within $or');
      } else if (value.kind === 'object') {
        branches = this.readFields(value, inner, `${prefix}${key}.`, isInOr, branches);
      } else if (value.kind === 'array') {
        branches = this.#readField(value, inner, `${prefix}${key}`, branches);
      } else {
        this.#report.atValue(inner, value, fieldForm);
      }
    }
    return branches;
  }

  #readOr(node: JsonNode, path: Path, prefix: string, given: Branch[]): Branch[] {
    if (node.kind !== 'array' || node.items.length < 2) {
      this.#report.atValue(path, node, 'a list of at least two objects, one of which must match');
      return given;
    }
    const branches: Branch[] = [];
    for (const [index, item] of node.items.entries()) {
      if (item.kind !== 'object') {
        this.#report.atValue([...path, index], item, 'an object of fields');
        continue;
      }
      branches.push(...this.readFields(item, [...path, index], prefix, true, this.#hasTooMany ? [] : given));
      if (branches.length > MAXIMUM_BRANCHES && !this.#hasTooMany) {
        this.#hasTooMany = true;
        const allowed = `at most ${MAXIMUM_BRANCHES} combinations of the alternatives of all $or`;
        this.#report.atValue(path, node, allowed);
      }
    }
    return branches;
  }

  #readField(node: JsonNode & { kind: 'array' }, path: Path, field: string, branches: Branch[]): Branch[] {
    if (node.items.length === 0) this.#report.atValue(path, node, 'a list of at least one value or operator');
    const options = node.items.map((item, index) => readOption(item, [...path, index], this.#report));
    const tests = options.filter((option) => typeof option === 'function');
    const condition: Condition = { field, tests, absent: options.includes('absent') };
    return branches.map((branch) => new Map(branch).set(field, condition));
  }
}
