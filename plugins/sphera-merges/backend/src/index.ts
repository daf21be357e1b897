export { mergesPlugin as default } from './plugin';
