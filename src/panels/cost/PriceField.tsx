/** A price of the bill, to be changed in its place. */
import { Undo2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { isPrice, listPrices, MOST_USD, type Price, priceOf, withPrice } from '../../cost/prices.ts';
import { useSession } from '../../stores/session-context.tsx';
import { formatCount, formatUnitPrice } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './PriceField.module.css';

export interface PriceFieldProps {
  price: Price;
  /** What is bought, in words. */
  item: string;
  /** The unit of the price, in words. */
  unit: string;
}

/** What is typed holds on Enter and when the field is left; Escape takes it back. */
export function PriceField({ price, item, unit }: PriceFieldProps) {
  const say = useText();
  const session = useSession();
  const errorId = useId();
  const field = useRef<HTMLInputElement>(null);
  /** What is typed and does not hold yet. */
  const [draft, setDraft] = useState<string | null>(null);
  const [bad, setBad] = useState<string | null>(null);
  const list = priceOf(listPrices, price.id).usd;

  const set = (usd: number): void => {
    setDraft(null);
    setBad(null);
    if (usd === price.usd) return;
    session.settings.setState(({ prices }) => ({ prices: withPrice(prices, price.id, usd) }));
  };
  const take = (): void => {
    if (draft === null) return;
    const usd = readPrice(draft);
    if (usd === null) setBad(draft);
    else set(usd);
  };

  return (
    <div className={styles.price} data-own={price.isChanged}>
      <div className={styles.line}>
        {price.isChanged && <span className={styles.own}>{say('bill.price.own')}</span>}
        <input
          ref={field}
          className="number"
          inputMode="decimal"
          aria-label={say('bill.price.of', { item, unit })}
          aria-invalid={bad !== null}
          aria-describedby={bad === null ? undefined : errorId}
          value={draft ?? plain(price.usd)}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            // Closes the dialog only where there is nothing to take back.
            if (event.key === 'Escape' && draft !== null) {
              event.preventDefault();
              event.stopPropagation();
              setDraft(null);
              setBad(null);
            }
          }}
        />
        {price.isChanged && (
          <IconButton
            quiet
            label={say('bill.price.back', { usd: formatUnitPrice(list), item })}
            icon={<Undo2 />}
            onClick={() => {
              set(list);
              // This button goes away with the price; one goes on where the price stands.
              field.current?.focus();
            }}
          />
        )}
      </div>
      <span className={styles.unit}>{say('bill.price.per', { unit })}</span>
      {bad !== null && (
        <p id={errorId} role="alert" className={styles.error}>
          {say('bill.price.bad', { value: bad, item, id: price.id, most: formatCount(MOST_USD) })}
        </p>
      )}
    </div>
  );
}

/** The number in what was typed, a dollar sign and the commas of thousands apart; null if it is no price. */
function readPrice(typed: string): number | null {
  const bare = typed
    .trim()
    .replace(/^\$\s*/, '')
    .replace(/,(?=\d{3}(\D|$))/g, '');
  const usd = bare === '' ? Number.NaN : Number(bare);
  return isPrice(usd) ? usd : null;
}

/** A number without an exponent, as it would be typed. */
function plain(usd: number): string {
  return usd.toLocaleString('en-US', { maximumFractionDigits: 12, useGrouping: false });
}
