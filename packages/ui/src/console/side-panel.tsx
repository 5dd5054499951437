import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useMessages } from '../i18n.ts';
import { IconButton } from '../plain/button.tsx';

/** The list keeps its place at the left while details stand at the right; below 1080 px the panel is a page of its own. */
export function ListWithPanel({
  children,
  panel,
}: {
  readonly children: ReactNode;
  readonly panel?: ReactNode;
}) {
  return (
    <div className={panel ? 'kc-split kc-split--open' : 'kc-split'}>
      <div className="kc-split-list">{children}</div>
      {panel}
    </div>
  );
}

/** Where the panel is a page of its own, the focus goes into it and comes back. */
const coversPage = '(max-width: 1079px)';

interface SidePanelProps {
  readonly label: string;
  /** The number of the thing, small above the title. */
  readonly number?: ReactNode;
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly acts?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Warning first, then facts, then what to look at; acts at the foot. Escape closes it. */
export function SidePanel({ label, number, title, subtitle, acts, onClose, children }: SidePanelProps) {
  const { t } = useMessages();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
  // It begins under the page's head and ends with the window, so that its acts are in sight before anything is scrolled.
  useLayoutEffect(() => {
    const measure = () => {
      const top = panel.current?.parentElement?.offsetTop ?? 0;
      panel.current?.style.setProperty('--panel-top', `${top}px`);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  useEffect(() => {
    if (!window.matchMedia(coversPage).matches) return;
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <aside ref={panel} className="kc-panel" aria-label={label} tabIndex={-1}>
      <div className="kc-panel-top">
        <span>{number}</span>
        <span className="kc-panel-keys" aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd>
        </span>
        <IconButton icon="close" label={t('parts:close')} onClick={onClose} />
      </div>
      <h2>{title}</h2>
      {subtitle && <p className="kc-panel-subtitle">{subtitle}</p>}
      <div className="kc-panel-body">{children}</div>
      {acts && <div className="kc-panel-acts">{acts}</div>}
    </aside>
  );
}

export function PanelSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="kc-panel-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
