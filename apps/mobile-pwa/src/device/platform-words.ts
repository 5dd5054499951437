const browsers = [
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
] as const;
const systems = [
  ['Android', /Android/],
  ['iPadOS', /iPad|Macintosh.*Mobile/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
] as const;

/** Browser and system in a few words: "Chrome 141, Android". */
export function platformWords(agent: string = navigator.userAgent): string {
  const browser = browsers.flatMap(([name, shape]) => {
    const version = shape.exec(agent)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  const system = systems.find(([, shape]) => shape.test(agent))?.[0];
  return [browser, system].filter(Boolean).join(', ') || 'không rõ';
}
