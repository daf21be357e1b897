import type { AuditRecord } from '@sphera/plugin-audit-common';
import { useNames } from '../search/useNames';
import { deedInWords } from '../words/deed';

/** One action in a sentence. */
export function ActionTitle(props: { record: AuditRecord }) {
  const { record } = props;
  const { actor, service } = record;
  const nameOf = useNames(service ? [actor, service] : [actor]);
  const place = service ? ` – ${nameOf(service)}` : '';
  return (
    <>
      {nameOf(actor)} {deedInWords(record)}
      {place}
    </>
  );
}
