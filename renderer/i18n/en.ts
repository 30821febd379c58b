import type { CodeWords, Messages } from './words.ts';
import { checkoutCodesEn } from './checkout/codes.en.ts';
import { checkoutEn } from './checkout/screen.en.ts';
import { doneCodesEn } from './done/codes.en.ts';
import { doneEn } from './done/screen.en.ts';
import { firstStartCodesEn } from './first-start/codes.en.ts';
import { firstStartEn } from './first-start/screen.en.ts';
import { helpEn } from './help/screen.en.ts';
import { paymentCodesEn } from './payment/codes.en.ts';
import { paymentEn } from './payment/screen.en.ts';
import { sellingCodesEn } from './selling/codes.en.ts';
import { sellingEn } from './selling/screen.en.ts';
import { shiftCodesEn } from './shift/codes.en.ts';
import { shiftEn } from './shift/screen.en.ts';
import { signInCodesEn } from './sign-in/codes.en.ts';
import { signInEn } from './sign-in/screen.en.ts';
import { trainingEn } from './training/screen.en.ts';
import { unsettledCodesEn } from './unsettled/codes.en.ts';
import { reasonsEn } from './unsettled/reasons.en.ts';
import { unsettledEn } from './unsettled/screen.en.ts';
import { windowCodesEn } from './window/codes.en.ts';
import { windowEn } from './window/screen.en.ts';

const codes: CodeWords = {
  ...windowCodesEn,
  ...firstStartCodesEn,
  ...signInCodesEn,
  ...shiftCodesEn,
  ...sellingCodesEn,
  ...paymentCodesEn,
  ...doneCodesEn,
  ...checkoutCodesEn,
  ...unsettledCodesEn,
};

/** English, put together; the words themselves stand in the folder of their area, four languages side by side. */
export const en: Messages = {
  ...windowEn,
  ...firstStartEn,
  ...signInEn,
  ...shiftEn,
  ...sellingEn,
  ...paymentEn,
  ...doneEn,
  ...trainingEn,
  ...helpEn,
  ...checkoutEn,
  unsettled: unsettledEn,
  reasons: reasonsEn,
  codes,
};
