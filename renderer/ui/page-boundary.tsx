// A page that cannot be loaded or drawn: said in its place, with a way to load it again. Never an empty window.
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type PageBoundaryProps = {
  /** Another place is another page: it is tried afresh. */
  place?: string;
  children: ReactNode;
};

/** A class, because React tells of a failed child in no other way. */
export class PageBoundary extends Component<PageBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: PageBoundaryProps): void {
    if (this.state.failed && before.place !== this.props.place) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <PageFailed /> : this.props.children;
  }
}

function PageFailed() {
  const { t } = useTranslation('shell');
  return (
    <div className="page" role="alert">
      <div className="empty">
        <Icon name="refused" large />
        <h1>{t('pageFailed.title')}</h1>
        <p>{t('pageFailed.what')}</p>
        <div className="row-of">
          <Button primary icon="again" onPress={() => location.reload()}>
            {t('pageFailed.again')}
          </Button>
        </div>
      </div>
    </div>
  );
}
