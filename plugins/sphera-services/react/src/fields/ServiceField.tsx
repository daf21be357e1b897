import { Combobox } from '@backstage/ui';
import {
  fieldProblem,
  messageOf,
  useOperation,
} from '@sphera/plugin-operations-react';
import { listServices, ServiceRow } from '@sphera/plugin-services-common';
import { useState } from 'react';

const MOST_SHOWN = 50;

/** One service of the company, found by typing some of its name, purpose or owner. */
export function ServiceField(props: {
  /** Entity ref; undefined while none is chosen. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  error: Error | null;
  description?: string;
  isRequired?: boolean;
  startsFocused?: boolean;
}) {
  const { value, onChange, error, startsFocused, description, ...field } =
    props;
  const [chosenTitle, setChosenTitle] = useState('');
  const [typed, setTyped] = useState<string>();
  const given = useTitle(chosenTitle ? undefined : value);
  const shown = typed ?? given ?? '';
  // Once one is chosen, the others are there again to change one's mind.
  const isAnswered = shown === (chosenTitle || given);
  const text = isAnswered ? undefined : shown.trim() || undefined;
  const services = useOperation(
    listServices,
    { text, limit: MOST_SHOWN },
    { keepPrevious: true },
  );
  const options = byTitle(services.data?.items ?? [], text).map(row => ({
    id: row.service,
    label: row.title,
    description: row.owners[0]?.title,
  }));
  const choose = (key: string | null) => {
    // Nothing is chosen also where one leaves with something else typed: that keeps what was chosen before.
    const ref = key ?? (shown.trim() ? value : undefined);
    const known = ref && ref === value ? chosenTitle || given : undefined;
    const title = known ?? options.find(({ id }) => id === ref)?.label ?? '';
    setChosenTitle(title);
    setTyped(title);
    if (ref !== value) onChange(ref);
  };
  return (
    <Combobox
      {...field}
      label="Service"
      // What it stands in has just been opened, and this is what it was opened for.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={startsFocused}
      size="medium"
      placeholder="Type to find a service"
      description={services.error ? messageOf(services.error) : description}
      options={options}
      search={{
        mode: 'client',
        inputValue: shown,
        onInputChange: setTyped,
        // The backend has already looked, and at more than the title.
        filter: () => true,
      }}
      selectedKey={value ?? null}
      onSelectionChange={key => choose(key === null ? null : String(key))}
      {...fieldProblem(error, 'service')}
    />
  );
}

// The backend also finds words of the purpose; whose title has them is meant most.
function byTitle(rows: ServiceRow[], text = ''): ServiceRow[] {
  const words = text.toLowerCase();
  const has = (row: ServiceRow) => row.title.toLowerCase().includes(words);
  return [...rows.filter(has), ...rows.filter(row => !has(row))];
}

/** The title of a service, by its entity ref; its name where no such service is listed, undefined while it is looked for. */
function useTitle(ref: string | undefined): string | undefined {
  const name = ref?.split('/').at(-1);
  const found = useOperation(
    listServices,
    { text: name, limit: MOST_SHOWN },
    { enabled: Boolean(name) },
  );
  if (!name || found.isLoading) return undefined;
  return (
    found.data?.items.find(({ service }) => service === ref)?.title ?? name
  );
}
