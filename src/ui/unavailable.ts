/** What makes a button of no use for the moment without taking the focus from it, as `disabled` would. */
import type { MouseEvent } from 'react';

export const unavailableProps = {
  'aria-disabled': true,
  onClick: (event: MouseEvent): void => event.preventDefault(),
} as const;
