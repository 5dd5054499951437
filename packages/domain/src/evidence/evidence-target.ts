/** What a photo or file can hang on. */
export const evidenceTargets = ['item', 'finding', 'dossier', 'corrective-action'] as const;

/** awaited: named, the bytes are not here yet · received: the bytes are here and their hash is right. */
export const evidenceStates = ['awaited', 'received'] as const;
