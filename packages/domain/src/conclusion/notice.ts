/** A paragraph, a heading or a table of the body of a notice, in its order. */
export type NoticePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/**
 * An official notice as it is written, Vietnamese throughout (Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I): what the
 * Word file and the screen both show.
 */
export interface Notice {
  readonly superior: string | null;
  /** A line each. */
  readonly agency: readonly string[];
  readonly number: string;
  /** Place and date in words. */
  readonly dated: string;
  readonly title: string;
  readonly subject: string;
  readonly parts: readonly NoticePart[];
  readonly recipients: readonly string[];
  /** The office of the signer, a line each. */
  readonly office: readonly string[];
  readonly signer: string;
  /** What this copy is, outside of the document. */
  readonly note: string | null;
}

export const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const nationalMotto = 'Độc lập - Tự do - Hạnh phúc';
