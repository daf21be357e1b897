import { ButtonLink, Tooltip, TooltipTrigger } from '@backstage/ui';
import { useServiceLinks } from '../useServiceLinks';
import styles from './FactLink.module.css';

/** One fact in the row of a service, short, that leads to the tab with all of it; in words for who points at it. */
export function FactLink(props: {
  /** Entity ref of the service. */
  service: string;
  /** Path of the tab. */
  tab: string;
  icon?: JSX.Element;
  /** The fact in full. */
  words: string;
  /** Its name, where the words alone do not tell what they are about. Default: the words. */
  label?: string;
  /** Whether somebody should look. */
  isAmiss: boolean;
  /** Takes two lines where one is too narrow for it. Default: what is too long is cut. */
  wraps?: boolean;
  children: string;
}) {
  const { service, tab, icon, words, label = words, isAmiss, wraps } = props;
  const { toTab } = useServiceLinks();
  return (
    <TooltipTrigger delay={200}>
      <ButtonLink
        href={toTab(service, tab)}
        size="small"
        variant="tertiary"
        className={styles.fact}
        data-amiss={isAmiss || undefined}
        data-wraps={wraps || undefined}
        iconStart={icon}
        aria-label={label}
      >
        {props.children}
      </ButtonLink>
      <Tooltip>{words}</Tooltip>
    </TooltipTrigger>
  );
}
