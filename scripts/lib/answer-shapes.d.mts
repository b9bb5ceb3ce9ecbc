export function answerShapes(): Record<string, object>
