import { afterEach, describe, expect, it } from 'vitest';
import { formSent, isTextLost, keptAsDraft, letFormsGo, openForm } from './open-forms.ts';

afterEach(letFormsGo);

/** A form with a reason, as it is typed into. */
function opened() {
  const values = { reason: '', rows: [{ text: 'có sẵn' }] };
  const control = {};
  const close = openForm({ control, read: () => values });
  return { form: { control }, values, close };
}

describe('what would be lost with the page', () => {
  it('is what was typed, also deep in a form; not what a form began with, nor what was emptied again', () => {
    const { values } = opened();
    expect(isTextLost()).toBe(false);
    values.reason = 'Một lý do';
    expect(isTextLost()).toBe(true);
    values.reason = '';
    expect(isTextLost()).toBe(false);
    values.rows = [{ text: 'có sẵn, và thêm' }];
    expect(isTextLost()).toBe(true);
  });

  it('is nothing of a form that is gone, was sent, or is kept as a draft', () => {
    const [gone, sent, kept] = [opened(), opened(), opened()];
    for (const { values } of [gone, sent, kept]) values.reason = 'Một lý do';
    gone.close();
    keptAsDraft(kept.form);
    expect(isTextLost()).toBe(true);
    formSent(sent.form);
    expect(isTextLost()).toBe(false);
    sent.values.reason = 'Một lý do nữa';
    expect(isTextLost()).toBe(true);
  });
});
