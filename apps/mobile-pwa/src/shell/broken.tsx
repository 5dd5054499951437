import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Component, type ReactNode } from 'react';
import { translate } from '../language.ts';
import { isOvertaken } from './shell-worker.ts';

interface BrokenProps {
  /** Another screen is another try. */
  readonly screen: string;
  readonly children: ReactNode;
}

/** A screen that fails leaves the way to the others open; what was written lies in the database. */
export class Broken extends Component<BrokenProps, { readonly failedAt: string | null }> {
  override state = { failedAt: null };

  static getDerivedStateFromError(): { failedAt: string } {
    return { failedAt: location.pathname };
  }

  override componentDidUpdate(before: BrokenProps): void {
    if (before.screen !== this.props.screen && this.state.failedAt !== null)
      this.setState({ failedAt: null });
  }

  override render(): ReactNode {
    if (this.state.failedAt === null) return this.props.children;
    return (
      <EmptyState
        icon="info"
        title={translate(isOvertaken() ? 'field:update.elsewhere' : 'field:broken.title')}
        act={
          <Button size="touch" kind="main" onClick={() => location.reload()}>
            {translate('field:broken.again')}
          </Button>
        }
      >
        {translate('field:broken.text')} <a href="/field/">{translate('field:broken.list')}</a>
      </EmptyState>
    );
  }
}
