/**
 * Returns a UTF-16 unit of a text that is known to have it, as `charCodeAt` does. V8 has a dozen kinds of strings (joined, cut out, of one
 * byte or two a character), and a loop that has met more than four of them looks the method up for each character; this one is at hand.
 */
export const unitAt: (text: string, at: number) => number = Function.prototype.call.bind(String.prototype.charCodeAt);
