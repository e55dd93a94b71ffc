import { Component, type ReactNode } from 'react';

/** Keeps a fault in one view: the bar above it goes on, and another view may be gone to. */
export class ErrorBoundary extends Component<{ readonly fallback: ReactNode; readonly children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
