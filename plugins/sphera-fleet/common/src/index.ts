export * from './Fleet';
export * from './isProductionLike';
export * from './readFleet';
