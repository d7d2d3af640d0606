/** What stands in place of a part that failed: plain words and a way on. */
import { Component, type ReactNode } from 'react';
import { text } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { VocabularyContext } from '../ui/use-text.ts';
import styles from './ErrorBoundary.module.css';

interface State {
  message: string | null;
}

export interface ErrorBoundaryProps {
  children: ReactNode;
  /** What it is about: when that changes, it is tried again. */
  about?: string;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  static override contextType = VocabularyContext;
  declare context: React.ContextType<typeof VocabularyContext>;
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.about !== this.props.about && this.state.message !== null) this.setState({ message: null });
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <div role="alert" className={styles.failed}>
        <h2>{text(this.context, 'app.failed')}</h2>
        <p>{text(this.context, 'app.failed.what')}</p>
        <p className={styles.detail}>{text(this.context, 'app.failed.detail', { message })}</p>
        <Button weight="strong" onClick={() => location.reload()}>
          {text(this.context, 'app.failed.reload')}
        </Button>
      </div>
    );
  }
}
