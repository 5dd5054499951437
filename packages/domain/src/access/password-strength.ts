import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { ErrorKey } from '../error/catalogue.ts';
import { normalized } from '../input/normalized.ts';
import { guessedWords } from './guessed-words.ts';

/** Of whom a password may say nothing: names, and the unit's. */
export interface PasswordOwner {
  readonly username: string;
  readonly fullName?: string | undefined;
  readonly unitName?: string | null | undefined;
}

/** What lies beyond makes a password only stronger, and the time that the judgement takes longer. */
const judgedLength = 32;
/** Of 0 to 4; 3 stands for more than 10⁸ guesses, by one who knows the lists and the person. */
const leastScore = 3;
/** With fewer letters and digits than this share, the signs are not between words but the password itself. */
const leastLetters = 0.75;
const mostWords = 12;

const plain = (text: string) =>
  normalized(text, 'NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** The words of a name, and those that people make of them: `thivan`, `nguyenthivan`. */
function wordsOf(name: string): string[] {
  const words = plain(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1)
    .slice(0, mostWords);
  const joined = words.flatMap((_, from) =>
    words.slice(from + 1).map((_, more) => words.slice(from, from + more + 2).join('')),
  );
  return [...words, ...joined];
}

let judge: ZxcvbnFactory | undefined;

/** Takes some hundred milliseconds to build and some megabytes to keep, so not before it is needed. */
function judgeOf(): ZxcvbnFactory {
  judge ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, guessed: [...new Set(guessedWords)] },
    graphs: adjacencyGraphs,
  });
  return judge;
}

function reasonOf({ sequence }: ZxcvbnResult): ErrorKey {
  const told = new Set(sequence.map(({ pattern, dictionaryName }) => dictionaryName ?? pattern));
  if (told.has('userInputs')) return 'access.password-own-name';
  if (told.has('passwords-common') || told.has('guessed')) return 'access.password-common';
  if (['repeat', 'sequence', 'spatial', 'date', 'regex'].some((pattern) => told.has(pattern)))
    return 'access.password-pattern';
  return 'access.password-easy';
}

let common: ReadonlySet<string> | undefined;

/** Stands in a list of common passwords: the part of the judgement that is cheap enough for thousands at once. */
export function isCommon(password: string): boolean {
  common ??= new Set([...dictionary['passwords-common'], ...guessedWords]);
  return common.has(plain(password).toLowerCase());
}

/** Why a password would soon be guessed, by one who knows whose it is; undefined for a good one. */
export function weaknessOf(password: string, owner: PasswordOwner): ErrorKey | undefined {
  const { username, fullName = '', unitName } = owner;
  const known = [username, ...wordsOf(username), ...wordsOf(fullName), ...wordsOf(unitName ?? '')];
  const bare = plain(password).slice(0, judgedLength);
  // Capitals and signs between the words are the first that a guesser adds.
  const joined = bare.toLowerCase().replace(/[^a-z0-9]/g, '');
  for (const form of joined.length < bare.length * leastLetters ? [bare] : [bare, joined]) {
    const judged = judgeOf().check(form, known);
    if (judged.score < leastScore) return reasonOf(judged);
  }
  return undefined;
}
