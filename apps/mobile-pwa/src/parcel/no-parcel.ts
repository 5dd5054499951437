/** No parcel can be made here yet. `no-key`: the province's key was never told. `nothing`: nothing waits. */
export class NoParcel extends Error {
  override readonly name = 'NoParcel';
  readonly why: 'no-key' | 'nothing';
  constructor(why: NoParcel['why']) {
    super(why);
    this.why = why;
  }
}
