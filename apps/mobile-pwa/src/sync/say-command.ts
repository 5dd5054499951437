import type { Translate } from '../language.ts';
import type { LoggedCommand } from './store.ts';

/** What the command was about, in a word or two. */
export function itemOf(command: LoggedCommand): string {
  switch (command.action) {
    case 'answer.set':
    case 'answer.settle':
      return command.payload.itemCode;
    case 'dossier.sample':
      return command.payload.code;
    case 'finding.raise':
    case 'finding.amend':
      return command.payload.title;
    case 'evidence.attach':
      return command.payload.name;
    default:
      return '';
  }
}

/** What the command says, so that it can be read and written again whatever becomes of it. */
export function wordsOf(command: LoggedCommand, t: Translate): string | null {
  switch (command.action) {
    case 'answer.set': {
      const { note, conformity, count } = command.payload;
      const said = [conformity ? t(`field:conformity.${conformity}`) : null, count?.toString(), note];
      return said.filter((part) => part).join(' · ') || null;
    }
    case 'finding.raise':
    case 'finding.amend': {
      const { severity, description } = command.payload;
      return [t(`field:severity.${severity}`), description].filter((part) => part).join(' · ');
    }
    case 'dossier.sample': {
      const { procedure, note } = command.payload;
      return [procedure, note].filter((part) => part).join(' · ') || null;
    }
    case 'evidence.attach':
      return command.payload.caption ?? null;
    case 'visit.submit':
    case 'visit.close':
    case 'visit.hand-over':
      return command.payload.note ?? null;
    default:
      return null;
  }
}
