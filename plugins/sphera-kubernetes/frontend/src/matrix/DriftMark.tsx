import { Button, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiGitBranchLine } from '@remixicon/react';
import { useState } from 'react';
import styles from './DriftMark.module.css';
import type { RowDrift } from './RowDrift';

const MOST_SAID = 6;

/** How much of a service drifts; what, in sentences, to who points at it, comes to it by key, or presses it. */
export function DriftMark(props: { title: string; drift: RowDrift[] }) {
  const { title, drift } = props;
  const [isOpen, setOpen] = useState(false);
  if (drift.length === 0) return null;
  const more = drift.length - MOST_SAID;
  return (
    <TooltipTrigger delay={200} isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        size="small"
        variant="tertiary"
        className={styles.mark}
        iconStart={<RiGitBranchLine size={14} />}
        aria-label={`Drift of ${title}: ${drift.length}`}
        onPress={() => setOpen(true)}
      >
        {String(drift.length)}
      </Button>
      <Tooltip placement="bottom start">
        <ul className={styles.sentences}>
          {drift.slice(0, MOST_SAID).map((one, index) => (
            <li key={index}>{one.sentence}</li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      </Tooltip>
    </TooltipTrigger>
  );
}
