/** The person took back what bears a marking of secrecy: it is not logged and stays in the form. */
export class Withheld extends Error {
  override readonly name = 'Withheld';
}
