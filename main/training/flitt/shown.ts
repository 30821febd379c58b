import type { Order, Reversal } from './book.ts';
import type { Said } from './signature.ts';

/** An order as status and callbacks show it (docs: create order, sample of a final response): amounts are text, ids numbers. */
export function shownOrder(order: Order, merchantId: string, reversed: number): Said {
  const isTaken = order.status === 'approved' || order.status === 'reversed';
  return {
    rrn: isTaken ? '111111111111' : '',
    masked_card: '',
    sender_cell_phone: '',
    sender_account: '',
    currency: order.currency,
    fee: '',
    reversal_amount: String(reversed),
    settlement_amount: '0',
    actual_amount: isTaken ? String(order.amount) : '',
    response_description: order.refused ? 'Payment declined by the wallet' : '',
    sender_email: '',
    order_status: order.status,
    response_status: 'success',
    order_time: moment(order.createdAt),
    actual_currency: isTaken ? order.currency : '',
    order_id: order.orderId,
    tran_type: 'purchase',
    payment_system: isTaken ? 'paybypayme' : '',
    merchant_id: Number(merchantId),
    payment_id: order.paymentId,
    response_code: order.refused ? 1000 : '',
    amount: String(order.amount),
    product_id: '',
    merchant_data: order.merchantData,
    rectoken: '',
    additional_info: additionalInfo(order),
  };
}

/** A reversal as its call answers it (docs: reversal parameters); the amount is this reversal's own. */
export function shownReversal(reversal: Reversal, merchantId: string): Said {
  return {
    order_id: reversal.orderId,
    merchant_id: Number(merchantId),
    reverse_status: reversal.status,
    reversal_amount: String(reversal.status === 'declined' ? 0 : reversal.amount),
    response_status: 'success',
    response_code: '',
    response_description: reversal.status === 'declined' ? 'Reversal declined by the wallet' : '',
    transaction_id: 1_994_930_931,
  };
}

/** JSON as Python writes it, with spaces: whoever reads and writes it again breaks the signature. */
function additionalInfo({ paymentId }: Order): string {
  return `{"capture_status": null, "reservation_data": "{}", "transaction_id": ${paymentId}, "client_fee": 0.0, "payment_method": "paybypayme", "is_test": true}`;
}

/** DD.MM.YYYY HH:MM:SS, without a zone. */
function moment(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return `${date.split('-').toReversed().join('.')} ${time.slice(0, 8)}`;
}
