import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { type ReactNode, useContext, useEffect } from 'react';
import { GiveUpContext } from './give-up-context.ts';
import { useFocusHere } from './use-focus-here.ts';
import './decision.css';

/** A decision that cannot be taken back, on the page and not over it, so that what it is about can still be read. */
export function Decision({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const place = useFocusHere();
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' });
  }, [place]);
  return (
    <section ref={place} className="decision" aria-label={title} tabIndex={-1}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface DecisionActsProps {
  readonly confirm: string;
  readonly busy: boolean;
  /** By default it sends the form around it. */
  readonly onConfirm?: () => void;
  readonly onCancel: () => void;
}

export function DecisionActs({ confirm, busy, onConfirm, onCancel }: DecisionActsProps) {
  const { t } = useMessages();
  const giveUp = useContext(GiveUpContext);
  const cancel = () => {
    // The way back from a look over a form is none out of the form.
    if (!onConfirm) giveUp();
    onCancel();
  };
  return (
    <div className="kc-form-acts">
      <Button
        type={onConfirm ? 'button' : 'submit'}
        kind="main"
        busy={busy}
        {...(onConfirm && { onClick: onConfirm })}
      >
        {confirm}
      </Button>
      <Button kind="quiet" onClick={cancel}>
        {t('shell:cancel')}
      </Button>
    </div>
  );
}
