import { rollbackPlugin } from './plugin';

export { rollbackPlugin };
export default rollbackPlugin;
