export { servicesPlugin as default } from './plugin';
