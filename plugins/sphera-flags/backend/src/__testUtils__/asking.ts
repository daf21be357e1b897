export { answered, refused } from '@sphera/plugin-operations-node/testUtils';
