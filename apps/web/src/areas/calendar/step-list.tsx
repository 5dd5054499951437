import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';
import { useOpened } from '../../decision/use-opened.ts';
import { useDeadlineWords } from '../../use-deadline-words.ts';
import { markLook } from './mark-look.ts';
import { StepPanel } from './step-panel.tsx';

export type ShownStep = inferOutput<typeof trpc.planning.listDeadlines>[number];

export const stepKey = ({ step, field }: Pick<ShownStep, 'step' | 'field'>) => `${step}.${field ?? 'all'}`;

interface StepListProps {
  readonly mayEdit: boolean;
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
}

/** The time of each step of an inspection: law, or what the province has set. */
export function StepList({ mayEdit, open, onOpen }: StepListProps) {
  const { t } = useMessages();
  const { data } = useSuspenseQuery(trpc.planning.listDeadlines.queryOptions({}));
  const words = useDeadlineWords();
  const standing = data.find((row) => stepKey(row) === open);
  const { thing: chosen } = useOpened(open, standing);
  const panel = chosen && standing && (
    <StepPanel
      key={open}
      row={chosen}
      standing={standing}
      mayEdit={mayEdit}
      onClose={() => onOpen(undefined)}
    />
  );
  return (
    <ListWithPanel panel={panel}>
      <DataTable
        label={t('calendar:steps')}
        rows={data}
        rowKey={stepKey}
        chosen={open ?? null}
        onChoose={onOpen}
        columns={[
          { key: 'step', title: t('calendar:step'), cell: ({ step }) => t(`calendar:step-${step}`) },
          {
            key: 'field',
            title: t('calendar:step-field'),
            width: '200px',
            cell: ({ field }) =>
              field === null ? t('calendar:step-every-field') : t(`planning:field-${field}`),
          },
          {
            key: 'time',
            title: t('calendar:step-time'),
            width: '176px',
            cell: ({ unit, amount, event }) => words({ unit, amount, event }),
          },
          ...(panel
            ? []
            : [
                {
                  key: 'source',
                  title: t('calendar:source'),
                  width: '30%',
                  cell: ({ source }: ShownStep) => source,
                },
              ]),
          {
            key: 'mark',
            title: t('calendar:mark'),
            width: '200px',
            cell: ({ mark }) => <State {...markLook[mark]}>{t(`calendar:mark-${mark}`)}</State>,
          },
        ]}
      />
    </ListWithPanel>
  );
}
