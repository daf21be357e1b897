export { checkFleet } from './checkFleet';
export { fleetServiceRef } from './fleetService';
export {
  checkedSettings,
  settingKey,
  unknownCluster,
  unknownEnvironment,
  unknownRegion,
  type SettingProblem,
} from './settings/checkedSettings';
export { durationSetting } from './settings/durationSetting';
export { entityRefs, texts } from './settings/textLists';
export { fieldsOf, fillTemplate, unknownFields } from './settings/templates';
