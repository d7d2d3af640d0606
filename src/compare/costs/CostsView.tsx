/** Cost against traffic: what 1,000 watchable videos cost in each architecture, from a trickle to a flood. */
import { useText } from '../../ui/use-text.ts';

export function CostsView() {
  const say = useText();
  return <h2>{say('screen.costs')}</h2>;
}
