import { accessMessages } from './access.ts';
import { auditMessages } from './audit.ts';
import { calendarMessages } from './calendar.ts';
import { checklistMessages } from './checklist.ts';
import { conclusionMessages } from './conclusion.ts';
import { correctiveActionMessages } from './corrective-action.ts';
import { deviceMessages } from './device.ts';
import { draftMessages } from './draft.ts';
import { fieldMessages } from './field.ts';
import { importMessages } from './import.ts';
import { listImportMessages } from './list-import.ts';
import { noticeMessages } from './notice.ts';
import { organisationMessages } from './organisation.ts';
import { parcelMessages } from './parcel.ts';
import { partsMessages } from './parts.ts';
import { planningMessages } from './planning.ts';
import { qualityMessages } from './quality.ts';
import { secondFactorMessages } from './second-factor.ts';
import { securityLogMessages } from './security-log.ts';
import { shellMessages } from './shell.ts';
import { statisticsMessages } from './statistics.ts';
import { trailMessages } from './trail.ts';
import { visitMessages } from './visit.ts';

/**
 * Every area's messages by name; a key is written `area:key`. English may add `key_one` for one thing.
 * The tablet starts with only the areas that it shows, so this object is for the console and for tests.
 */
export const catalogue = {
  access: accessMessages,
  device: deviceMessages,
  draft: draftMessages,
  field: fieldMessages,
  audit: auditMessages,
  organisation: organisationMessages,
  parcel: parcelMessages,
  parts: partsMessages,
  quality: qualityMessages,
  'second-factor': secondFactorMessages,
  'security-log': securityLogMessages,
  shell: shellMessages,
  statistics: statisticsMessages,
  conclusion: conclusionMessages,
  'corrective-action': correctiveActionMessages,
  import: importMessages,
  'list-import': listImportMessages,
  notice: noticeMessages,
  planning: planningMessages,
  visit: visitMessages,
  calendar: calendarMessages,
  checklist: checklistMessages,
  trail: trailMessages,
} as const;

export type Catalogue = typeof catalogue;
