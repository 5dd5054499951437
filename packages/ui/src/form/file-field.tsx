import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { accepts } from '../console/file-drop.tsx';
import { formatBytes } from '../format.ts';
import { useMessages } from '../i18n.ts';
import { Field, fieldDescription } from '../plain/field.tsx';
import { Icon } from '../plain/icon.tsx';
import { type BoundFieldProps, useField } from './use-field.ts';

interface FileFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  /** As in the HTML attribute: `.csv,.xlsx`. */
  readonly accept: string;
  readonly maxBytes: number;
}

/** One file, dropped or chosen; what cannot be taken is refused here, before it is sent anywhere. */
export function FileField<Values extends FieldValues, Output>(props: FileFieldProps<Values, Output>) {
  const { t, language } = useMessages();
  const { field, frame, bound } = useField({ ...props, asks: 'choose' });
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);
  const value: unknown = field.value;
  const chosen = value instanceof File ? value : undefined;
  const error = problem ?? frame.error;
  const size = formatBytes(props.maxBytes, language);

  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const large = file.size > props.maxBytes && t('parts:file-too-large', { name: file.name, size });
    const wrong = !accepts(props.accept, file) && t('parts:file-wrong-kind', { name: file.name });
    setProblem(large || wrong || undefined);
    field.onChange(large || wrong ? undefined : file);
  };

  return (
    <Field {...frame} error={error}>
      <label
        className="kc-file kc-file--add"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <Icon name={chosen ? 'document' : 'upload'} />
        <span>
          {chosen ? chosen.name : t('parts:file-choose')}
          <small>
            {chosen
              ? `${formatBytes(chosen.size, language)} · ${t('parts:file-replace')}`
              : t('parts:file-hint-one', { size })}
          </small>
        </span>
        <input
          {...bound}
          ref={field.ref}
          type="file"
          className="kc-hidden"
          accept={props.accept}
          aria-invalid={error !== undefined}
          aria-describedby={fieldDescription(bound.id, {
            help: props.help !== undefined,
            error: error !== undefined,
          })}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
    </Field>
  );
}
