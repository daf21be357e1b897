import { Container, Flex } from '@backstage/ui';
import { ActivityLog } from './ActivityLog';
import { useQuestion } from './search/useQuestion';
import { ExportMenu } from './tools/ExportMenu';
import { VerifyButton } from './tools/VerifyButton';

/** Who did what, on what, when and with what outcome. */
export function AuditPage() {
  const asked = useQuestion();
  return (
    <main>
      <Container>
        <ActivityLog
          asked={asked}
          tools={
            <Flex gap="2">
              <VerifyButton />
              <ExportMenu question={asked.question} />
            </Flex>
          }
        />
      </Container>
    </main>
  );
}
