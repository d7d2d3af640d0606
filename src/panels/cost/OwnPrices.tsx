/** Says beside a total that some of its prices are the reader's own. */
import { useText } from '../../ui/use-text.ts';
import styles from './OwnPrices.module.css';

/** `n`: how many prices of the reader's own count in the total; nothing is said of none. */
export function OwnPrices({ n }: { n: number }) {
  const say = useText();
  return n > 0 ? <p className={styles.own}>{say('bill.prices.own', { n })}</p> : null;
}
