export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second line that helps to choose. */
  readonly help?: string;
  readonly disabled?: boolean;
}

/** `Cổ Lễ` → `co le`: people search without marks. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}
