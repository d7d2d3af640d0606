/** The address of what is seen, to copy or to scan. */
import { Check, Copy } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { encode } from 'uqr';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useText } from '../ui/use-text.ts';
import styles from './ShareDialog.module.css';

/** Most characters of an address in a QR code that a phone still reads from a projector. Our choice; the format ends at 2,953. */
const MOST_CHARACTERS = 1500;

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const say = useText();
  // What is shared is the moment at which the dialog was opened.
  const [address] = useState(() => location.href);
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'failed'>('not yet');
  const field = useRef<HTMLTextAreaElement>(null);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied('copied');
    } catch {
      field.current?.select();
      setCopied('failed');
    }
  };

  return (
    <Dialog title={say('share.title')} onClose={onClose}>
      <p>{say('share.what')}</p>
      <div className={styles.row}>
        <textarea
          ref={field}
          className={`number ${styles.address}`}
          aria-label={say('share.address')}
          readOnly
          rows={3}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button weight="strong" icon={copied === 'copied' ? <Check /> : <Copy />} onClick={() => void copy()}>
          {copied === 'copied' ? say('share.copied') : say('share.copy')}
        </Button>
      </div>
      <p role="status" className={styles.status}>
        {copied === 'failed' ? say('share.copy.failed') : ''}
      </p>
      {address.length <= MOST_CHARACTERS ? <QrCode address={address} /> : <p>{say('share.qr.too.long')}</p>}
    </Dialog>
  );
}

function QrCode({ address }: { address: string }) {
  const say = useText();
  const { size, path } = useMemo(() => {
    const { data, size } = encode(address, { border: 2 });
    const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
    return { size, path };
  }, [address]);
  return (
    <figure className={styles.qr}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say('share.qr')} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      <figcaption>{say('share.qr.what')}</figcaption>
    </figure>
  );
}
