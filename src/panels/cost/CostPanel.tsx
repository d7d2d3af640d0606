/** What it costs: per hour now, so far, and what that was paid for. */
import { Receipt } from 'lucide-react';
import { useState } from 'react';
import { type Share, shares } from '../../cost/shares.ts';
import { useRun, useRunState } from '../../stores/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatMoney, formatShare, NOTHING } from '../../ui/format.ts';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { useText } from '../../ui/use-text.ts';
import type { Figures } from '../figures.ts';
import { useFigures } from '../use-figures.ts';
import { BillDialog } from './BillDialog.tsx';
import styles from './CostPanel.module.css';
import { OwnPrices } from './OwnPrices.tsx';
import { SizingSection } from './SizingSection.tsx';

export function CostPanel() {
  const say = useText();
  const figures = useFigures(useRun());
  const ownPrices = useRunState(({ report }) => report?.bill.ownPrices.length ?? 0);
  const [billShown, setBillShown] = useState(false);
  return (
    <PanelSection title={say('cost.title')}>
      <dl className={styles.sums}>
        <div className={styles.now}>
          <dt>{say('cost.perHour')}</dt>
          <dd className="number">{figures ? formatMoney(figures.perHourUsd) : NOTHING}</dd>
        </div>
        <div>
          <dt>{say('cost.soFar')}</dt>
          <dd className="number">{figures ? formatMoney(figures.soFarUsd) : NOTHING}</dd>
        </div>
      </dl>
      {figures && figures.soFarUsd > 0 && <Split figures={figures} />}
      <OwnPrices n={ownPrices} />
      <Button weight="bare" className={styles.bill} icon={<Receipt />} onClick={() => setBillShown(true)}>
        {say('cost.bill')}
      </Button>
      <SizingSection />
      {billShown && <BillDialog onClose={() => setBillShown(false)} />}
    </PanelSection>
  );
}

/** What was paid for so far, as a bar and in words. */
function Split({ figures }: { figures: Figures }) {
  const say = useText();
  const of = (share: Share): number => figures[`${share}Usd`] / figures.soFarUsd;
  // Waste is told where there is any: a run without failures has none.
  const shown = shares.filter((share) => share !== 'wasted' || figures.wastedUsd > 0);
  return (
    <div className={styles.split}>
      <div className={styles.bar} aria-hidden="true">
        {shares.map((share) => (
          <span key={share} className={styles[share]} style={{ flexGrow: of(share) }} />
        ))}
      </div>
      <ul className={styles.shares}>
        {shown.map((share) => (
          <li key={share}>
            <span className={`${styles.sign} ${styles[share]}`} aria-hidden="true" />
            {say(`cost.${share}`)} <span className="number">{formatShare(of(share))}</span>
          </li>
        ))}
      </ul>
      {figures.wastedUsd > 0 && <p className={styles.what}>{say('cost.wasted.what')}</p>}
    </div>
  );
}
