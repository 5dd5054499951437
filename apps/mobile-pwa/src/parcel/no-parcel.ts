/** No parcel can be made here yet. `no-key`: the province's key was never told. `nothing`: nothing waits. `too-many`: more of one visit than a parcel holds. */
export class NoParcel extends Error {
  override readonly name = 'NoParcel';
  readonly why: 'no-key' | 'nothing' | 'too-many';
  constructor(why: NoParcel['why']) {
    super(why);
    this.why = why;
  }
}
