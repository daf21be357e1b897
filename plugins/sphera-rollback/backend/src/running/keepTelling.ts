import type { HeldRollback } from './HeldRollback';
import type { Notices } from './Runner';
import type { RunnerParts } from './RunnerParts';

const LOOK_EVERY_MS = 60_000;
/** Between two tries, whatever is due. */
const SHORTEST_MS = 500;

/** Tells people of a rollback beside its steps, until it is over and everybody heard of it. @throws LetGo */
export async function keepTelling(
  held: HeldRollback,
  { notices, clock }: { notices: Notices } & Pick<RunnerParts, 'clock'>,
): Promise<void> {
  const { kept } = held;
  for (;;) {
    const due = notices.dueAt(kept);
    if (due !== undefined && due <= clock.now()) {
      await held.stay();
      await notices.tell(kept, () => held.save('what may be told'));
      await held.record('what was told');
    }
    if (kept.state !== 'running' && !notices.isOwing(kept)) return;
    const next = notices.dueAt(kept) ?? clock.now() + LOOK_EVERY_MS;
    await held.wait(Math.max(next - clock.now(), SHORTEST_MS));
  }
}
