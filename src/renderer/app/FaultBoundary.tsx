import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ClientContext } from '../services/client.ts';
import { reportFault } from './report-fault.ts';
import { FaultScreen } from './FaultScreen.tsx';

export type FaultBoundaryProps = {
  readonly children: ReactNode;
  /** Part of the window: the rest stays usable. Without it the whole window is meant. */
  readonly part?: string;
};

type State = { readonly error: Error | null };

/** Keeps a fault in the place where it happened, writes it to the log and offers a way on. */
export class FaultBoundary extends Component<FaultBoundaryProps, State> {
  static override contextType = ClientContext;
  declare context: React.ContextType<typeof ClientContext>;

  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportFault(
      this.context?.client ?? null,
      `window.render${this.props.part ? `.${this.props.part}` : ''}`,
      error,
      componentStack,
    );
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const isPart = this.props.part !== undefined;
    return <FaultScreen error={error} onRetry={isPart ? () => this.setState({ error: null }) : null} />;
  }
}
