// The mark: a dot touching a line.
export function Logo() {
  return (
    <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden style={{ flex: "none" }}>
      <circle cx="6.5" cy="10" r="5.5" fill="var(--tl-accent)" />
      <path d="M14 1v18" stroke="var(--tl-text)" strokeWidth="2" />
    </svg>
  );
}
