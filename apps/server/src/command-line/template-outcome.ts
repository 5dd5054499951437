import { type ImportTemplate, templateCsv } from '@kycuong/domain/organisation/import-template.ts';
import type { Outcome } from './outcome.ts';

/** A file to begin with: its heading and rows as they should look. */
export function templateOutcome(template: ImportTemplate): Outcome {
  const { columns, examples } = template;
  return {
    data: {
      columns: columns.map(({ column, heading, required }) => ({ column, heading, required })),
      examples,
    },
    text: templateCsv(template).trimEnd(),
  };
}
