/** The instrument of this bench: a bus as a river, who tells something to it and who listens, and what one event met. */
import { useState } from 'react';
import type { InstrumentProps } from '../../instrument.ts';
import lab from '../../LabInstrument.module.css';
import { useBus, useBusPasses } from '../use-bus.ts';
import { Chosen } from './Chosen.tsx';
import type { Choice } from './choice.ts';
import { People } from './People.tsx';
import { RiverPicture } from './RiverPicture.tsx';

export function River({ stage }: InstrumentProps) {
  const bus = useBus();
  const passes = useBusPasses(bus);
  const [chosen, setChosen] = useState<Choice | null>(null);
  return (
    <div className={lab.whole}>
      <RiverPicture bus={bus} passes={passes} chosen={chosen} onChoose={setChosen} />
      <Chosen bus={bus} passes={passes} chosen={chosen} onChoose={setChosen} />
      <People stage={stage} bus={bus} />
    </div>
  );
}
