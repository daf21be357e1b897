import { Link, useSidebarOpenState } from '@backstage/core-components';
import { Logo } from '../brand/Logo';
import { Mark } from '../brand/Mark';
import styles from './NavigationLogo.module.css';

/** The way home, at the top of the navigation. */
export function NavigationLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to="/" underline="none" className={styles.home} aria-label="Home">
      <span className={styles.onNight}>
        {isOpen ? <Logo size={34} /> : <Mark size={34} />}
      </span>
    </Link>
  );
}
