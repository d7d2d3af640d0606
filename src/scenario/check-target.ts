/** Checks what in a parameter names another component: it must be there, of the right kind, and a link must lead there. */
import type { ComponentKind } from '../models/registry.ts';
import { anyOf, didYouMean, eitherOf, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';
import { aKind } from './parameter-rules.ts';

/** Checks that `id` is a component of one of the kinds, and that a link leads there from `component`. */
export function checkTarget(
  draft: Draft,
  architecture: Architecture,
  component: DraftComponent,
  path: Path,
  id: string,
  kinds: readonly ComponentKind[],
): void {
  if (!checkExists(draft, architecture, path, id, kinds)) return;
  const { links, pairs, hasAllLinks } = architecture;
  if (!hasAllLinks || pairs.has(`${component.id} ${id}`)) return;
  if (id === component.id) {
    draft.report(path, `the id of another component: ${aKindOf(kinds)}`);
    return;
  }
  // A link that leads the wrong way round has been told of.
  const isTold = links.some(
    (link) => link.from === id && link.to === component.id && link.path !== null && !draft.isSound(link.path),
  );
  if (isTold) return;
  draft.report(path, `${aKindOf(kinds)} that a link leads to from "${component.id}"; none leads to "${id}"`);
}

/** Checks that `id` is a component of one of the kinds; says whether it is. */
export function checkExists(
  draft: Draft,
  architecture: Architecture,
  path: Path,
  id: string,
  kinds: readonly ComponentKind[],
): boolean {
  const { components, hasAllComponents } = architecture;
  const found = components.get(id);
  if (found !== undefined && kinds.includes(found.kind)) return true;
  if (found === undefined && !hasAllComponents) return false;
  draft.report(path, () => {
    const ids = [...components.values()].filter(({ kind }) => kinds.includes(kind)).map((each) => each.id);
    const hint = found === undefined ? didYouMean(id, ids) : `; "${id}" is ${aKind(found.kind)}`;
    return `the id of ${aKindOf(kinds)} (${ids.length === 0 ? 'there is none' : anyOf(ids)})${hint}`;
  });
  return false;
}

function aKindOf(kinds: readonly ComponentKind[]): string {
  return eitherOf(kinds.map(aKind));
}
