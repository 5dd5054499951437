import { accessMessages } from './access.ts';
import { auditMessages } from './audit.ts';
import { fieldMessages } from './field.ts';
import { partsMessages } from './parts.ts';
import { qualityMessages } from './quality.ts';
import { shellMessages } from './shell.ts';
import { statisticsMessages } from './statistics.ts';

/**
 * Every area's messages by name; a key is written `area:key`. English may add `key_one` for one thing.
 * The tablet starts with only the areas that it shows, so this object is for the console and for tests.
 */
export const catalogue = {
  access: accessMessages,
  field: fieldMessages,
  audit: auditMessages,
  parts: partsMessages,
  quality: qualityMessages,
  shell: shellMessages,
  statistics: statisticsMessages,
} as const;

export type Catalogue = typeof catalogue;
