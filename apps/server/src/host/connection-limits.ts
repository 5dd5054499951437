const second = 1_000;

/** How long a connection may take for what, and how many there may be. Times in ms. */
export interface ConnectionLimits {
  readonly connections: number;
  readonly headersMs: number;
  /** A connection on which neither side says anything; a long import or parcel is judged within it. */
  readonly silentConnectionMs: number;
  /** For a body that is read whole before anything is done, at most a megabyte. */
  readonly bodyMs: number;
  /** A photo, a parcel or a file may take as long as it grows: by `leastBytes` in each `growthMs`. */
  readonly growthMs: number;
  readonly leastBytes: number;
  /** How often it is looked at. */
  readonly lookEveryMs: number;
}

/** A tablet at the edge of GPRS sends some 3,000 bytes a second, ten times what is asked here. */
export const connectionLimits: ConnectionLimits = {
  connections: 2_000,
  headersMs: 20 * second,
  silentConnectionMs: 600 * second,
  bodyMs: 90 * second,
  growthMs: 60 * second,
  leastBytes: 16_384,
  lookEveryMs: 5 * second,
};
