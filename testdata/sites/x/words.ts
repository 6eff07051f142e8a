import type {Language} from './store.js';

const words = {
	en: {
		home: 'Home', profile: 'Profile', post: 'Post', postAll: 'Post all', close: 'Close', drafts: 'Drafts',
		placeholder: 'What’s happening?', another: 'Add another post', postText: 'Post text',
		forYou: 'For you', following: 'Following', sent: 'Your post was sent', view: 'View',
		media: 'Add photos or video', gif: 'Add a GIF', poll: 'Add poll', emoji: 'Add emoji',
		schedule: 'Schedule post', place: 'Tag Location', add: 'Add post', remove: 'Remove media',
	},
	ar: {
		home: 'الرئيسية', profile: 'الملف الشخصي', post: 'نشر', postAll: 'نشر الكل', close: 'إغلاق', drafts: 'المسودات',
		placeholder: 'ماذا يحدث؟', another: 'إضافة منشور آخر', postText: 'نص المنشور',
		forYou: 'لك', following: 'متابَعون', sent: 'تم إرسال منشورك', view: 'عرض',
		media: 'إضافة صور أو فيديو', gif: 'إضافة صورة متحركة', poll: 'إضافة استطلاع', emoji: 'إضافة رمز تعبيري',
		schedule: 'جدولة المنشور', place: 'تحديد الموقع', add: 'إضافة منشور', remove: 'إزالة الوسائط',
	},
} satisfies Record<Language, Record<string, string>>;

export type Words = Record<keyof typeof words.en, string>;

export const wordsOf = (language: Language): Words => words[language];
