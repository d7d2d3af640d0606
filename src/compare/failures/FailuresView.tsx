/** The failure table: every fault in every architecture, run in the background. */
import { useText } from '../../ui/use-text.ts';

export function FailuresView() {
  const say = useText();
  return <h2>{say('screen.failures')}</h2>;
}
