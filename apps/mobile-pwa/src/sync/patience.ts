/** Where nothing moves for longer than this, the network is taken for dead. */
export const patienceMs = 45_000;
