/** planted: house no-barrels */
export * from './config/config.ts';
