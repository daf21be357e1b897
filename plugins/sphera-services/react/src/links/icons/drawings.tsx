import type { ReactNode } from 'react';

/** What an icon of this folder takes, as the others do. */
export interface DrawingProps {
  /** Pixels, each way. */
  size?: number;
}

const drawing = (lines: ReactNode) =>
  function Drawing({ size = 24 }: DrawingProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
      >
        {lines}
      </svg>
    );
  };

/** An octopus, for Argo CD. */
export const OctopusDrawing = drawing(
  <>
    <path d="M6 15v-5a6 6 0 0 1 12 0v5" />
    <path d="M6 15c0 2-1 4-3 4M10 15v3c0 1.5-.5 3-1.5 3M14 15v3c0 1.5.5 3 1.5 3M18 15c0 2 1 4 3 4" />
    <path d="M10 10h.01M14 10h.01" strokeWidth={2.5} />
  </>,
);

/** Steps that go round, for Codefresh. */
export const StepsDrawing = drawing(
  <>
    <path d="M20 12a8 8 0 1 1-3-6.25" />
    <path d="M17.5 2v4h-4" />
    <path d="m8.5 12 2.5 2.5 4.5-5" />
  </>,
);

/** A coral, for Coralogix. */
export const CoralDrawing = drawing(
  <>
    <path d="M12 21V8M12 16c-3.5 0-5.5-2-5.5-5V7M12 13c3.5 0 5.5-1.5 5.5-4.5V5" />
    <path d="M9 3.5 12 8l2-3M3.5 9.5l3 2.5M20.5 8l-3 2" />
    <path d="M7 21h10" />
  </>,
);

/** The head of a dog, for Datadog. */
export const DogDrawing = drawing(
  <>
    <path d="M7 5 3.5 8.5 6 12M17 5l3.5 3.5L18 12" />
    <path d="M7 5c3-1.3 7-1.3 10 0l1 7c0 4-2.5 8-6 8s-6-4-6-8z" />
    <path d="M9.5 11h.01M14.5 11h.01" strokeWidth={2.5} />
    <path d="M10.5 15.5h3L12 17z" />
  </>,
);

/** A pager, for PagerDuty. */
export const PagerDrawing = drawing(
  <>
    <rect x="3" y="7" width="18" height="13" rx="2.5" />
    <path d="M7 11h6M7 15.5h2M12 15.5h2" />
    <path d="M17 11v4.5M8 3.5h8" />
  </>,
);
