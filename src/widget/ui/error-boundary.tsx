import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown in place of what broke; may offer to try again. */
  readonly fallback: ReactNode | ((again: () => void) => ReactNode);
  readonly onError?: ((error: unknown) => void) | undefined;
  readonly children: ReactNode;
}

/** Keeps a fault in one place: the rest of the panel, and the shop's page, go on. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { fallback } = this.props;
    return typeof fallback === 'function' ? fallback(() => this.setState({ broken: false })) : fallback;
  }
}
