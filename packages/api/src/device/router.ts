import { mutation, router } from '../trpc.ts';
import { registerDevice } from './register.ts';

export const deviceRouter = router({
  register: mutation(registerDevice),
});
