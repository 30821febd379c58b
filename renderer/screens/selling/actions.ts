import { quantityEntered, sumEntered } from '../../state/entry.ts';
import type { Facts, LineView, QuickKeyView, SaleView, TillView } from '../../../preload/api.ts';
import { onePiece } from '../../../main/domain/money.ts';
import { dismiss, send, useTill } from '../../state/till.ts';
import { clearEntry, setEntry, useWindow } from '../../state/window.ts';

/** The line the keys act on: the chosen one, else the newest. */
export function chosenLine(sale: SaleView | null): LineView | undefined {
  return sale?.lines.find(({ id }) => id === sale.selectedLineId) ?? sale?.lines.at(-1);
}

/** Chooses the line `by` places further down, staying inside the sale. */
export function moveChoice(sale: SaleView | null, by: number): void {
  if (!sale) return;
  const at = sale.lines.findIndex(({ id }) => id === chosenLine(sale)?.id);
  const next = sale.lines[Math.min(Math.max(at + by, 0), sale.lines.length - 1)];
  if (next) void send('selectLine', { lineId: next.id });
}

/** One less of a line; the last piece takes the line away. */
export function oneLess(line: LineView | undefined): void {
  if (!line) return;
  if (line.weighed || line.quantity <= onePiece) void send('removeLine', { lineId: line.id });
  else void send('setQuantity', { lineId: line.id, quantity: line.quantity - onePiece });
}

/** F3: digits already keyed in become the quantity; without them the pad asks for it. */
export function askQuantity(line: LineView | undefined): void {
  if (!line) return;
  const { entry, entryFor } = useWindow.getState();
  const quantity = entryFor.kind === 'code' ? quantityEntered(entry) : undefined;
  if (quantity === undefined) useWindow.setState({ entry: '', entryFor: { kind: 'quantity', lineId: line.id } });
  else setQuantity(line.id, quantity);
}

function setQuantity(lineId: string, quantity: number): void {
  clearEntry();
  void send('setQuantity', { lineId, quantity });
}

/** `3 *`: keeps the quantity for the next item that comes. */
export function keepMultiplier(): void {
  const quantity = quantityEntered(useWindow.getState().entry);
  if (quantity !== undefined && quantity > 0) void send('nextQuantity', { quantity });
  setEntry('');
}

/** Enter on the selling screen: what the digits mean depends on what was asked for. */
export function enterDigits(): void {
  const { entry, entryFor } = useWindow.getState();
  if (entry === '') return;
  if (entryFor.kind === 'code') {
    setEntry('');
    void send('scan', { text: entry });
    return;
  }
  const quantity = quantityEntered(entry);
  if (quantity === undefined) return;
  if (entryFor.kind === 'quantity') setQuantity(entryFor.lineId, quantity);
  else addItem(entryFor.itemId, quantity);
}

function addItem(itemId: number, quantity: number | null): void {
  clearEntry();
  void send('addItem', quantity === null ? { itemId } : { itemId, quantity });
}

type Weighed = Pick<QuickKeyView, 'itemId' | 'name' | 'unit'>;

/** Asks for the weight of goods (thousandths of their unit); digits keyed in before are forgotten. */
function askWeight({ itemId, name, unit }: Weighed): void {
  useWindow.setState({ entry: '', entryFor: { kind: 'weight', itemId, name, unit } });
}

/** A quick key or a search hit: weighed goods ask for their weight, the others come at once. */
export function pickItem(item: Weighed & Pick<QuickKeyView, 'weighed'>): void {
  const nextQuantity = useTill.getState().view?.nextQuantity ?? null;
  if (item.weighed && nextQuantity === null) askWeight(item);
  else addItem(item.itemId, null);
}

/** The till met a code of weighed goods without a weight (`weight-needed`): its facts name the item. */
export function askWeightFor({ itemId, name, unit }: Facts): void {
  askWeight({ itemId: Number(itemId), name: String(name), unit: String(unit) });
}

/** Takes back the last thing that happened: one piece of the last line, or the whole weighed line. */
export function undoLast(sale: SaleView | null): void {
  oneLess(sale?.lines.find(({ id }) => id === sale.lastLineId));
}

/** Cash for what is due: the digits keyed in, or without any the exact sum. */
export async function takeCash(due: number, alreadyChosen: boolean): Promise<void> {
  const { entry } = useWindow.getState();
  const given = entry === '' ? due : sumEntered(entry);
  if (given === undefined) return;
  if (!alreadyChosen && !(await send('chooseTender', { kind: 'cash' })).ok) return;
  await send('takeCash', { given });
}

/** Esc: first the message goes, then the digits, then the panel; the lines always stay. */
export function stepBack(view: TillView): void {
  const { entry, entryFor } = useWindow.getState();
  const { refusal } = useTill.getState();
  if (refusal || view.message) dismiss();
  else if (entry !== '' || entryFor.kind !== 'code') clearEntry();
  else if (view.nextQuantity !== null) void send('nextQuantity', { quantity: null });
  else if (view.payment) void send('back');
}
