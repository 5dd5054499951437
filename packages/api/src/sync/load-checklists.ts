import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import type { ChecklistCodes, Desk } from './desk.ts';
import type { Ask } from './field-transaction.ts';

const mostKept = 200;
/** Published versions never change, so what was read once holds, for whoever may see a visit that is pinned to one. */
const published = new Map<string, ChecklistCodes>();

/** The codes of the versions to which the visits on the desk are pinned. */
export async function loadChecklists(ask: Ask, desk: Desk): Promise<void> {
  const versionIds = new Set([...desk.visits.values()].map(({ checklistVersionId }) => checklistVersionId));
  for (const id of versionIds) {
    const codes = published.get(id);
    if (codes !== undefined) desk.checklists.set(id, codes);
  }
  const missing = [...versionIds].filter((id) => !desk.checklists.has(id));
  if (missing.length === 0) return;
  const rows = await ask<{ id: string; status: string; content: unknown }>(
    'select id, status, content from checklist_version where id = any($1::uuid[])',
    [missing],
  );
  for (const { id, status, content } of rows) {
    const checklist = Checklist.parse(content);
    const codes = {
      items: new Set(itemsOf(checklist).map(({ code }) => code)),
      sections: new Set(checklist.sections.map(({ code }) => code)),
    };
    desk.checklists.set(id, codes);
    if (published.size >= mostKept) published.clear();
    if (status === 'published') published.set(id, codes);
  }
}
