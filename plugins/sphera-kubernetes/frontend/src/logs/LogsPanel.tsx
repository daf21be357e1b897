import { Dialog, DialogHeader, Text } from '@backstage/ui';
import { Pod } from '@sphera/plugin-kubernetes-common';
import { useState } from 'react';
import { downloadLog } from './download';
import { LogLines } from './LogLines';
import { LogOptions } from './LogOptions';
import { LogSearchField } from './LogSearchField';
import styles from './LogsPanel.module.css';
import { ReadingState } from './ReadingState';
import { useLog } from './useLog';
import { LogAddress } from './useLogAddress';
import { useLogSearch } from './useLogSearch';
import { runsOf, useNextRun } from './useNextRun';

const WIDEST_PX = 1600;
const MARGINS = '3rem';

/** The log of a pod's container, live, with much room. Its address can be shared. */
export function LogsPanel(props: {
  /** Where the pod is. */
  place: { cluster: string; namespace: string };
  /** The pod as it was last seen; absent: it is gone, or not yet known. */
  pod?: Pod;
  address: LogAddress;
  onChange(address: LogAddress): void;
  onClose(): void;
}) {
  const { place, pod, address, onChange, onClose } = props;
  const { container, previous } = address;
  const [isFollowed, setIsFollowed] = useState(true);
  const [isWrapped, setIsWrapped] = useState(true);
  const [withTimes, setWithTimes] = useState(true);
  const log = useLog(
    { cluster: place.cluster, namespace: place.namespace, ...address },
    isFollowed,
  );
  const shown =
    pod?.containers.find(({ name }) => name === container) ??
    pod?.containers[0];
  const runs = shown && runsOf(shown);
  const goesOn = isFollowed && !previous;
  useNextRun(log.reading, goesOn ? runs : undefined, log.again);
  const search = useLogSearch(log.contents.chunks);
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
      width={WIDEST_PX}
      height={`calc(100vh - ${MARGINS})`}
    >
      <DialogHeader>Logs of {address.pod}</DialogHeader>
      <div className={styles.bar}>
        <LogOptions
          containers={pod?.containers ?? []}
          container={container}
          isPrevious={previous}
          onRun={(name, isPrevious) =>
            onChange({ ...address, container: name, previous: isPrevious })
          }
          isFollowed={isFollowed}
          onFollow={setIsFollowed}
          isWrapped={isWrapped}
          onWrap={setIsWrapped}
          withTimes={withTimes}
          onTimes={setWithTimes}
          onDownload={() =>
            downloadLog(
              log.contents,
              `${[address.pod, container, previous && 'previous']
                .filter(Boolean)
                .join('-')}.log`,
            )
          }
        />
        <LogSearchField search={search} />
      </div>
      <div className={styles.reading}>
        <ReadingState
          reading={log.reading}
          size={log.contents.size}
          isPrevious={previous}
          // Only who knows the pod can tell that its container starts again.
          isAwaited={goesOn && runs !== undefined}
          hasBegun={runs !== 0}
          onAgain={log.again}
        />
      </div>
      <LogLines
        // Another log begins at its end again.
        key={`${container}/${previous}`}
        label={`Log of ${container ?? address.pod}`}
        contents={log.contents}
        search={search}
        isWrapped={isWrapped}
        withTimes={withTimes}
        empty={
          <Text color="secondary">
            {log.reading.state === 'reading' || log.reading.state === 'ended'
              ? 'Nothing has been written yet.'
              : ''}
          </Text>
        }
      />
    </Dialog>
  );
}
