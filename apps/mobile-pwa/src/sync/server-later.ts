import type { ContactSigner } from '../device/contact-signer.ts';
import type { FieldServer } from './server.ts';

/** The server, whose client code is fetched with the first question: no screen needs it to open. */
export function serverLater(signer: Pick<ContactSigner, 'fetch'>): FieldServer {
  let connected: Promise<FieldServer> | undefined;
  const server = () => {
    connected ??= import('./server.ts').then(({ connectServer }) => connectServer(signer));
    return connected;
  };
  return {
    hello: async () => (await server()).hello(),
    session: async () => (await server()).session(),
    isDemo: async () => (await server()).isDemo(),
    signIn: async (...args) => (await server()).signIn(...args),
    enterCode: async (...args) => (await server()).enterCode(...args),
    setPassword: async (...args) => (await server()).setPassword(...args),
    signOut: async () => (await server()).signOut(),
    push: async (...args) => (await server()).push(...args),
    pull: async (...args) => (await server()).pull(...args),
    register: async (...args) => (await server()).register(...args),
    reportWipe: async (...args) => (await server()).reportWipe(...args),
    recoveryKey: async () => (await server()).recoveryKey(),
    evidenceStates: async (...args) => (await server()).evidenceStates(...args),
    quarantineCounts: async () => (await server()).quarantineCounts(),
    packet: async (...args) => (await server()).packet(...args),
  };
}
