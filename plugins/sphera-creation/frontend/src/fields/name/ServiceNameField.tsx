import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField } from '@backstage/ui';
import { LONGEST_NAME } from '@sphera/plugin-creation-common';
import { useId } from 'react';
import { NameFindings } from './NameFindings';
import { nameInWords } from './nameWords';
import { type NameCheck, useNameCheck } from './useNameCheck';

// Room for what is pasted, so that one sees what is wrong with it.
const ROOM = 2 * LONGEST_NAME;

/** The name of a service that is to be; says while one types whether it can be had. */
export function ServiceNameField(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, schema, rawErrors, required, disabled } = props;
  const name = formData ?? '';
  const check = useNameCheck(name);
  const findings = useId();
  return (
    <>
      <TextField
        label={schema.title ?? 'Name'}
        description={schema.description}
        name="name"
        size="medium"
        isRequired={required}
        isDisabled={disabled}
        isInvalid={isRefused(name, check, Boolean(rawErrors?.length))}
        // The form refuses; the browser would keep it from being asked again.
        validationBehavior="aria"
        maxLength={ROOM}
        autoComplete="off"
        spellCheck="false"
        placeholder="parcel-quotes"
        aria-describedby={findings}
        value={name}
        onChange={typed => onChange(typed || undefined)}
      />
      <NameFindings id={findings} name={name} check={check} />
    </>
  );
}

function isRefused(name: string, check: NameCheck, wasRefused: boolean) {
  if (check.is === 'wrong') return true;
  return check.is === 'answered'
    ? nameInWords(name, check.answer).color === 'danger'
    : wasRefused;
}
