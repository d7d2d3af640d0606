/** A link to a screen: a real address, so that it opens in another tab too; followed in place it keeps what was changed. */
import type { ReactNode } from 'react';
import type { Screen } from '../stores/session.ts';
import { useSession } from '../stores/session-context.tsx';

export interface ScreenLinkProps {
  /** Not a proof: its address says which. */
  to: Exclude<Screen, 'proof'>;
  className?: string | undefined;
  /** Whether it leads to where one is, or to what that belongs to. */
  current?: 'page' | 'true' | undefined;
  title?: string | undefined;
  children: ReactNode;
}

export function ScreenLink({ to, className, current, title, children }: ScreenLinkProps) {
  const session = useSession();
  return (
    <a
      href={`#/${to}`}
      className={className}
      aria-current={current}
      title={title}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        session.show(to);
      }}
    >
      {children}
    </a>
  );
}
