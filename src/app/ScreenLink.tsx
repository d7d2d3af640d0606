/** A link to a screen: a real address, so that it opens in another tab too; followed in place it keeps what was changed. */
import type { ReactNode } from 'react';
import type { StageId } from '../stages/catalogue.ts';
import { useSession } from '../stores/session-context.tsx';

export interface ScreenLinkProps {
  to: StageId;
  className?: string | undefined;
  children: ReactNode;
}

export function ScreenLink({ to, className, children }: ScreenLinkProps) {
  const session = useSession();
  return (
    <a
      href={`#/${to}`}
      className={className}
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
