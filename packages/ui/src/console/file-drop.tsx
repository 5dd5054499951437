import { type ReactNode, useId, useState } from 'react';
import { formatBytes } from '../format.ts';
import { useMessages } from '../i18n.ts';
import { IconButton } from '../plain/button.tsx';
import { FieldError } from '../plain/field.tsx';
import { Icon } from '../plain/icon.tsx';
import { Progress } from '../plain/progress.tsx';

export interface DroppedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** "Phạm Văn Khải, 18/11", progress, or why it failed. */
  readonly meta?: ReactNode;
  readonly href?: string;
  /** Address of a small picture in place of the icon. */
  readonly picture?: string;
  /** Bytes that have arrived, while it travels. */
  readonly sent?: number;
}

interface FileDropProps {
  /** Of the control that takes files, for a label or a link to it. */
  readonly id?: string;
  readonly files: readonly DroppedFile[];
  /** As in the HTML attribute: `image/*,.pdf`. */
  readonly accept: string;
  readonly maxBytes: number;
  /** Files of other kinds come through too: whoever takes them says of each why not. */
  readonly anyKind?: boolean;
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove?: (id: string) => void;
  readonly disabled?: boolean;
  /** On a device that is held in the hand: a button of its own that opens the camera. */
  readonly camera?: boolean;
}

/** Whether the `accept` list takes the file; the server looks into the bytes again. */
export function accepts(accept: string, file: { readonly name: string; readonly type: string }): boolean {
  return accept.split(',').some((entry) => {
    const kind = entry.trim().toLowerCase();
    if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind);
    return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind;
  });
}

export function FileDrop(props: FileDropProps) {
  const {
    files,
    accept,
    maxBytes,
    onAdd,
    onRemove,
    disabled = false,
    camera = false,
    anyKind = false,
  } = props;
  const { t, language } = useMessages();
  const given = useId();
  const id = props.id ?? given;
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const size = formatBytes(maxBytes, language);

  const take = (list: FileList | null) => {
    const dropped = [...(list ?? [])];
    const large = dropped.find((file) => file.size > maxBytes);
    const fits = (file: File) => anyKind || accepts(accept, file);
    const wrong = dropped.find((file) => !fits(file));
    if (large) setProblem(t('parts:file-too-large', { name: large.name, size }));
    else setProblem(wrong && t('parts:file-wrong-kind', { name: wrong.name }));
    const good = dropped.filter((file) => file.size <= maxBytes && fits(file));
    if (good.length > 0) onAdd(good);
  };

  return (
    <div>
      <div className="kc-files">
        {files.map((file) => (
          <div key={file.id} className="kc-file">
            {file.picture ? (
              <img className="kc-file-picture" src={file.picture} alt="" />
            ) : (
              <Icon name="document" />
            )}
            <span>
              {file.href ? <a href={file.href}>{file.name}</a> : file.name}
              <small>
                {formatBytes(file.bytes, language)}
                {file.meta && <> · {file.meta}</>}
              </small>
              {file.sent !== undefined && (
                <Progress
                  label={t('parts:file-sending', { name: file.name })}
                  value={file.sent}
                  max={file.bytes}
                />
              )}
            </span>
            {onRemove && (
              <IconButton
                icon="close"
                label={t('parts:file-remove', { name: file.name })}
                onClick={() => onRemove(file.id)}
              />
            )}
          </div>
        ))}
        {!disabled && camera && (
          <label className="kc-file kc-file--add kc-file--camera">
            <Icon name="camera" />
            <span>{t('parts:file-camera')}</span>
            <input
              type="file"
              className="kc-hidden"
              accept="image/*"
              capture="environment"
              onChange={(event) => {
                take(event.target.files);
                event.target.value = '';
              }}
            />
          </label>
        )}
        {!disabled && (
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
              take(event.dataTransfer.files);
            }}
          >
            <Icon name="upload" />
            <span>
              {t('parts:file-add')}
              <small className="kc-file-hint">{t('parts:file-hint', { size })}</small>
            </span>
            <input
              id={id}
              type="file"
              multiple
              className="kc-hidden"
              accept={accept}
              aria-describedby={problem && `${id}-error`}
              onChange={(event) => {
                take(event.target.files);
                event.target.value = '';
              }}
            />
          </label>
        )}
      </div>
      {problem && <FieldError id={id}>{problem}</FieldError>}
    </div>
  );
}
