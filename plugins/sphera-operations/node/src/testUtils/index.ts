export * from './asking';
export * from './callersFor';
export * from './MortalProcess';
export * from './oneBusForAllPlugins';
export * from './peopleOf';
export * from './signalsTo';
