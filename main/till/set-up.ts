import { readFile } from 'node:fs/promises';
import type { ItemRow } from '../domain/item.ts';
import { importItems } from '../store/catalogue/import-items.ts';
import { setQuickKeysByCode } from '../store/catalogue/quick-keys.ts';
import { insertStaff } from '../store/staff.ts';
import type { StaffRow } from '../store/staff.ts';
import { atomically } from '../store/statement.ts';
import type { ProvisionFault, Result } from '../../preload/api.ts';
import { ok, refused } from './context.ts';
import type { Till } from './context.ts';
import { setUpEquipment } from './equipment.ts';
import { hashPin } from './pin.ts';
import { readProvision } from './provision/read.ts';
import type { Provision } from './provision/schema.ts';
import { joinSecrets, splitSecrets } from './provision/secrets.ts';
import { audit } from './record.ts';
import { isSetUp, storeSettings } from './settings.ts';

/** A shop ready to be written down: its file, its goods, and its quick keys when it names any. */
export type Shop = { provision: Provision; items: readonly ItemRow[]; quickKeys?: readonly string[] };

/** The person at the first start chose training; the shell starts the till again for it. */
export function startTraining(till: Till): Result<null> {
  if (till.equipment) return refused('already-set-up');
  till.tellShell({ type: 'restart-in-training' });
  return ok(null);
}

/**
 * Sets this till up from a provision file, once. Every fault is named and nothing is changed when there is one;
 * rows left out because the person chose so are named as well, after the rest went in.
 */
export async function setUp(
  till: Till,
  arg: { path: string; badRows: 'refuse' | 'skip' },
): Promise<Result<{ faults: ProvisionFault[] }>> {
  if (till.equipment) return refused('already-set-up');
  const badRows = arg.badRows === 'skip' ? 'good-rows' : 'all-or-nothing';
  const read = await readProvision(arg.path, { readFile, badRows });
  if (!read.ok) return ok({ faults: read.faults.map(asView) });
  if (!(await applyShop(till, read))) return refused('already-set-up');
  return ok({ faults: read.leftOut.map(asView) });
}

/**
 * Writes a shop down in one transaction and opens its equipment; false when the till got one in the meantime.
 * Secrets are posted to the shell first; it keeps them even when the program ends before the next line.
 */
export async function applyShop(till: Till, shop: Shop): Promise<boolean> {
  const { settings, secrets } = splitSecrets(shop.provision);
  const people = await Promise.all(shop.provision.staff.map((person) => hashed(till, person)));
  if (isSetUp(till.db)) return false;
  if (Object.keys(secrets).length > 0) till.tellShell({ type: 'keep-secrets', secrets: definedOnly(secrets) });
  atomically(till.db, () => {
    storeSettings(till.db, settings);
    for (const person of people) insertStaff(till.db, person);
    importItems(till.db, shop.items);
    if (shop.quickKeys) setQuickKeysByCode(till.db, shop.quickKeys);
    audit(till, null, 'set-up', null, { items: shop.items.length, staff: people.length });
  });
  till.equipment = setUpEquipment(till, joinSecrets(settings, secrets));
  till.openListener();
  return true;
}

async function hashed(
  till: Till,
  person: Provision['staff'][number],
): Promise<Omit<StaffRow, 'failedPins' | 'lockedUntil'>> {
  const { name, role, language, pin } = person;
  return { id: till.world.newId(), name, role, language, pinHash: await hashPin(pin) };
}

function definedOnly(secrets: Partial<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function asView({ where, code, facts }: ProvisionFault): ProvisionFault {
  return { where, code, facts: { ...facts } };
}
