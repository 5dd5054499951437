import * as z from 'zod/mini';
import { ContactReport } from '../device/contact-report.ts';
import type { VisitState } from '../visit/visit-state.ts';
import type { FieldCommand } from './field-command.ts';
import type { VisitPacket } from './packet.ts';
import type { DecidedCommand } from './quarantine.ts';

/** `<feed generation>:<transaction id>:<seq>`; null asks for everything. Another generation starts over. */
export const PullChanges = z.object({
  cursor: z.nullable(z.string().check(z.maxLength(120))),
  /** What the tablet tells of itself along the way. */
  contact: z.optional(ContactReport),
});
export type PullChanges = z.infer<typeof PullChanges>;

/** `at`: its place in the feed, `<transaction id>:<seq>`. */
export type PulledChange =
  /** A visit that is the person's now, whole. Replaces an older packet of the same visit. */
  | { readonly kind: 'packet'; readonly packet: VisitPacket }
  /** No longer the person's. Unsent work of it is kept and shown. */
  | { readonly kind: 'revoked'; readonly visitId: string; readonly at?: string }
  /**
   * Something that the team wrote, one's own included, in the order in which the server applied it. What was pulled
   * before is to be passed over; one's own unsent copy is replaced, for the server may have cut its clock back. Always
   * comes after the visit's packet.
   */
  | {
      readonly kind: 'command';
      readonly visitId: string;
      readonly command: FieldCommand;
      readonly at?: string;
    }
  | {
      readonly kind: 'visit';
      readonly visitId: string;
      readonly status: VisitState;
      readonly at?: string;
    }
  /** The leader decided on a command that the person wrote or handed in, whoever's the visit is now. */
  | {
      readonly kind: 'decided';
      readonly visitId: string;
      readonly decided: DecidedCommand;
      readonly at?: string;
    };

export interface Pulled {
  readonly cursor: string;
  /** There is more to pull at once. */
  readonly more: boolean;
  /** The cursor was of another generation: `changes` is everything from the start. */
  readonly startedOver: boolean;
  readonly changes: readonly PulledChange[];
  readonly serverTime: string;
}
