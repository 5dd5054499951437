type Entry = Readonly<Record<string, unknown>>;

const mostPerMinute = 60;
const minute = 60_000;

/** Lets so many entries a minute into a log that anybody can write to; the first one of the next says how many were left out. */
export function fewLines(log: (entry: Entry) => void, nowMs: () => number): (entry: Entry) => void {
  let begun = 0;
  let count = 0;
  return (entry) => {
    const now = nowMs();
    if (Math.abs(now - begun) >= minute) {
      if (count > mostPerMinute) log({ leftOut: count - mostPerMinute });
      begun = now;
      count = 0;
    }
    count += 1;
    if (count <= mostPerMinute) log(entry);
  };
}
