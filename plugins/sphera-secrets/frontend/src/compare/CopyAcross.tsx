import { RiFileCopyLine } from '@remixicon/react';
import { OperationButton } from '@sphera/plugin-operations-react';
import {
  ComparedSecret,
  copySecret,
  Place,
} from '@sphera/plugin-secrets-common';
import { useSecretsDialogs } from '../dialogs/useSecretsDialogs';
import { usePlaceWords } from '../parts/usePlaceWords';

const MOST_AT_ONCE = 100;

/** Copies what differs from the first place to the second; the dialog shows first what that would do. */
export function CopyAcross(props: {
  service: string;
  items: readonly ComparedSecret[];
  here: Place;
  there: Place;
}) {
  const { service, items, here, there } = props;
  const dialogs = useSecretsDialogs();
  const inWords = usePlaceWords();
  const names = items
    .filter(({ verdict }) => verdict === 'different' || verdict === 'only-here')
    .map(({ name }) => name)
    .slice(0, MOST_AT_ONCE);
  if (names.length === 0) return null;
  return (
    <OperationButton
      operation={copySecret}
      target={{ service, ...there }}
      size="small"
      variant="secondary"
      iconStart={<RiFileCopyLine />}
      onPress={() => dialogs.copy({ service, names, from: here, to: [there] })}
    >
      {`Copy ${names.length} to ${inWords(there)}`}
    </OperationButton>
  );
}
