/** Once more: a circle that begins again. */
export function AgainIcon() {
  return (
    <svg
      width="1.375rem"
      height="1.375rem"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5L19.5 9" />
      <path d="M19.5 4v5h-5" />
    </svg>
  );
}
