import { afterEach, expect, it } from 'vitest';
import type { Approval, Code, Result } from '../../../preload/api.ts';
import { approved, useAsking } from '../../../renderer/state/approval.ts';

const refused = (code: Code): Result<null> => ({ ok: false, error: { code, facts: {} } });
const done: Result<null> = { ok: true, value: null };
const consent: Approval = { staffId: 'manager', pin: '2222' };

/** A till that wants the manager's PIN for what is asked of it. */
function till(first: Result<null> = refused('manager-needed')) {
  const seen: (Approval | undefined)[] = [];
  const run = (approval: Approval | undefined): Promise<Result<null>> => {
    seen.push(approval);
    if (!approval) return Promise.resolve(first);
    return Promise.resolve(approval.pin === consent.pin ? done : refused('pin-wrong'));
  };
  return { run, seen };
}

const asking = () => useAsking.getState().asking;
const asked = async () => {
  await Promise.resolve();
  await Promise.resolve();
  return asking();
};

afterEach(() => useAsking.setState({ asking: null }));

it('asks nobody when the till does it at once', async () => {
  const { run, seen } = till(done);
  expect([await approved(run), seen, asking()]).toEqual([done, [undefined], null]);
});

it('asks nobody for another refusal than a missing manager', async () => {
  const { run } = till(refused('evidence-needed'));
  expect([await approved(run), asking()]).toEqual([refused('evidence-needed'), null]);
});

it('runs the same again with the consent of a manager', async () => {
  const { run, seen } = till();
  const end = approved(run);
  await (await asked())?.allow(consent);
  expect([await end, seen, asking()]).toEqual([done, [undefined, consent], null]);
});

it('goes on asking after a wrong PIN', async () => {
  const { run } = till();
  const end = approved(run);
  const question = await asked();
  await question?.allow({ ...consent, pin: '1111' });
  expect(asking()).toBe(question);
  await question?.allow(consent);
  expect(await end).toEqual(done);
});

it('answers that a manager is needed when nobody consents', async () => {
  const { run, seen } = till();
  const end = approved(run);
  (await asked())?.giveUp();
  expect([await end, seen, asking()]).toEqual([refused('manager-needed'), [undefined], null]);
});
