/** A button that shows only a sign; its name is read out, and shown where one points. */
import type { ComponentProps, ReactNode } from 'react';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';
import { unavailableProps } from './unavailable.ts';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  label: string;
  icon: ReactNode;
  /** With a frame, as a button that stands alone has. */
  framed?: boolean;
  /** Without the words beside it: in a dialog, which would cover them. */
  quiet?: boolean;
  /** Cannot be used just now. Unlike a disabled one it keeps the focus, so that whoever works with keys is not thrown off. */
  unavailable?: boolean;
}

export function IconButton({
  label,
  icon,
  framed = false,
  quiet = false,
  unavailable = false,
  className,
  ...rest
}: IconButtonProps) {
  const classes = [styles.button, framed && styles.framed, className].filter(Boolean).join(' ');
  const button = (
    <button type="button" {...rest} {...(unavailable ? unavailableProps : {})} aria-label={label} className={classes}>
      {icon}
    </button>
  );
  return quiet ? button : <Tooltip words={label}>{button}</Tooltip>;
}
