/** The instrument of this bench. */
import { useText } from '../../../ui/use-text.ts';
import type { InstrumentProps } from '../../instrument.ts';

export function Timeouts({ stage }: InstrumentProps) {
  const say = useText();
  return <p>{say(`stage.${stage}.line`)}</p>;
}
