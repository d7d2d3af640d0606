/** What the pointer or the focus is on. */

export type PointedAt =
  | { kind: 'component'; component: string }
  | { kind: 'instance'; component: string; instance: number }
  /** A link of which there is something to say (nothing passes along it, or a fault strikes it), by its number. */
  | { kind: 'link'; link: number }
  | { kind: 'message'; messageId: number; isBack: boolean };

/** The component, instance or link that an element of the picture belongs to; null for the ground. */
export function pointedAtBy(target: EventTarget | null): PointedAt | null {
  if (!(target instanceof Element)) return null;
  const link = target.closest<SVGElement>('[data-link]')?.dataset['link'];
  if (link !== undefined) return { kind: 'link', link: Number(link) };
  const component = target.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  if (component === undefined) return null;
  const chip = target.closest<HTMLElement>('[data-instance]')?.dataset['instance'];
  return chip === undefined
    ? { kind: 'component', component }
    : { kind: 'instance', component, instance: Number(chip) };
}

export function isSame(a: PointedAt | null, b: PointedAt | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
