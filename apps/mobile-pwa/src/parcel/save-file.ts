import type { MadeParcel } from './make-parcel.ts';

/** Lays the file where the browser keeps downloads. */
export function saveFile({ file, name }: Pick<MadeParcel, 'file' | 'name'>): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click; let go of it once that is certainly done.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
