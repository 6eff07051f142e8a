import {useState} from 'preact/hooks';
import {useTexts} from './mount.js';

/** Copies a text by the user's press, and says beside it whether that worked until there is another text. */
export function CopyButton({text, label, main = false}: {text: string; label?: string; main?: boolean}) {
	const texts = useTexts().copying;
	const [copied, setCopied] = useState<{text: string; worked: boolean} | undefined>(undefined);
	const copy = () => void navigator.clipboard.writeText(text).then(() => true, () => false).then(worked => setCopied({text, worked}));
	const told = copied?.text === text ? copied : undefined;
	return (
		<>
			<button class={main ? 'main' : undefined} onClick={copy}>{label ?? texts.copy}</button>
			<span role="status">{told && (told.worked ? texts.copied : texts.notCopied)}</span>
		</>
	);
}
