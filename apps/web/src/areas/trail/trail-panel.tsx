import { PanelSection, SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Link } from '@tanstack/react-router';
import { actionText, actorText, type Entry, importSaid, isImport, thingText } from './trail-words.ts';
import './trail.css';

interface TrailPanelProps {
  readonly entry: Entry;
  readonly onNarrow: (key: string, value: string | undefined) => void;
  readonly onClose: () => void;
}

/** One entry as it was written: who, when, on what, and what the command said. */
export function TrailPanel({ entry, onNarrow, onClose }: TrailPanelProps) {
  const { t } = useMessages();
  const { seq, at, actorId, username, action, subjectKind, subjectId, unitName, commandId } = entry;
  const { senderName, deviceId, deviceLabel, subjectAccount } = entry;
  const said = JSON.stringify(entry.detail, null, 2);
  const title = actionText(action, t);
  const { file, reason } = importSaid(entry);
  return (
    <SidePanel
      label={title}
      number={t('trail:entry-number', { seq })}
      title={title}
      subtitle={formatInstant(at)}
      onClose={onClose}
      acts={
        <>
          {actorId !== null && (
            <Button onClick={() => onNarrow('actor', actorId)}>{t('trail:this-person')}</Button>
          )}
          {(isImport(action) || subjectKind === 'list-import') && (
            <Link
              to="/imports/$importId"
              params={{ importId: isImport(action) ? commandId : subjectId }}
              className={buttonClass()}
            >
              {t('list-import:open-import')}
            </Link>
          )}
          <Button onClick={() => onNarrow('thing', subjectId)}>{t('trail:this-thing')}</Button>
        </>
      }
    >
      <Facts
        items={[
          [t('trail:who'), actorText(entry, t)],
          [t('trail:username'), username ?? t('trail:no-account')],
          [
            t('trail:on-what'),
            subjectAccount ? (
              <Link key="account" to="/accounts/$accountId" params={{ accountId: subjectAccount.id }}>
                {thingText(entry, t)}
              </Link>
            ) : (
              thingText(entry, t)
            ),
          ],
          [t('trail:subject'), subjectId],
          ...(file === undefined ? [] : ([[t('list-import:file'), file]] as const)),
          ...(reason === undefined ? [] : ([[t('list-import:take-back-reason'), reason]] as const)),
          ...(unitName === null ? [] : ([[t('trail:unit'), unitName]] as const)),
          ...(senderName === null ? [] : ([[t('trail:sender'), senderName]] as const)),
          ...(deviceId === null ? [] : ([[t('trail:device'), deviceLabel ?? deviceId]] as const)),
          [t('trail:command'), commandId],
          [
            t('trail:seal'),
            entry.seal
              ? t('trail:seal-since', { number: entry.seal.number, at: formatInstant(entry.seal.sealedAt) })
              : t('trail:unsealed'),
          ],
        ]}
      />
      <PanelSection title={t('trail:said')}>
        {said === '{}' || said === 'null' ? (
          <p className="kc-meta">{t('trail:said-nothing')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
          <pre className="trail-said" tabIndex={0}>
            {said}
          </pre>
        )}
      </PanelSection>
    </SidePanel>
  );
}
