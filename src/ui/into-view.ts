/** A ref for a message that has just come: scrolls it to where it is seen, so that it is not missed below an edge. */
export function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
