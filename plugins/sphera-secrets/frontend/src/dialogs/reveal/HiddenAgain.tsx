import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';

/** The value is gone from the page. */
export function HiddenAgain(props: { onAgain(): void }) {
  return (
    <>
      <DialogBody>
        <Text role="status">
          Hidden. The page has not kept the value; that you asked for it is on
          record.
        </Text>
      </DialogBody>
      <DialogFooter>
        <Button size="medium" variant="secondary" onPress={props.onAgain}>
          Reveal again
        </Button>
        {/* The button in focus went with the value. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Button size="medium" slot="close" autoFocus>
          Close
        </Button>
      </DialogFooter>
    </>
  );
}
