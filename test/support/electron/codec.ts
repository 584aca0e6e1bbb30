// Structured-clone values as text, for the way between Node and the page. Written without any import: its source
// runs in the page as well.

export type Codec = {
  /** @throws DOMException `DataCloneError` for what cannot be cloned, as between real processes */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
};

export function createCodec(): Codec {
  const views = {
    Uint8Array,
    Int8Array,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
    Uint8ClampedArray,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const toText = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
    return btoa(text);
  };
  const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const pack = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, item]) => [pack(key), pack(item)]) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(pack) };
    if (value instanceof Error) return { $: 'error', name: value.name, v: value.message };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toText(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { $: 'view', name: Object.prototype.toString.call(value).slice(8, -1), v: toText(bytes) };
    }
    if (Array.isArray(value)) return { $: 'array', v: value.map(pack) };
    return { $: 'object', v: Object.entries(value).map(([key, item]) => [key, pack(item)]) };
  };
  const unpack = (packed: unknown): unknown => {
    if (typeof packed !== 'object' || packed === null) return packed;
    const { $: kind, v, name } = packed as { $: string; v: never; name: keyof typeof views };
    switch (kind) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(v);
      case 'number':
        return Number(v);
      case 'date':
        return new Date(v);
      case 'map':
        return new Map((v as [unknown, unknown][]).map(([key, item]) => [unpack(key), unpack(item)]));
      case 'set':
        return new Set((v as unknown[]).map(unpack));
      case 'error':
        return Object.assign(new Error(v), { name });
      case 'buffer':
        return toBytes(v).buffer;
      case 'view':
        return new (views[name] as new (buffer: ArrayBuffer) => ArrayBufferView)(toBytes(v).buffer);
      case 'array':
        return (v as unknown[]).map(unpack);
      default: {
        const object: Record<string, unknown> = {};
        for (const [key, item] of v as [string, unknown][]) {
          Object.defineProperty(object, key, {
            value: unpack(item),
            enumerable: true,
            writable: true,
            configurable: true,
          });
        }
        return object;
      }
    }
  };
  return {
    encode: (value) => JSON.stringify(pack(structuredClone(value))),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
