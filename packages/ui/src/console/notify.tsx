import { notifications } from '@mantine/notifications';
import { translate } from '../i18n.ts';
import { Button } from '../plain/button.tsx';
import { Icon } from '../plain/icon.tsx';

/** An act is done and its trace is elsewhere on the screen or gone; never for plain saving. */
export function notifyDone(message: string, undo?: () => void): void {
  const id = notifications.show({
    message: (
      <span className="kc-notification">
        <span>{message}</span>
        {undo && (
          <Button
            kind="quiet"
            size="small"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {translate('parts:undo')}
          </Button>
        )}
      </span>
    ),
    icon: <Icon name="done" />,
    // Told when the reader has a moment; only a refusal breaks in.
    role: 'status',
    className: 'kc-tone-done',
    closeButtonProps: { 'aria-label': translate('parts:close') },
  });
}

/** A refusal that belongs to no field, or with `act` what only has to be done again. It stays until it is read. */
export function notifyFailed(message: string, tone: 'late' | 'act' = 'late'): void {
  notifications.show({
    message,
    icon: <Icon name={tone === 'act' ? 'info' : 'warning'} />,
    className: `kc-tone-${tone}`,
    autoClose: false,
    role: 'alert',
    closeButtonProps: { 'aria-label': translate('parts:close') },
  });
}
