import { Deadline } from '@kycuong/ui/console/deadline.tsx';
import { SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Link } from '@tanstack/react-router';
import { signedDays } from '../../signed-days.ts';
import { ActionStateWord, severityKeys } from '../../states/action-state.tsx';
import type { ListedAction } from './action-details.ts';

interface ActionPanelProps {
  readonly action: ListedAction;
  readonly onClose: () => void;
}

export function ActionPanel({ action, onClose }: ActionPanelProps) {
  const { t } = useMessages();
  const { actionId, code, title, unit, status, deadline, dueOn, severity, issuedOn } = action;
  return (
    <SidePanel
      label={t('corrective-action:panel-label')}
      number={code}
      title={title}
      subtitle={unit.name}
      onClose={onClose}
      acts={
        <Link
          className={buttonClass({ kind: 'main' })}
          to="/corrective-actions/$actionId"
          params={{ actionId }}
        >
          {t('corrective-action:open')}
        </Link>
      }
    >
      <Facts
        items={[
          [t('corrective-action:state'), <ActionStateWord key="state" status={status} />],
          [
            t('corrective-action:answer-due'),
            deadline ? (
              <Deadline key="due" due={dueOn} workingDays={signedDays(deadline)} />
            ) : (
              formatDate(dueOn)
            ),
          ],
          [t('corrective-action:issued-on'), formatDate(issuedOn)],
          [t('corrective-action:conclusion'), action.conclusionNumber ?? '–'],
          [t('corrective-action:severity'), t(severityKeys[severity])],
          ...(action.itemCode ? [[t('corrective-action:item'), action.itemCode] as const] : []),
        ]}
      />
    </SidePanel>
  );
}
