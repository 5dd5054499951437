/** One file of the app as the build made it. */
export interface AppFile {
  /** Below the worker's own place: `assets/walk-x.js`. */
  readonly url: string;
  /** `sha256-…` of its bytes, as in the attribute of that name. */
  readonly integrity: string;
}

const types: Readonly<Record<string, string>> = {
  js: 'javascript',
  css: 'text/css',
  html: 'text/html',
  svg: 'image/svg',
  png: 'image/png',
  woff2: 'font',
};

/** SHA-256 in base64, of bytes or of a text. */
export async function digestOf(content: ArrayBuffer | string): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest));
}

/** Whether an answer is of the type that its name says: a portal's page for a script is not. */
export function isOfItsType(url: string, { ok, headers }: Pick<Response, 'ok' | 'headers'>): boolean {
  const type = types[url.slice(url.lastIndexOf('.') + 1)] ?? '';
  return ok && (headers.get('content-type')?.includes(type) ?? false);
}

/**
 * Whether an answer is this file, whole: a portal answers 200 with a page of its own for a script, and a browser runs no
 * script of another type. Leaves the answer itself unread.
 */
export async function isWhole({ url, integrity }: AppFile, answer: Response): Promise<boolean> {
  if (!isOfItsType(url, answer)) return false;
  return `sha256-${await digestOf(await answer.clone().arrayBuffer())}` === integrity;
}
