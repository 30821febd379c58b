import { readFile } from 'node:fs/promises';
import type { TillStart } from '../../preload/till-port.ts';
import { trainingGoods, trainingQuickKeys } from '../training/shop/goods.ts';
import { trainingShop } from '../training/shop/shop.ts';
import type { Till } from './context.ts';
import { setUpEquipment } from './equipment.ts';
import { readProvision } from './provision/read.ts';
import { joinSecrets, splitSecrets } from './provision/secrets.ts';
import { applyShop } from './set-up.ts';
import { trainingUrls } from './training-room.ts';
import { loadSettings, providerSecrets, storeSettings } from './settings.ts';

/**
 * Gives the till its shop at the start: the one it knows, the training shop, or the provision file's.
 * Answers every fault of a provision file, as plain lines; with none the till is furnished or waits for its first start.
 */
export async function furnish(till: Till, start: TillStart): Promise<string[]> {
  if (till.training) await furnishTraining(till);
  const settings = loadSettings(till.db, providerSecrets(start.secrets));
  if (settings) {
    till.equipment ??= setUpEquipment(till, settings);
    return [];
  }
  return start.provisionFile === null ? [] : applyFile(till, start.provisionFile);
}

/** The simulators listen at new ports each time, so their addresses are written anew at every start of training. */
async function furnishTraining(till: Till): Promise<void> {
  if (!till.training) return;
  const provision = trainingShop(trainingUrls(till.training));
  const { settings, secrets } = splitSecrets(provision);
  if (loadSettings(till.db, {})) {
    storeSettings(till.db, settings);
    till.equipment = setUpEquipment(till, joinSecrets(settings, secrets));
  } else await applyShop(till, { provision, items: trainingGoods, quickKeys: trainingQuickKeys });
}

async function applyFile(till: Till, path: string): Promise<string[]> {
  const read = await readProvision(path, { readFile });
  if (!read.ok) return read.faults.map(({ where, code, facts }) => `${where}: ${code} ${JSON.stringify(facts)}`);
  await applyShop(till, read);
  return [];
}
