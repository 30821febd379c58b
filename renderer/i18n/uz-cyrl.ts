import type { CodeWords, Messages } from './words.ts';
import { checkoutCodesUzCyrl } from './checkout/codes.uz-cyrl.ts';
import { checkoutUzCyrl } from './checkout/screen.uz-cyrl.ts';
import { doneCodesUzCyrl } from './done/codes.uz-cyrl.ts';
import { doneUzCyrl } from './done/screen.uz-cyrl.ts';
import { firstStartCodesUzCyrl } from './first-start/codes.uz-cyrl.ts';
import { firstStartUzCyrl } from './first-start/screen.uz-cyrl.ts';
import { helpUzCyrl } from './help/screen.uz-cyrl.ts';
import { paymentCodesUzCyrl } from './payment/codes.uz-cyrl.ts';
import { paymentUzCyrl } from './payment/screen.uz-cyrl.ts';
import { sellingCodesUzCyrl } from './selling/codes.uz-cyrl.ts';
import { sellingUzCyrl } from './selling/screen.uz-cyrl.ts';
import { shiftCodesUzCyrl } from './shift/codes.uz-cyrl.ts';
import { shiftUzCyrl } from './shift/screen.uz-cyrl.ts';
import { signInCodesUzCyrl } from './sign-in/codes.uz-cyrl.ts';
import { signInUzCyrl } from './sign-in/screen.uz-cyrl.ts';
import { trainingUzCyrl } from './training/screen.uz-cyrl.ts';
import { unsettledCodesUzCyrl } from './unsettled/codes.uz-cyrl.ts';
import { reasonsUzCyrl } from './unsettled/reasons.uz-cyrl.ts';
import { unsettledUzCyrl } from './unsettled/screen.uz-cyrl.ts';
import { windowCodesUzCyrl } from './window/codes.uz-cyrl.ts';
import { windowUzCyrl } from './window/screen.uz-cyrl.ts';

const codes: CodeWords = {
  ...windowCodesUzCyrl,
  ...firstStartCodesUzCyrl,
  ...signInCodesUzCyrl,
  ...shiftCodesUzCyrl,
  ...sellingCodesUzCyrl,
  ...paymentCodesUzCyrl,
  ...doneCodesUzCyrl,
  ...checkoutCodesUzCyrl,
  ...unsettledCodesUzCyrl,
};

/** Uzbek in Cyrillic, put together; the words themselves stand in the folder of their area, four languages side by side. */
export const uzCyrl: Messages = {
  ...windowUzCyrl,
  ...firstStartUzCyrl,
  ...signInUzCyrl,
  ...shiftUzCyrl,
  ...sellingUzCyrl,
  ...paymentUzCyrl,
  ...doneUzCyrl,
  ...trainingUzCyrl,
  ...helpUzCyrl,
  ...checkoutUzCyrl,
  unsettled: unsettledUzCyrl,
  reasons: reasonsUzCyrl,
  codes,
};
