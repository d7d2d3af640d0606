/** What a part of the page keeps with its session. */
import { expect, it } from 'vitest';
import { createSession } from '../../src/stores/create-session.ts';
import { perSession } from '../../src/stores/per-session.ts';

it('is made once for each session, when it is first asked for', () => {
  let made = 0;
  const keptOf = perSession(() => {
    made += 1;
    return made;
  });
  expect(made).toBe(0);
  const [one, other] = [createSession(), createSession()];
  expect([keptOf(one), keptOf(other), keptOf(one), keptOf(other)]).toEqual([1, 2, 1, 2]);
});

it('keeps nothing too, rather than asking for it again', () => {
  let asked = 0;
  const keptOf = perSession(() => {
    asked += 1;
    return undefined;
  });
  const session = createSession();
  keptOf(session);
  keptOf(session);
  expect(asked).toBe(1);
});
