import { useId } from 'react';

/** The mark of sphera: a sphere, its orbit, and something small that goes around it. */
export function Mark({ size }: { size: number }) {
  const id = useId();
  const body = `${id}-body`;
  const orbit = `${id}-orbit`;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      aria-hidden="true"
    >
      <defs>
        <radialGradient id={body} cx="0.34" cy="0.28" r="0.85">
          <stop offset="0" stopColor="#c9d4ff" />
          <stop offset="0.45" stopColor="#7d8cff" />
          <stop offset="1" stopColor="#3b3fbf" />
        </radialGradient>
        <linearGradient id={orbit} x1="2" y1="22" x2="30" y2="10">
          <stop offset="0" stopColor="#5eead4" stopOpacity="0.25" />
          <stop offset="1" stopColor="#5eead4" />
        </linearGradient>
      </defs>
      <g transform="rotate(-24 16 16)">
        <path
          d="M1 16a15 5.2 0 0 1 30 0"
          stroke={`url(#${orbit})`}
          strokeWidth="1.8"
          strokeOpacity="0.55"
        />
        <circle cx="16" cy="16" r="9" fill={`url(#${body})`} />
        <path
          d="M1 16a15 5.2 0 0 0 30 0"
          stroke={`url(#${orbit})`}
          strokeWidth="1.8"
          strokeLinecap="round"
        />
        <circle cx="27.8" cy="19.4" r="2.5" fill="#5eead4" />
      </g>
    </svg>
  );
}
