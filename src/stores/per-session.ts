/** What a part of the page keeps for as long as its session lasts, so that whoever comes back finds it again. */
import type { Session } from './session.ts';

/** Made when it is first asked for; for each session its own. */
export function perSession<T>(make: () => T): (session: Session) => T {
  const made = new WeakMap<Session, { kept: T }>();
  return (session) => {
    const known = made.get(session) ?? { kept: make() };
    made.set(session, known);
    return known.kept;
  };
}
