export { countItems, findByCode, findById, findByPlu } from './find.ts';
export { importItems } from './import-items.ts';
export type { ImportOptions } from './import-items.ts';
export { listQuickKeys, mostQuickKeys, setQuickKeys, setQuickKeysByCode } from './quick-keys.ts';
export type { QuickKey } from './quick-keys.ts';
export { search } from './search.ts';
