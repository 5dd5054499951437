import { DomainError } from '../error/domain-error.ts';

/** The acts of a thing: from which states each may be done, and the state that it leads to. */
export type Transitions<State extends string, Act extends string> = Readonly<
  Record<Act, { readonly from: readonly State[]; readonly to: State }>
>;

export function allows<State extends string, Act extends string>(
  transitions: Transitions<State, Act>,
  state: State,
  act: Act,
): boolean {
  return transitions[act].from.includes(state);
}

/** The state after the act. Throws a `conflict` when the act cannot be done in this state. */
export function nextState<State extends string, Act extends string>(
  transitions: Transitions<State, Act>,
  state: State,
  act: Act,
): State {
  if (!allows(transitions, state, act))
    throw new DomainError('conflict', 'state.not-allowed', { state, act });
  return transitions[act].to;
}
