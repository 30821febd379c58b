import type { CodeWords } from './words.ts';
import { checkoutCodesUz } from './checkout/codes.uz.ts';
import { checkoutUz } from './checkout/screen.uz.ts';
import { doneCodesUz } from './done/codes.uz.ts';
import { doneUz } from './done/screen.uz.ts';
import { firstStartCodesUz } from './first-start/codes.uz.ts';
import { firstStartUz } from './first-start/screen.uz.ts';
import { helpUz } from './help/screen.uz.ts';
import { paymentCodesUz } from './payment/codes.uz.ts';
import { paymentUz } from './payment/screen.uz.ts';
import { sellingCodesUz } from './selling/codes.uz.ts';
import { sellingUz } from './selling/screen.uz.ts';
import { shiftCodesUz } from './shift/codes.uz.ts';
import { shiftUz } from './shift/screen.uz.ts';
import { signInCodesUz } from './sign-in/codes.uz.ts';
import { signInUz } from './sign-in/screen.uz.ts';
import { trainingUz } from './training/screen.uz.ts';
import { unsettledCodesUz } from './unsettled/codes.uz.ts';
import { reasonsUz } from './unsettled/reasons.uz.ts';
import { unsettledUz } from './unsettled/screen.uz.ts';
import { windowCodesUz } from './window/codes.uz.ts';
import { windowUz } from './window/screen.uz.ts';

const codes: CodeWords = {
  ...windowCodesUz,
  ...firstStartCodesUz,
  ...signInCodesUz,
  ...shiftCodesUz,
  ...sellingCodesUz,
  ...paymentCodesUz,
  ...doneCodesUz,
  ...checkoutCodesUz,
  ...unsettledCodesUz,
};

/** Uzbek, put together; the words themselves stand in the folder of their area, four languages side by side. */
export const uz = {
  ...windowUz,
  ...firstStartUz,
  ...signInUz,
  ...shiftUz,
  ...sellingUz,
  ...paymentUz,
  ...doneUz,
  ...trainingUz,
  ...helpUz,
  ...checkoutUz,
  unsettled: unsettledUz,
  reasons: reasonsUz,
  codes,
};
