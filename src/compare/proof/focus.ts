/** Where the keys and the scrolling are, when one thing gives way to another. */

/** Whether nothing is in focus: what was has gone from the page, or was let go. */
export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}

/** Scrolls everything round an element to its beginning. */
export function toTop(element: HTMLElement | null): void {
  for (let each = element; each !== null; each = each.parentElement) each.scrollTop = 0;
}
