/** Writes what the document says about itself: the XMP packet with both conformance claims, and the same facts in the old form. */
import type { DocumentMetadata } from '../../document/paged-document.ts';
import { encodeUtf8, rawSyntax } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { srgbProfile } from './srgb-profile.ts';

/** Writes the information dictionary, the XMP packet, viewer preferences and the meaning of colors. Returns the packet. */
export function writeMetadata(writer: PdfWriter, metadata: DocumentMetadata): Uint8Array {
  const { document } = writer;
  const packet = encodeUtf8(formatXmp(metadata));
  document.info = informationOf(metadata);
  document.endMetadata = () => {
    const reference = document.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Archives must be able to read the packet without knowing PDF.
    reference.compress = false;
    reference.end(packet);
    document._root.data.Metadata = reference;
  };
  if (metadata.direction === 'rtl') document._root.data.ViewerPreferences.data.Direction = 'R2L';
  writeOutputIntent(writer);
  return packet;
}

function writeOutputIntent(writer: PdfWriter): void {
  const profile = writer.document.ref({ N: 3 });
  writer.document.endStream(profile, srgbProfile());
  const intent = writer.document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: rawSyntax('(sRGB IEC61966-2.1)'),
    Info: rawSyntax('(sRGB IEC61966-2.1)'),
    DestOutputProfile: profile,
  });
  intent.end();
  writer.document._root.data.OutputIntents = [intent];
}

function informationOf(metadata: DocumentMetadata): Record<string, string> {
  const moment = readMoment(metadata.date);
  const date = moment && `D:${moment.replace(/[-T:]/g, '')}`;
  return {
    Title: metadata.title,
    ...(metadata.authors.length > 0 && { Author: metadata.authors.join(', ') }),
    ...(metadata.subject && { Subject: metadata.subject }),
    ...(metadata.keywords?.length && { Keywords: metadata.keywords.join(', ') }),
    Creator: metadata.producer,
    Producer: metadata.producer,
    ...(date && { CreationDate: date, ModDate: date }),
  };
}

/** Reads an ISO 8601 date or moment as a moment in UTC, `2026-03-01T00:00:00Z`; undefined when it is none. */
function readMoment(date: string | undefined): string | undefined {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?Z?)?)?)?$/.exec(
    date ?? '',
  );
  if (!match) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function formatXmp(metadata: DocumentMetadata): string {
  const moment = readMoment(metadata.date);
  const byLanguage = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const listed = (kind: 'Seq' | 'Bag', texts: readonly string[]): string =>
    `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`).join('')}</rdf:${kind}>`;
  const { keywords = [] } = metadata;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>${byLanguage(metadata.title)}</dc:title>
<dc:language>${listed('Bag', [metadata.language])}</dc:language>
${element('dc:creator', metadata.authors.length > 0 && listed('Seq', metadata.authors))}\
${element('dc:description', metadata.subject && byLanguage(metadata.subject))}\
${element('dc:rights', metadata.rights && byLanguage(metadata.rights))}\
${element('dc:subject', keywords.length > 0 && listed('Bag', keywords))}\
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>${escapeXml(metadata.producer)}</xmp:CreatorTool>
${element('xmp:CreateDate', moment)}${element('xmp:ModifyDate', moment)}${element('xmp:MetadataDate', moment)}\
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${escapeXml(metadata.producer)}</pdf:Producer>
${element('pdf:Keywords', keywords.length > 0 && escapeXml(keywords.join(', ')))}\
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${universalAccessSchema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

const element = (name: string, content: string | false | undefined): string => (content ? `<${name}>${content}</${name}>\n` : '');

/** PDF/A knows nothing of PDF/UA: a property that it does not know must be described in the packet itself. */
const universalAccessSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for XML; characters that XML cannot hold become U+FFFD. */
const escapeXml = (text: string): string =>
  text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\uD800-\uDFFF]/gu, '\uFFFD').replace(/[&<>"]/g, (character) => entities[character]!);
