/** The final response printed in Flitt's documents (create order, JavaScript callback), as far as it is signed. */
export const printedResponse: Readonly<Record<string, string | number>> = {
  rrn: '111111111111',
  masked_card: '444455XXXXXX1111',
  sender_cell_phone: '',
  sender_account: '',
  currency: 'UAH',
  fee: '',
  reversal_amount: '0',
  settlement_amount: '0',
  actual_amount: '200',
  response_description: '',
  sender_email: 'test@test.com',
  order_status: 'approved',
  response_status: 'success',
  order_time: '13.07.2024 01:23:59',
  actual_currency: 'UAH',
  order_id: 'test33694502191',
  tran_type: 'purchase',
  eci: '5',
  settlement_date: '',
  payment_system: 'card',
  approval_code: '123456',
  merchant_id: 1549901,
  settlement_currency: '',
  payment_id: 805243692,
  card_bin: 444455,
  response_code: '',
  card_type: 'VISA',
  amount: '200',
  product_id: '',
  merchant_data: 'Test merchant data',
  rectoken: '',
  rectoken_lifetime: '',
  verification_status: '',
  parent_order_id: '',
  fee_oplata: '0',
  additional_info:
    '{"capture_status": null, "capture_amount": null, "reservation_data": "{}", "transaction_id": 1994930931, "bank_response_code": null, "bank_response_description": null, "client_fee": 0.0, "settlement_fee": 0.0, "bank_name": null, "bank_country": null, "card_type": "VISA", "card_product": "empty_visa", "card_category": null, "timeend": "13.07.2024 01:24:08", "ipaddress_v4": "178.54.60.26", "payment_method": "card", "version_3ds": 1, "is_test": true}',
};

const testOrder = {
  server_callback_url: 'http://myshop/callback/',
  order_id: 'TestOrder2',
  order_desc: 'Test payment',
  amount: 1000,
};

const payByPayme = {
  server_callback_url: 'https://testapi.com/api/callback/',
  order_id: 'test_payme_1',
  currency: 'UZS',
  payment_systems: 'paybypayme',
  payment_method: 'paybypayme',
  order_desc: 'Test Payme payment',
  amount: 10000,
  response_url: 'https://example.com',
};

/**
 * Requests as Flitt's documents print them, each beside merchant 1549901: the signature we compute (key "test"), the one printed,
 * and the merchant with which the printed one comes out, if any. The pages were edited without signing their samples anew: five of
 * them are those of 1396424, the test merchant of the same gateway under its older name.
 */
export const vectors: readonly {
  name: string;
  said: Readonly<Record<string, string | number>>;
  ours: string;
  printed: string;
  printedOf: number | null;
}[] = [
  {
    name: 'TestOrder2 (create order)',
    said: { ...testOrder, currency: 'USD', merchant_id: 1549901 },
    ours: '3038d557bfe3a4979ddae24d315a6b522fa6a342',
    printed: '91ea7da493a8367410fe3d7f877fb5e0ed666490',
    printedOf: 1396424,
  },
  {
    name: 'test_order_id_132412412 (create order)',
    said: {
      version: '1.0.1',
      order_id: 'test_order_id_132412412',
      currency: 'GEL',
      merchant_id: 1549901,
      order_desc: 'Test order',
      amount: 10025,
      response_url: 'https://example.com/thankyoupage',
      server_callback_url: 'https://example.com/api/callback',
    },
    ours: '3b0aeab9664e0f16782e78b168af00b306dc71a1',
    printed: '7f52380cefaf3cb793746e2deeb56cf7cd75d532',
    printedOf: 1396424,
  },
  {
    name: 'the final response (create order)',
    said: printedResponse,
    ours: '05e6534dfeda50ef640d906716634f1d381054f3',
    printed: 'b7884b5c4906956fbac4d20390388d913a78c0b0',
    printedOf: 1396424,
  },
  {
    name: 'status of TestOrder2 (order status)',
    said: { order_id: 'TestOrder2', version: '1.0.1', merchant_id: 1549901 },
    ours: '9c4a71a22cdba2fc42b1edf8bd8379f5de3c76ee',
    printed: 'bb0798a53ab63eb99584859ba46deb9d461b3993',
    printedOf: 1396424,
  },
  {
    name: 'the redirect form (create order)',
    said: {
      order_id: 'test8651190566',
      merchant_id: 1549901,
      order_desc: 'Test order',
      amount: 200,
      currency: 'UAH',
      response_url: 'https://api.flitt.com/test/responsepage/',
    },
    ours: '47c9becee2d2303f681857adf32166454fc8c282',
    printed: '31c758a76a5dae87f087df171092684130a12bf3',
    printedOf: null,
  },
  {
    name: 'test_payme_1 (Pay by Payme)',
    said: { ...payByPayme, merchant_id: 1549901 },
    ours: '8b6a435b7d7d0724f8d12a1b23269548e0d71487',
    printed: '1570574166888217a8d5fb78227ff17c1488be72',
    printedOf: null,
  },
  {
    name: 'TestOrder2 in GEL (building the signature)',
    said: { ...testOrder, currency: 'GEL', merchant_id: 1549901 },
    ours: 'cd0edb710cbbdb6c2a4d965cdb91fdfabc343215',
    printed: '91ea7da493a8367410fe3d7f877fb5e0ed666490',
    printedOf: null,
  },
];

/** Pay by Payme's sample with a description and an order that are not plain ASCII. */
export const inUzbek = {
  ...payByPayme,
  merchant_id: 1549901,
  order_desc: 'Чек №5 — to‘lov',
  order_id: 'POS-1-000124',
};
