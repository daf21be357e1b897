import styles from './matrixListStyles.module.css';

/** How a matrix looks where the screen is narrow: `rows` one below the other, in each a `line` with its `region` for each cell. */
export const matrixListStyles = styles;
