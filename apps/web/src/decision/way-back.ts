const nameOf = (control: Element) => control.getAttribute('aria-label') ?? control.textContent;

/** The sections that an element lies in, the nearest first. */
function around(element: Element | null): Element[] {
  const section = element?.closest('section, aside, main') ?? null;
  return section === null ? [] : [section, ...around(section.parentElement)];
}

/**
 * Where the focus belongs once what was opened from here is over, asked for at that time: here, or what stands in its place by the
 * same name, or the heading of the nearest section that is still there.
 */
export function wayBack(from: Element | null): () => Element | null {
  const sections = around(from);
  const name = from && nameOf(from);
  return () => {
    if (from?.isConnected && from !== document.body) return from;
    const section = sections.find(({ isConnected }) => isConnected) ?? document.querySelector('main');
    const again = [...(section?.querySelectorAll('a, button') ?? [])].find((one) => nameOf(one) === name);
    return again ?? section?.querySelector('h1, h2, h3') ?? document.querySelector('main h1');
  };
}
