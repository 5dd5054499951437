import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, inArray } from 'drizzle-orm';
import { stringify } from 'safe-stable-stringify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { changePassword } from './access/change-password.ts';
import { createAccount } from './access/create-account.ts';
import { dropSecondFactor } from './access/drop-second-factor.ts';
import { enrolSecondFactor } from './access/enrol-second-factor.ts';
import { importUsers } from './access/import-users.ts';
import { resetPassword } from './access/reset-password.ts';
import type { AnyCommand } from './command.ts';
import { isFieldVerb } from './sync/field-verb.ts';
import { push } from './sync/push.ts';
import { type House, openHouse, password } from './testing/house.ts';

/** Every command there is, also those that no screen sends. */
const paths = globSync('**/*.ts', { cwd: import.meta.dirname, exclude: ['**/*.test.ts', 'testing/**'] });
const modules = await Promise.all(
  paths.map(async (path): Promise<object> => await import(join(import.meta.dirname, path))),
);
const isCommand = (value: unknown): value is AnyCommand =>
  typeof value === 'object' && value !== null && 'action' in value && 'input' in value;
const commands = [...new Set(modules.flatMap((exported) => Object.values(exported).filter(isCommand)))];

const SchemaShape = z.object({ properties: z.optional(z.record(z.string(), z.unknown())) });
const fieldsOf = ({ input }: AnyCommand) =>
  SchemaShape.parse(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).properties ?? {};
/** What a person would call a secret, also where it lies deeper in a field. Elsewhere a code is a number of something. */
const soundsSecret = ({ action }: AnyCommand, name: string) =>
  /^(\w*(password|passphrase|token)s?|secrets?|\w*privateKey|pin|slip|otp|\w+Otp|current|next)$/i.test(
    name,
  ) ||
  (/^(access|device)\./.test(action) && /codes?$/i.test(name));
const names = (field: string, shape: unknown) => [
  field,
  ...[...JSON.stringify(shape).matchAll(/"(\w+)":\{/g)].map(([, name = '']) => name),
];

describe.each(commands.map((command) => [command.action, command] as const))('%s', (_, command) => {
  it('names every field that sounds like a secret, and no field that it does not have', () => {
    const fields = fieldsOf(command);
    const sounding = Object.entries(fields)
      .filter(([field, shape]) => names(field, shape).some((name) => soundsSecret(command, name)))
      .map(([field]) => field);
    const named: readonly string[] = command.secrets ?? [];
    expect(named).toEqual(expect.arrayContaining(sounding));
    expect(Object.keys(fields)).toEqual(expect.arrayContaining([...named]));
  });
});

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const secret = 'qua-mit-huong-rung-71';
const slip = generatePaperCode();
const factorSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const guesses = ['Kycuong@2026', 'mat-khau-rat-dai', secret, password, slip];
const unitId = () => house.unitId('coLe');
const grants = () => [
  { role: 'inspector' as const, unitId: unitId(), validFrom: '2025-07-01', validUntil: null },
];
const newcomer = (username: string) => ({
  ...{
    accountId: uuidV7(),
    username,
    fullName: 'Người Mới',
    email: null,
    unitId: unitId(),
    grants: grants(),
  },
  password: secret,
});
const values = {
  username: 'tu-tep',
  full_name: 'Người Tệp',
  email: '',
  unit_code: '14026',
  role: 'inspector',
};
const row = { line: 2, values: { ...values, valid_from: '2025-07-01', valid_until: '' } };
const listed = { rows: [row], passwords: [{ username: 'tu-tep', password: secret }] };

/** Each with its payload, and how the payload looks with a guess in the secret's place. */
const withSecrets = [
  [
    createAccount,
    () => newcomer('nguoi-moi'),
    (sent: object, guess: string) => ({ ...sent, password: guess }),
  ],
  [
    createAccount,
    () => ({ ...newcomer('bi-tu-choi'), grants: [] }),
    (sent: object, guess: string) => ({ ...sent, password: guess }),
  ],
  [
    changePassword,
    () => ({ current: 'sai-mat-khau', next: secret }),
    (sent: object, guess: string) => ({ ...sent, next: guess }),
  ],
  [
    changePassword,
    () => ({ current: password, next: secret }),
    (sent: object, guess: string) => ({ ...sent, next: guess }),
  ],
  [
    importUsers,
    () => listed,
    (sent: object, guess: string) => ({ ...sent, passwords: [{ username: 'tu-tep', password: guess }] }),
  ],
  [
    enrolSecondFactor,
    () => ({ current: secret, secret: factorSecret, code: '123456', recoveryCodes: Array(10).fill(slip) }),
    (sent: object, guess: string) => ({ ...sent, current: guess }),
  ],
  [
    dropSecondFactor,
    () => ({ current: secret, code: slip }),
    (sent: object, guess: string) => ({ ...sent, code: guess }),
  ],
  [
    resetPassword,
    () => ({ accountId: house.accountId('headCoLe'), code: slip }),
    (sent: object, guess: string) => ({ ...sent, code: guess }),
  ],
] as const;

it('knows a way to send each command that names secrets', () => {
  const named = new Set(commands.filter(({ secrets }) => secrets !== undefined));
  expect(new Set(withSecrets.map(([command]) => command))).toEqual(named);
});

describe.each(withSecrets)(
  'the rows that a command leaves: $action',
  (command: AnyCommand, payload, guessed) => {
    it('do not answer whether a guess is right, and still tell a replay from a reused id', async () => {
      const id = uuidV7();
      const sent = payload();
      const receipt = await house.send('administrator', command, sent, id);
      const [kept, entries] = await house.lookAsSystem(async (tx) => [
        await tx.select().from(commandReceipt).where(eq(commandReceipt.id, id)),
        await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
      ]);
      expect(kept).toHaveLength(1);
      const rows = JSON.stringify([kept, entries]);
      expect(rows).not.toContain(secret);
      expect(rows).not.toContain(slip);
      expect(rows).not.toContain(factorSecret);
      for (const guess of guesses) {
        const content = stringify({
          action: command.action,
          payload: guessed(sent, guess),
          envelope: undefined,
        });
        expect(rows).not.toContain(createHash('sha256').update(`${content}`).digest('hex'));
      }
      expect(await house.send('administrator', command, sent, id)).toBe(receipt);
      // Whoever sends another secret under the same id is told what became of the first: nothing shows which was right.
      expect(await house.send('administrator', command, guessed(sent, 'mot-loi-doan-khac'), id)).toBe(
        receipt,
      );
      await expect(
        house.send('administrator', command, { ...sent, username: 'khac' }, id),
      ).rejects.toMatchObject({ key: 'sync.id-reused' });
    });
  },
);

it('sent by the door of tablets, an act of the console is refused and nothing of it is kept', async () => {
  const ids = commands
    .filter((command) => !isFieldVerb(command))
    .flatMap(({ action }) => {
      const whole = { action, payload: { password: secret }, author: house.accountId('inspector') };
      const envelope = {
        schemaVersion: 1,
        device: uuidV7(),
        visitId: uuidV7(),
        seq: 1,
        clock: nextStamp(undefined, uuidV7(), 0),
      };
      const said = { base: null, writtenAt: '2026-11-23T02:00:00.000Z', serverOffsetMs: 0 };
      return [
        { id: uuidV7(), ...whole },
        { id: uuidV7(), ...whole, ...envelope, ...said },
      ];
    });
  const request = { ground: house.ground, caller: house.caller('inspector') };
  const { receipts } = await push(request, { commands: ids });
  expect(new Set(receipts.map((text) => JSON.parse(text ?? '').reason.key))).toEqual(
    new Set(['sync.unknown-action']),
  );
  const kept = await house.lookAsSystem((tx) =>
    tx
      .select()
      .from(commandReceipt)
      .where(
        inArray(
          commandReceipt.id,
          ids.map(({ id }) => id),
        ),
      ),
  );
  expect(kept).toEqual([]);
});
