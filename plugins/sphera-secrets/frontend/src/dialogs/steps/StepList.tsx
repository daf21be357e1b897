import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiLoader4Line,
  RiSubtractLine,
} from '@remixicon/react';
import { messageOf, problemsOf } from '@sphera/plugin-operations-react';
import { HalfDone } from './HalfDone';
import { StepState } from './Step';
import styles from './steps.module.css';

const SIGNS = {
  waiting: [RiSubtractLine, 'Waiting:'],
  running: [RiLoader4Line, 'Under way:'],
  done: [RiCheckLine, 'Done:'],
  stopped: [RiSubtractLine, 'Not begun:'],
  failed: [RiCloseLine, 'Not done:'],
  partly: [RiErrorWarningLine, 'Partly done:'],
} as const;

/** The calls that a dialog makes, with how far each is and what went wrong. */
export function StepList(props: { service: string; steps: StepState[] }) {
  return (
    <ol className={styles.steps} aria-label="Progress">
      {props.steps.map(step => {
        const [Sign, word] = SIGNS[step.state];
        return (
          <li key={step.title} className={styles[step.state]}>
            <Sign size={16} aria-label={word} />
            <div className={styles.story}>
              <span>{step.title}</span>
              {step.state === 'failed' && (
                <span className={styles.problem}>{whyNot(step.error)}</span>
              )}
              {step.state === 'partly' &&
                step.changes.map(change => (
                  <HalfDone
                    key={change.change ?? change.name ?? ''}
                    service={props.service}
                    change={change}
                  />
                ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

// Here no field is at hand that could say it.
function whyNot(error: Error): string {
  const problems = problemsOf(error).map(({ field, message }) =>
    `${field} ${message}`.trim(),
  );
  const sentence = problems.length > 0 ? problems.join('; ') : messageOf(error);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
