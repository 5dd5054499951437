/** Of a batch, so that no single request keeps everybody else waiting. The clients split theirs; the server refuses more. */
export const callsPerRequest = 20;
