/**
 * A question that is part of something a person does: asked of the server whatever is known, once, and without a network answered
 * at once by the failure. It does not wait to go on by itself in the middle of something else.
 */
export const asAnAct = { staleTime: 0, networkMode: 'always', retry: false } as const;
