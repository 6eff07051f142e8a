/** What an e-mail is made of; without `to` the user puts the address in. */
export interface Mail {
	to?: string | undefined;
	subject: string;
	body: string;
}

/** Longer addresses are cut or refused by some mail programs and systems; in UTF-16 code units. */
export const longestLink = 1800;

/** The address that opens the user's mail program with this e-mail; undefined where it would be too long. */
export function mailLink({to = '', subject, body}: Mail): string | undefined {
	const lines = body.replace(/\r?\n/gu, '\r\n');
	const link = `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encoded(subject)}&body=${encoded(lines)}`;
	return link.length > longestLink ? undefined : link;
}

/** Half of a pair of surrogates, which a cut text may end in, has no encoding. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** The e-mail address in a line such as `Ethics service <ethics@example.org>`. */
export function addressIn(line: string): string | undefined {
	return /[^\s<>()[\]",;:@]+@[^\s<>()[\]",;:@]+\.[^\s<>()[\]",;:@.]+/u.exec(line)?.[0];
}
