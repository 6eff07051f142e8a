import type {Language} from './store.js';

const words = {
	en: {
		home: 'Home', network: 'My Network', messaging: 'Messaging', me: 'Me', article: 'Write article',
		start: 'Start a post', audience: 'Post to Anyone', editor: 'Text editor for creating content',
		thoughts: 'Share your thoughts …', talk: 'What do you want to talk about?', post: 'Post', schedule: 'Schedule', scheduled: 'Scheduled',
		schedulePost: 'Schedule post', dismiss: 'Dismiss', addMedia: 'Add media', addEvent: 'Add an event', more: 'More',
		save: 'Save', saveDraft: 'Save as draft', discard: 'Discard', discardAsk: 'Save this post as a draft?', remove: 'Remove',
		commentEditor: 'Text editor for creating comment', addComment: 'Add a comment…', addReply: 'Add a reply…', comment: 'Comment', reply: 'Reply',
		state: 'Reaction button state: ', none: 'no reaction', like: 'Like', repost: 'Repost', repostNow: 'Repost', repostNowHint: 'Instantly bring this post to others’ feeds',
		quote: 'Repost with your thoughts', quoteHint: 'Create a new post with this post attached', send: 'Send', enterHint: 'Press Enter to Send', menuOf: 'Open control menu for post by ',
		write: 'Write a message…', sent: 'Post successful.', emoji: 'Add emoji', follow: 'Follow', connect: 'Connect', message: 'Message',
		title: 'Title', articleBody: 'Article editor content', articleHint: 'Write here.', next: 'Next', publish: 'Publish', tellNetwork: 'Tell your network what your article is about…',
		edit: 'Edit intro', editAbout: 'Edit about', firstName: 'First name*', lastName: 'Last name*', headline: 'Headline*', about: 'About', aboutHint: 'You can write about your years of experience, industry, or skills.',
		invite: 'Add a note to your invitation?', inviteHint: 'Ex: We know each other from…', sendInvite: 'Send invitation', published: 'Page posts',
	},
	de: {
		home: 'Startseite', network: 'Ihr Netzwerk', messaging: 'Nachrichten', me: 'Sie', article: 'Artikel schreiben',
		start: 'Beitrag beginnen', audience: 'Für alle posten', editor: 'Text-Editor zum Erstellen von Inhalten',
		thoughts: 'Teilen Sie Ihre Gedanken …', talk: 'Worüber möchten Sie sprechen?', post: 'Posten', schedule: 'Planen', scheduled: 'Geplant',
		schedulePost: 'Beitrag planen', dismiss: 'Verwerfen', addMedia: 'Mediendatei hinzufügen', addEvent: 'Event hinzufügen', more: 'Mehr',
		save: 'Speichern', saveDraft: 'Als Entwurf speichern', discard: 'Löschen', discardAsk: 'Diesen Beitrag als Entwurf speichern?', remove: 'Entfernen',
		commentEditor: 'Text-Editor zum Erstellen eines Kommentars', addComment: 'Kommentar hinzufügen …', addReply: 'Antwort hinzufügen …', comment: 'Kommentieren', reply: 'Antworten',
		state: 'Status der Reaktion: ', none: 'keine Reaktion', like: 'Gefällt mir', repost: 'Reposten', repostNow: 'Reposten', repostNowHint: 'Diesen Beitrag sofort in andere Feeds bringen',
		quote: 'Mit eigenen Gedanken reposten', quoteHint: 'Einen neuen Beitrag mit diesem Beitrag erstellen', send: 'Senden', enterHint: 'Zum Senden Eingabetaste drücken', menuOf: 'Einstellungsmenü öffnen für Beitrag von ',
		write: 'Nachricht verfassen …', sent: 'Beitrag veröffentlicht.', emoji: 'Emoji hinzufügen', follow: 'Folgen', connect: 'Vernetzen', message: 'Nachricht',
		title: 'Titel', articleBody: 'Inhalt des Artikels', articleHint: 'Hier schreiben.', next: 'Weiter', publish: 'Veröffentlichen', tellNetwork: 'Worum geht es in Ihrem Artikel?',
		edit: 'Intro bearbeiten', editAbout: 'Info bearbeiten', firstName: 'Vorname*', lastName: 'Nachname*', headline: 'Slogan*', about: 'Info', aboutHint: 'Schreiben Sie etwas über Ihre Erfahrung, Ihre Branche oder Ihre Kenntnisse.',
		invite: 'Möchten Sie eine Nachricht hinzufügen?', inviteHint: 'Z. B.: Wir kennen uns aus …', sendInvite: 'Einladung senden', published: 'Beiträge der Seite',
	},
} satisfies Record<Language, Record<string, string>>;

export type Words = Record<keyof typeof words.en, string>;

export const wordsOf = (language: Language): Words => words[language];
