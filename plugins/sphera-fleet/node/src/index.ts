export { checkFleet } from './checkFleet';
export { fleetServiceRef } from './fleetService';
