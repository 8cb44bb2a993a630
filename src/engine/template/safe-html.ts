/** HTML that is printed as it is, where all other text is escaped. */

/** A piece of HTML made by ourselves. No template can make one: whatever it has is of other types. */
export class SafeHtml {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

/** Writes text so that it is text wherever it is put, even into an attribute without quotes. */
export function escapeHtml(text: string): string {
  return /[&<>"'`=]/.test(text) ? text.replace(/[&<>"'`=]/g, (sign) => escapes[sign]!) : text;
}
