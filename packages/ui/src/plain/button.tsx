import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';

/** `main`: the one filled button of a page; `line`: an act of second rank in the colour of acting; `quiet`: text only. */
export type ButtonKind = 'main' | 'plain' | 'line' | 'quiet' | 'danger';

export interface ButtonLook {
  readonly kind?: ButtonKind;
  /** `small` 32 px in rows, `normal` 36 px, `touch` 52 px on the tablet. */
  readonly size?: 'small' | 'normal' | 'touch';
  readonly wide?: boolean;
}

/** Class of a link that should look like a button. */
export function buttonClass({ kind = 'plain', size = 'normal', wide = false }: ButtonLook = {}): string {
  return `kc-button kc-button--${kind} kc-button--${size}${wide ? ' kc-button--wide' : ''}`;
}

interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  /** Keeps its width, is announced as busy and cannot be pressed twice. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ kind, size, wide, icon, iconAfter, busy, children, ...rest }: ButtonProps) {
  const look = {
    ...(kind && { kind }),
    ...(size && { size }),
    ...(wide && { wide }),
  };
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look)}
      aria-busy={busy || undefined}
      disabled={rest.disabled === true || busy === true}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly icon: IconName;
  /** What it does; read aloud and shown on hover. */
  readonly label: string;
  readonly size?: 'small' | 'touch';
}

export function IconButton({ icon, label, size = 'small', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`kc-icon-button kc-icon-button--${size}`}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} size={size === 'touch' ? 24 : 20} />
    </button>
  );
}
