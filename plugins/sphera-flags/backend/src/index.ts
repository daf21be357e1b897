import { flagsPlugin } from './plugin';

export { createFlagsPlugin, flagsPlugin } from './plugin';
export default flagsPlugin;
