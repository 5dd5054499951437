/** The name of the database in the embedded server, and the stem of its two roles' names. */
export const embeddedDatabase = 'kycuong';
