import { useEffect, useRef, useState } from 'react';
import { Icon } from '../plain/icon.tsx';

interface SearchBoxProps {
  /** What is searched: placeholder and name. */
  readonly label: string;
  readonly value: string;
  /** Called when typing rests for a moment, and at once on clearing. */
  readonly onChange: (value: string) => void;
}

const restMs = 250;

/** The `/` key goes to it from anywhere outside a field. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // What comes back of one's own keys is older than what was typed since.
    if (value !== sent) {
      setSent(value);
      setTyped(value);
    }
  }

  useEffect(() => {
    if (typed === value) return;
    const send = () => {
      setSent(typed);
      onChange(typed);
    };
    const rest = setTimeout(send, typed === '' ? 0 : restMs);
    return () => clearTimeout(rest);
  }, [typed, value, onChange]);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const inField = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (event.key !== '/' || inField) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  return (
    <span className="kc-search">
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span aria-hidden="true">
        <kbd>/</kbd>
      </span>
    </span>
  );
}
