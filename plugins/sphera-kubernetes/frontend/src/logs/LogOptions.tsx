import { ButtonIcon, Select, ToggleButton } from '@backstage/ui';
import {
  RiDownloadLine,
  RiHistoryLine,
  RiPlayLine,
  RiTextWrap,
  RiTimeLine,
} from '@remixicon/react';
import { Pod } from '@sphera/plugin-kubernetes-common';
import styles from './LogsPanel.module.css';

/** Which log is read, and how it is shown. */
export function LogOptions(props: {
  containers: Pod['containers'];
  /** Absent: the main one. */
  container?: string;
  isPrevious: boolean;
  onRun(container: string | undefined, isPrevious: boolean): void;
  isFollowed: boolean;
  onFollow(isFollowed: boolean): void;
  isWrapped: boolean;
  onWrap(isWrapped: boolean): void;
  withTimes: boolean;
  onTimes(withTimes: boolean): void;
  onDownload(): void;
}) {
  const { containers, container, isPrevious, onRun } = props;
  const shown = containers.find(({ name }) => name === container);
  const hasPrevious = isPrevious || Boolean((shown ?? containers[0])?.lastExit);
  return (
    <div className={styles.options}>
      {containers.length > 1 && (
        <Select
          aria-label="Container"
          size="small"
          options={containers.map(({ name }) => ({ id: name, label: name }))}
          selectedKey={container ?? containers[0].name}
          onSelectionChange={key => onRun(String(key), false)}
        />
      )}
      {hasPrevious && (
        <ToggleButton
          iconStart={<RiHistoryLine />}
          isSelected={isPrevious}
          onChange={chosen => onRun(container, chosen)}
        >
          Previous run
        </ToggleButton>
      )}
      {!isPrevious && (
        <ToggleButton
          iconStart={<RiPlayLine />}
          isSelected={props.isFollowed}
          onChange={props.onFollow}
        >
          Follow
        </ToggleButton>
      )}
      <ToggleButton
        iconStart={<RiTextWrap />}
        isSelected={props.isWrapped}
        onChange={props.onWrap}
      >
        Wrap
      </ToggleButton>
      <ToggleButton
        iconStart={<RiTimeLine />}
        isSelected={props.withTimes}
        onChange={props.onTimes}
      >
        Times
      </ToggleButton>
      <ButtonIcon
        aria-label="Download the lines shown"
        variant="secondary"
        icon={<RiDownloadLine />}
        onPress={props.onDownload}
      />
    </div>
  );
}
