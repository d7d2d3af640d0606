/** A button, in three weights: strong for the one thing to do, plain for the others, bare inside of lists. */
import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { unavailableProps } from './unavailable.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  weight?: 'strong' | 'plain' | 'bare';
  /** Stands before the words; hidden from screen readers. */
  icon?: ReactNode;
  /** As wide as there is room. */
  wide?: boolean;
  /** Cannot be used just now. Unlike a disabled one it keeps the focus, so that whoever works with keys is not thrown off. */
  unavailable?: boolean;
}

export function Button({
  weight = 'plain',
  icon,
  wide = false,
  unavailable = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  const classes = [styles.button, styles[weight], wide && styles.wide, className].filter(Boolean).join(' ');
  return (
    <button type="button" {...rest} {...(unavailable ? unavailableProps : {})} className={classes}>
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      {children}
    </button>
  );
}
