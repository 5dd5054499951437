export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="22" height="22" rx="4" fill="var(--act)" />
      <path
        d="M7 5.5v13M7 12h3.5M17.5 5.5 10.5 12l7 6.5"
        stroke="var(--on-act)"
        strokeWidth="2.2"
        fill="none"
      />
    </svg>
  );
}
