export function alone<T>(work: () => Promise<T>): Promise<T>
export function prepareBundles(): Promise<void>
