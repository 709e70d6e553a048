import { describe, expect, test } from 'vitest'
import { applyPatch, LeadSlaError, type PatchOperation } from '../../../src/index.ts'

/** Returns the place and the code of the refusal. */
function refusal(document: unknown, patch: unknown): string {
  try {
    applyPatch(document, patch as readonly PatchOperation[])
  } catch (error) {
    if (error instanceof LeadSlaError) return error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join()
    throw error
  }
  return 'applied'
}

describe('a JSON Patch, as RFC 6902 has it', () => {
  test.each([
    ['adds a member', { foo: 1 }, [{ op: 'add', path: '/baz', value: 2 }], { foo: 1, baz: 2 }],
    ['adds an item before another', { foo: [1, 3] }, [{ op: 'add', path: '/foo/1', value: 2 }], { foo: [1, 2, 3] }],
    ['adds an item at the end', [1], [{ op: 'add', path: '/-', value: [2] }], [1, [2]]],
    ['replaces a member by adding it', { foo: null }, [{ op: 'add', path: '/foo', value: 1 }], { foo: 1 }],
    ['removes an item', [1, 2, 3], [{ op: 'remove', path: '/1' }], [1, 3]],
    ['replaces the whole', { a: 1 }, [{ op: 'replace', path: '', value: [1] }], [1]],
    ['moves', { a: { b: 1 }, c: {} }, [{ op: 'move', from: '/a/b', path: '/c/d' }], { a: {}, c: { d: 1 } }],
    ['moves an item in its list', [1, 2, 3], [{ op: 'move', from: '/0', path: '/2' }], [2, 3, 1]],
    ['copies', { a: [1] }, [{ op: 'copy', from: '/a', path: '/b' }], { a: [1], b: [1] }],
    [
      'tests, whatever the order of keys',
      { a: { x: 1, y: 2 } },
      [{ op: 'test', path: '/a', value: { y: 2, x: 1 } }],
      { a: { x: 1, y: 2 } },
    ],
    [
      'reads ~1 and ~0',
      { 'a/b': 1, 'm~n': 2 },
      [
        { op: 'remove', path: '/a~1b' },
        { op: 'replace', path: '/m~0n', value: 3 },
      ],
      { 'm~n': 3 },
    ],
    ['has members without a name', { '': 1 }, [{ op: 'replace', path: '/', value: 2 }], { '': 2 }],
  ] as const)('%s', (_title, document, patch, expected) => {
    expect(applyPatch(document, patch as readonly PatchOperation[])).toEqual(expected)
  })

  test.each([
    ['an operation that there is not', {}, [{ op: 'merge', path: '/a', value: 1 }], '0.op invalid-patch'],
    ['no list', {}, { op: 'remove', path: '/a' }, ' invalid-patch'],
    ['no operation', {}, [null], '0 invalid-patch'],
    ['a path that leads nowhere', { a: 1 }, [{ op: 'remove', path: '/b' }], '0.path invalid-patch'],
    ['a path through a number', { a: 1 }, [{ op: 'add', path: '/a/b', value: 1 }], '0.path invalid-patch'],
    ['a path without a slash', { a: 1 }, [{ op: 'remove', path: 'a' }], '0.path invalid-patch'],
    ['an item beyond the end', [1], [{ op: 'add', path: '/2', value: 1 }], '0.path invalid-patch'],
    ['a number with a zero before it', [1, 2], [{ op: 'remove', path: '/01' }], '0.path invalid-patch'],
    ['a test that fails', { a: 1 }, [{ op: 'test', path: '/a', value: '1' }], '0.value invalid-patch'],
    ['no value', {}, [{ op: 'add', path: '/a' }], '0.value invalid-patch'],
    ['a move into itself', { a: { b: 1 } }, [{ op: 'move', from: '/a', path: '/a/b' }], '0.path invalid-patch'],
    [
      'the second of two',
      { a: 1 },
      [
        { op: 'remove', path: '/a' },
        { op: 'remove', path: '/a' },
      ],
      '1.path invalid-patch',
    ],
    ['a path through __proto__', {}, [{ op: 'add', path: '/__proto__/polluted', value: 1 }], '0.path invalid-patch'],
    ['a copy from __proto__', {}, [{ op: 'copy', from: '/__proto__', path: '/a' }], '0.from invalid-patch'],
    [
      'a path through what is inherited',
      {},
      [{ op: 'add', path: '/constructor/prototype/polluted', value: 1 }],
      '0.path invalid-patch',
    ],
  ] as const)('refuses %s', (_title, document, patch, expected) => {
    expect(refusal(document, patch)).toBe(expected)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('a value that is added is a copy', () => {
    const value = { a: 1 }
    const added = applyPatch({}, [
      { op: 'add', path: '/x', value },
      { op: 'copy', from: '/x', path: '/y' },
      { op: 'add', path: '/x/a', value: 2 },
    ])
    expect([added, value]).toEqual([{ x: { a: 2 }, y: { a: 1 } }, { a: 1 }])
  })

  test('a cyclic value is refused', () => {
    const value: Record<string, unknown> = {}
    value.self = value
    expect(refusal({}, [{ op: 'add', path: '/x', value }])).toBe(' invalid-patch')
  })
})
