import { defineConfig } from 'vitest/config';

const integration = [
  'packages/db/src/**/*.test.ts',
  'packages/api/src/**/*.test.ts',
  'apps/server/src/**/*.test.ts',
  'apps/server/faults/**/*.test.ts',
  'apps/mobile-pwa/test/**/*.test.ts',
];

/** What would behave otherwise on another PostgreSQL: statements of our own writing, plans, fences, seals, feeds. */
const onDebian = [
  '{packages,apps}/**/src/**/*.debian.test.ts',
  'packages/db/src/{migrate,prepare-database,schema-invariants,upgrade,warm-sessions}.test.ts',
  'packages/api/src/sync/{field-model,field-transaction,pull,push,quick-pull,quick-push,quarantine,unproven}.test.ts',
  'packages/api/src/trail/{seal,verify}-trail.test.ts',
  'packages/api/src/organisation/list-units.test.ts',
  'packages/api/src/quality/record-event.test.ts',
  'packages/api/src/statistics/*.test.ts',
  'apps/server/src/doctor.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/{domain,ui}/src/**/*.test.{ts,tsx}',
            'apps/{web,mobile-pwa}/src/**/*.test.{ts,tsx}',
            'apps/server/bench/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'integration',
          include: integration,
          exclude: ['**/node_modules/**', '**/*.debian.test.ts'],
          globalSetup: ['packages/db/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'debian-postgresql',
          include: onDebian,
          globalSetup: ['packages/db/src/testing/debian-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['apps/server/test/**/*.test.ts'],
          globalSetup: ['apps/server/test/global-setup.ts'],
          setupFiles: ['apps/server/test/house.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // A busy disk may take a second; a save that failed is tried again only after five, and must not pass for one.
          expect: { poll: { timeout: 4_500 } },
        },
      },
    ],
  },
});
