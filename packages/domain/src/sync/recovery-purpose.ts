/** What a data key is wrapped for when it is wrapped for the province. */
export const recoveryPurpose = 'recovery of a data key';
