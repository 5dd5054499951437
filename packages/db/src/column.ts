import { customType, timestamp } from 'drizzle-orm/pg-core';

/** An instant, `timestamptz`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A 64-bit transaction id, `xid8`; as text because it exceeds what a number holds. */
export const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/** A set of 64-bit whole numbers as PostgreSQL writes it: `{[1,5),[7,8)}`. */
export const int8multirange = customType<{ data: string; driverData: string }>({
  dataType: () => 'int8multirange',
});

/** Bytes, `bytea`. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
