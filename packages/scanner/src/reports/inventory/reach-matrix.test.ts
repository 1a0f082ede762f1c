import type { Report, ReportFunction, ReportResource } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { orderServiceReport } from '../order-service-report.fixture.ts';
import { cellText, reachMatrix } from './reach-matrix.ts';

/** `PlaceOrder` writes to a queue that starts `SendInvoice`, which invokes `Render`, which reads a secret. */
const [anyFunction] = orderServiceReport.functions;
const [anyResource] = orderServiceReport.resources;

function functionOf(id: string, reaches: ReportFunction['reaches'], sources: readonly string[] = []): ReportFunction {
  if (anyFunction === undefined) throw new Error('The report has no function.');
  const triggers = sources.map(
    (source) => ({ ...anyFunction.triggers[0], source }) as ReportFunction['triggers'][number],
  );
  return { ...anyFunction, id, name: id, reaches, triggers };
}

function resourceOf(id: string, kind: string): ReportResource {
  if (anyResource === undefined) throw new Error('The report has no resource.');
  return { ...anyResource, id, name: id, kind };
}

const report: Report = {
  ...orderServiceReport,
  functions: [
    functionOf('PlaceOrder', [
      { resource: 'Orders', how: 'writes', via: 'its role' },
      { resource: 'Paid', how: 'writes', via: 'its role' },
      { resource: 'Logs', how: 'writes', via: 'its role' },
    ]),
    functionOf(
      'SendInvoice',
      [
        { resource: 'Orders', how: 'reads', via: 'its role' },
        { resource: 'Render', how: 'invokes', via: 'its role' },
      ],
      ['Paid'],
    ),
    functionOf('Render', [
      { resource: 'FontKey', how: 'reads', via: 'its role' },
      { resource: 'SendInvoice', how: 'invokes', via: 'its role' },
    ]),
  ],
  resources: [
    resourceOf('Orders', 'table'),
    resourceOf('Paid', 'queue'),
    resourceOf('FontKey', 'secret'),
    resourceOf('Unused', 'table'),
    resourceOf('Logs', 'log-group'),
  ],
};

describe('the matrix of functions and stores', () => {
  const { cells, stores } = reachMatrix(report);
  const cell = (of: string, store: string): string =>
    cellText(cells.find((each) => each.function === of && each.store === store));

  it.each([
    ['PlaceOrder', 'Orders', 'w(r)'],
    ['PlaceOrder', 'Paid', 'w'],
    ['PlaceOrder', 'FontKey', '(r)'],
    ['SendInvoice', 'Orders', 'r'],
    ['SendInvoice', 'FontKey', '(r)'],
    ['Render', 'FontKey', 'r'],
    ['Render', 'Orders', '(r)'],
    ['Render', 'Paid', '·'],
  ])('%s and %s: %s', (of, store, expected) => {
    expect(cell(of, store)).toBe(expected);
  });

  it('names the functions on the way', () => {
    const found = cells.find((each) => each.function === 'PlaceOrder' && each.store === 'FontKey');
    expect(found?.through).toEqual([{ how: 'reads', functions: ['SendInvoice', 'Render'] }]);
  });

  it('leaves out what nobody reaches, and logs', () => {
    expect(stores.map(({ id }) => id)).toEqual(['Orders', 'Paid', 'FontKey']);
  });
});
