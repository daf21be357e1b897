export { servicesPlugin as default } from './plugin';
export { linksInSearchModule } from './links/search/linksInSearchModule';
