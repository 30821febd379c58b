import type { CodeWords, Messages } from './words.ts';
import { checkoutCodesRu } from './checkout/codes.ru.ts';
import { checkoutRu } from './checkout/screen.ru.ts';
import { doneCodesRu } from './done/codes.ru.ts';
import { doneRu } from './done/screen.ru.ts';
import { firstStartCodesRu } from './first-start/codes.ru.ts';
import { firstStartRu } from './first-start/screen.ru.ts';
import { helpRu } from './help/screen.ru.ts';
import { paymentCodesRu } from './payment/codes.ru.ts';
import { paymentRu } from './payment/screen.ru.ts';
import { sellingCodesRu } from './selling/codes.ru.ts';
import { sellingRu } from './selling/screen.ru.ts';
import { shiftCodesRu } from './shift/codes.ru.ts';
import { shiftRu } from './shift/screen.ru.ts';
import { signInCodesRu } from './sign-in/codes.ru.ts';
import { signInRu } from './sign-in/screen.ru.ts';
import { trainingRu } from './training/screen.ru.ts';
import { unsettledCodesRu } from './unsettled/codes.ru.ts';
import { reasonsRu } from './unsettled/reasons.ru.ts';
import { unsettledRu } from './unsettled/screen.ru.ts';
import { windowCodesRu } from './window/codes.ru.ts';
import { windowRu } from './window/screen.ru.ts';

const codes: CodeWords = {
  ...windowCodesRu,
  ...firstStartCodesRu,
  ...signInCodesRu,
  ...shiftCodesRu,
  ...sellingCodesRu,
  ...paymentCodesRu,
  ...doneCodesRu,
  ...checkoutCodesRu,
  ...unsettledCodesRu,
};

/** Russian, put together; the words themselves stand in the folder of their area, four languages side by side. */
export const ru: Messages = {
  ...windowRu,
  ...firstStartRu,
  ...signInRu,
  ...shiftRu,
  ...sellingRu,
  ...paymentRu,
  ...doneRu,
  ...trainingRu,
  ...helpRu,
  ...checkoutRu,
  unsettled: unsettledRu,
  reasons: reasonsRu,
  codes,
};
