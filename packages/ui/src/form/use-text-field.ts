import { textRoom } from '@kycuong/domain/input/text-room.ts';
import type { FieldValues } from 'react-hook-form';
import { useMessages } from '../i18n.ts';
import { fieldDescription } from '../plain/field.tsx';
import type { JudgeField } from './form-frame.ts';
import { limitOf } from './form-schema.ts';
import { type BoundFieldProps, useField } from './use-field.ts';

/**
 * A field of text: what is too long for it stands as it was typed or pasted, and is told before the form is sent. No
 * `maxlength`, which cuts in silence and counts letters that are not composed yet.
 */
export function useTextField<Values extends FieldValues, Output>(
  props: BoundFieldProps<Values, Output>,
  store: (text: string) => string,
) {
  const { control, name, help } = props;
  const { t } = useMessages();
  const limit = limitOf(control, name);
  const roomOf = (value: unknown) =>
    limit === undefined || typeof value !== 'string' ? undefined : textRoom(value, limit, store);
  const judge: JudgeField = (value) => {
    const { over = 0 } = roomOf(value) ?? {};
    return over > 0 ? { key: 'input.too-long', details: { over, maximum: limit } } : undefined;
  };
  const { field, frame, bound } = useField({ ...props, judge });
  const used = roomOf(field.value);
  const room =
    used?.isNear && used.over === 0
      ? t('parts:text-room', { length: used.length, limit: used.limit })
      : undefined;
  const described = { help: help !== undefined, error: frame.error !== undefined, room: room !== undefined };
  return {
    field,
    frame: { ...frame, room },
    bound: { ...bound, 'aria-describedby': fieldDescription(frame.id, described) },
  };
}
