import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { uuidV7 } from '../sync/uuid-v7.ts';
import { SampleDossier } from './sample-dossier.ts';

const sample = {
  sampleId: uuidV7(0),
  visitId: uuidV7(1),
  code: 'H42.18-261116-0001',
  procedure: 'Đăng ký khai sinh',
  receivedOn: '2026-11-13',
  completeOn: '2026-11-16',
  dueOn: '2026-12-01',
  stopped: [],
  apologyIssued: false,
  extraPapersAsked: false,
};

describe('SampleDossier', () => {
  it('takes a dossier that is still in hand', () => {
    expect(z.parse(SampleDossier, sample)).toEqual(sample);
  });

  it.each([
    [{ completeOn: '2026-11-12' }, 'completeOn', 'dossier.complete-before-received'],
    [{ dueOn: '2026-11-15' }, 'dueOn', 'dossier.due-before-complete'],
    [{ returnedOn: '2026-11-14' }, 'returnedOn', 'dossier.returned-before-complete'],
    [{ stopped: [{ from: '2026-11-13', form: '02' }] }, 'stopped.0.from', 'dossier.stop-outside'],
    [
      { stopped: [{ from: '2026-11-19', until: '2026-11-18', form: '02' }] },
      'stopped.0.until',
      'input.date-order',
    ],
    [{ dueOn: '2026-02-30' }, 'dueOn', 'input.no-such-day'],
  ])('refuses %o beside the field', (change, path, message) => {
    const issues = z.safeParse(SampleDossier, { ...sample, ...change }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join('.'), issue.message])).toContainEqual([path, message]);
  });
});
