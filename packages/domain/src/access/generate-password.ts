/** Without the letters and digits that are taken for one another when read aloud or copied from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A first password of 16 letters, some 92 bits, from the system's source of randomness. */
export function generatePassword(): string {
  let password = '';
  while (password.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // Bytes beyond the last whole multiple would make the first letters likelier.
      if (byte < 256 - (256 % letters.length)) password += letters[byte % letters.length];
    }
  }
  return password.slice(0, 16);
}
