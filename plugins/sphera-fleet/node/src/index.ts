export { checkFleet } from './checkFleet';
export { fleetServiceRef } from './fleetService';
export {
  checkedSettings,
  settingKey,
  unknownEnvironment,
  unknownRegion,
  type SettingProblem,
} from './settings/checkedSettings';
export { durationSetting } from './settings/durationSetting';
