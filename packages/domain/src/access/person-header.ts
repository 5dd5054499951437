/** For whom a page of the console was opened, by the id of the account: what it sends is of nobody else, whoever signed in since. */
export const personHeader = 'x-kycuong-person';
