import styles from './matrixStyles.module.css';

/**
 * How a matrix looks whose head and first column stay while the rest moves: `scroller` around `table`, with a `head` of two rows
 * (`corner`, `environment`; `cluster`) and rows that begin with a `rowHead`. `--columns` says how many there are,
 * `--row-head-width` how wide the first is.
 */
export const matrixStyles = styles;
