const now = Date.now;
let ahead = 0;

/** From now on it is so many milliseconds later, for all of this process. */
export function later(milliseconds: number): void {
  ahead += milliseconds;
  Date.now = () => now() + ahead;
}

/** It is what it is again. */
export function backToNow(): void {
  ahead = 0;
  Date.now = now;
}
