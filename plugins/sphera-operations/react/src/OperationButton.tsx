import { Button, ButtonProps, VisuallyHidden } from '@backstage/ui';
import { Operation, Target } from '@sphera/plugin-operations-common';
import { useId, useRef } from 'react';
import { useFocusHeir } from './useFocusHeir';
import { useMay } from './useMay';

/** A button for an operation; where the person may not ask for it, it says so. */
export function OperationButton(
  props: ButtonProps & {
    operation: Operation;
    target: Target;
  },
) {
  const { operation, target, ...button } = props;
  const id = useId();
  const frame = useRef<HTMLSpanElement>(null);
  useFocusHeir(frame);
  const mayNot = useMay(operation, target)
    ? undefined
    : `You may not do this here: ${operation.title}`;
  return (
    <span ref={frame} title={mayNot}>
      <Button
        {...button}
        isDisabled={button.isDisabled || Boolean(mayNot)}
        aria-describedby={mayNot ? id : button['aria-describedby']}
      />
      {mayNot && <VisuallyHidden id={id}>{mayNot}</VisuallyHidden>}
    </span>
  );
}
