import { expect, test } from 'vitest';
import { chooseAccount } from './unprivileged-account.ts';

const root = 'root:x:0:0:root:/root:/bin/bash';
const daemon = 'daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin';
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';
const postgres = 'postgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash';

test.each([
  [[root, daemon, nobody, postgres], { uid: 101, gid: 104 }],
  [[root, daemon, nobody], { uid: 65534, gid: 65534 }],
  [[root, daemon], { uid: 1, gid: 1 }],
  [[root, ''], { uid: 65534, gid: 65534 }],
])('prefers postgres, then nobody, then anybody but root: %j', (lines, account) => {
  expect(chooseAccount(lines.join('\n'))).toEqual(account);
});
