import Smartpay from '@smartpay/sdk-node';

/** An object as the API tells it, read without parsing: these tests compare it whole. */
export type Told = ReturnType<typeof JSON.parse>;

type Call = (params?: object) => Promise<Told>;

/** What Smartpay's own SDK can do; its published types know only its base class. */
export type Sdk = {
  createCheckoutSession: Call;
  getCheckoutSession: Call;
  listCheckoutSessions: Call;
  getOrder: Call;
  listOrders: Call;
  cancelOrder: Call;
  createPayment: Call;
  getPayment: Call;
  listPayments: Call;
  createRefund: Call;
  getRefund: Call;
  listRefunds: Call;
};

type SdkClass = {
  new (secretKey: string, options: { apiPrefix: string }): Sdk;
  calculateWebhookSignature(params: { data: string; secret: string }): string;
  verifyWebhookSignature(params: { data: string; secret: string; signature: string }): boolean;
  expressWebhookMiddleware(
    secret: (subscription: string) => string,
  ): (request: { headers: Record<string, string> }, answer: unknown, body: Buffer) => void;
};

/** Smartpay's own SDK for Node. */
export const SmartpaySdk = Smartpay as unknown as SdkClass;
