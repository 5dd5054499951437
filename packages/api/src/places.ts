import { DomainError } from '@kycuong/domain/error/domain-error.ts';

interface Bounds {
  readonly atOnce: number;
  readonly perOwner: number;
  /** How many of one owner may wait. */
  readonly waiting: number;
  readonly refusal?: () => DomainError;
}

interface Owner {
  inside: number;
  readonly waiting: (() => void)[];
}

const tooManyWait = () => new DomainError('throttled', 'system.too-many-at-once', { seconds: 5 });

/**
 * Lets few pieces of work go on at once, in this process, and few of each owner. The others wait: those of one owner in
 * their order, the owners by turns, so that nobody waits for all that another one asked for.
 */
export class Places {
  readonly #bounds: Bounds;
  /** In the order in which they come to their turn. */
  readonly #owners = new Map<string, Owner>();
  #inside = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Whether one would be had without waiting. */
  hasRoom(name: string): boolean {
    return this.#hasRoomFor(this.#owners.get(name) ?? { inside: 0, waiting: [] });
  }

  /**
   * Waits for a place; gives back how to leave it, once.
   * @throws DomainError `throttled` at once when too many of the owner's wait already
   */
  async take(name: string): Promise<() => void> {
    const owner = this.#owners.get(name) ?? { inside: 0, waiting: [] };
    if (this.#hasRoomFor(owner)) this.#enter(name, owner);
    else {
      if (owner.waiting.length >= this.#bounds.waiting) throw (this.#bounds.refusal ?? tooManyWait)();
      this.#owners.set(name, owner);
      await new Promise<void>((resolve) => owner.waiting.push(resolve));
    }
    return () => this.#leave(name, owner);
  }

  /** @throws DomainError as `take` */
  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const leave = await this.take(name);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  #hasRoomFor({ inside }: Owner): boolean {
    return this.#inside < this.#bounds.atOnce && inside < this.#bounds.perOwner;
  }

  /** Whoever had a turn comes after all others. */
  #enter(name: string, owner: Owner): void {
    this.#inside += 1;
    owner.inside += 1;
    this.#owners.delete(name);
    this.#owners.set(name, owner);
  }

  #leave(name: string, owner: Owner): void {
    this.#inside -= 1;
    owner.inside -= 1;
    if (owner.inside === 0 && owner.waiting.length === 0) this.#owners.delete(name);
    for (const [nextName, next] of this.#owners) {
      if (!this.#hasRoomFor(next)) continue;
      const goOn = next.waiting.shift();
      if (goOn === undefined) continue;
      this.#enter(nextName, next);
      goOn();
      return;
    }
  }
}
