import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
} from '@backstage/ui';
import type { AuditRecord } from '@sphera/plugin-audit-common';
import { exactly, JsonText } from '@sphera/plugin-operations-react';
import { OutcomeMark } from '../table/OutcomeMark';
import { Place } from '../table/Place';
import { Who } from '../table/Who';
import { doorInWords } from '../words/doors';
import { Facts } from './Facts';
import { RecordPlace } from './RecordPlace';
import { Values } from './Values';

/** One action from its records, the last one first: in words, then as it is stored. */
export function ActionFacts(props: { records: AuditRecord[] }) {
  const { records } = props;
  const record = records[0];
  const { input, output, userAgent, ...other } = record.details;
  return (
    <Flex direction="column" gap="4">
      <Facts
        facts={[
          ['Outcome', <OutcomeMark record={record} />],
          ['Error', record.error],
          ['Who', <Who record={record} />],
          ['On what', <Place record={record} />],
          ['Why', record.reason],
          ['When', exactly(record.occurredAt)],
          ['Took', tookOf(records)],
          [
            'From',
            [doorInWords(record.door), record.ip].filter(Boolean).join(', '),
          ],
          ['With', typeof userAgent === 'string' ? userAgent : undefined],
          ['Operation', record.operation],
        ]}
      />
      <Values title="What was asked for" values={input} />
      <Values title="What came of it" values={output} />
      <Values title="Besides" values={other} />
      <RecordPlace records={records} />
      <Accordion>
        <AccordionTrigger title="As it is stored" />
        <AccordionPanel>
          <JsonText value={records} />
        </AccordionPanel>
      </Accordion>
    </Flex>
  );
}

function tookOf(records: AuditRecord[]): string | undefined {
  if (records.length < 2) return undefined;
  const times = records.map(({ occurredAt }) => Date.parse(occurredAt));
  const ms = Math.max(...times) - Math.min(...times);
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
