import type { z } from 'zod';
import type { Equipment, Till } from '../context.ts';
import { refuseCall } from './answers.ts';
import type { Told } from './answers.ts';
import { checkPerform, create } from './begin.ts';
import type { Rules } from './begin.ts';
import { cancel, perform } from './finish.ts';
import { check, setFiscalData, statement } from './look.ts';
import { paramsOf } from './requests.ts';

/** Where a call of Payme's is worked. */
export type Desk = { till: Till; equipment: Equipment; rules: Rules };

/** Each is one commit at most: a call that fails has changed nothing, and Payme calls again. */
const methods: Readonly<Record<keyof typeof paramsOf, (desk: Desk, params: unknown) => Told>> = {
  CheckPerformTransaction: method(paramsOf.CheckPerformTransaction, ({ till, rules }, params) =>
    checkPerform(till, rules, params),
  ),
  CreateTransaction: method(paramsOf.CreateTransaction, ({ till, rules }, params) => create(till, rules, params)),
  PerformTransaction: method(paramsOf.PerformTransaction, ({ till, equipment }, params) =>
    perform(till, equipment, params),
  ),
  CancelTransaction: method(paramsOf.CancelTransaction, ({ till, equipment, rules }, params) =>
    cancel(till, equipment, rules, params),
  ),
  CheckTransaction: method(paramsOf.CheckTransaction, ({ till }, params) => check(till, params)),
  GetStatement: method(paramsOf.GetStatement, ({ till, rules }, params) => statement(till, rules, params)),
  SetFiscalData: method(paramsOf.SetFiscalData, ({ till }, params) => setFiscalData(till, params), 'params'),
};

/** `fault` is how wrong parameters are refused: -32600, and -32602 where Payme's page says so. */
function method<Shape extends z.ZodType>(
  shape: Shape,
  act: (desk: Desk, params: z.infer<Shape>) => Told,
  fault: 'shape' | 'params' = 'shape',
): (desk: Desk, params: unknown) => Told {
  return (desk, params) => {
    const parsed = shape.safeParse(params);
    return parsed.success ? act(desk, parsed.data) : refuseCall(fault, firstFault(parsed.error));
  };
}

const firstFault = (error: z.ZodError): string | undefined => error.issues[0]?.path.join('.') || undefined;

/** Works a call. `ChangePassword` of old templates is not among the methods, and -32601 passes Payme's check. */
export function work(desk: Desk, name: string, params: unknown): Told {
  return isMethod(name) ? methods[name](desk, params) : refuseCall('method', name);
}

function isMethod(name: string): name is keyof typeof paramsOf {
  return Object.hasOwn(methods, name);
}
