import type { z } from 'zod';
import type { Fault } from './faults.ts';
import { pathText, valueAt } from './json-path.ts';

type Issue = z.core.$ZodIssue;

/** zod's issues about `raw` as faults in our words; values never appear, since any of them may be a secret. */
export function shapeFaults(issues: readonly Issue[], raw: unknown): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, raw));
}

function faultsOf(issue: Issue, raw: unknown): Fault[] {
  const where = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ where: pathText([...issue.path, key]), code: 'unknown-key', facts: {} }));
  }
  if (valueAt(raw, issue.path) === undefined) return [{ where, code: 'missing', facts: {} }];
  return [{ where, ...wrong(issue) }];
}

function wrong(issue: Issue): Omit<Fault, 'where'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', facts: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'not-one-of', facts: { allowed: issue.values.map(String).join(', ') } };
    case 'invalid_union':
      return unionFault(issue);
    case 'too_small':
      if (issue.origin === 'string') return { code: 'empty', facts: {} };
      return { code: 'too-small', facts: { least: Number(issue.minimum) } };
    case 'too_big':
      return { code: 'too-big', facts: { most: Number(issue.maximum) } };
    default:
      return { code: 'wrong-form', facts: {} };
  }
}

/** A list of kinds is told by the `kind` that fits none; for other unions only the form can be named. */
function unionFault(issue: z.core.$ZodIssueInvalidUnion): Omit<Fault, 'where'> {
  if (!('options' in issue) || issue.options === undefined) return { code: 'wrong-form', facts: {} };
  return { code: 'not-one-of', facts: { allowed: issue.options.map(String).join(', ') } };
}
