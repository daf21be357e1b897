import { Flex, Text } from '@backstage/ui';
import type { AuditRecord } from '@sphera/plugin-audit-common';
import { Facts } from './Facts';
import { Fingerprint } from './Fingerprint';

/** Where the records of an action stand in the chain. */
export function RecordPlace(props: { records: AuditRecord[] }) {
  const [record] = props.records;
  const places = props.records.map(({ seq }) => seq).sort((a, b) => a - b);
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" weight="bold">
        {places.length === 1
          ? `Record ${places[0]} of the log`
          : `Records ${places.join(' and ')} of the log`}
      </Text>
      <Facts
        facts={[
          ['Hash', <Fingerprint label="Hash" hash={record.hash} />],
          [
            'Before it',
            <Fingerprint
              label="Hash of the record before it"
              hash={record.previousHash}
            />,
          ],
        ]}
      />
    </Flex>
  );
}
