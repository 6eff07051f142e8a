import type {Language} from './store.js';

const words = {
	en: {
		home: 'Home', profile: 'Profile', chat: 'Chat', articles: 'Articles', post: 'Post', postAll: 'Post all', reply: 'Reply', close: 'Close', drafts: 'Drafts',
		placeholder: 'What’s happening?', another: 'Add another post', answer: 'Post your reply', comment: 'Add a comment', postText: 'Post text',
		forYou: 'For you', following: 'Following', timeline: 'Timeline', sent: 'Your post was sent',
		media: 'Add photos or video', gif: 'Add a GIF', draw: 'Generate image', poll: 'Add poll', emoji: 'Add emoji',
		schedule: 'Schedule post', place: 'Tag Location', disclose: 'Disclose content', add: 'Add post', remove: 'Remove media',
		repost: 'Repost', undo: 'Undo repost', quote: 'Quote', like: 'Like', bookmark: 'Bookmark', share: 'Share post', more: 'More', views: 'Views', showMore: 'Show more',
		message: 'Message', send: 'Send', attach: 'Attach media',
		title: 'Add a title', body: 'Start writing', heading: 'Heading', block: 'Quotation', list: 'List', divider: 'Divider', bold: 'Bold', publish: 'Publish', cancel: 'Cancel', sure: 'Publish this article?',
		edit: 'Edit profile', follow: 'Follow', save: 'Save', name: 'Name', bio: 'Bio', where: 'Location', url: 'Website', joined: 'Joined May 2021',
	},
	ar: {
		home: 'الرئيسية', profile: 'الملف الشخصي', chat: 'الدردشة', articles: 'المقالات', post: 'نشر', postAll: 'نشر الكل', reply: 'رد', close: 'إغلاق', drafts: 'المسودات',
		placeholder: 'ماذا يحدث؟', another: 'إضافة منشور آخر', answer: 'انشر ردك', comment: 'إضافة تعليق', postText: 'نص المنشور',
		forYou: 'لك', following: 'متابَعون', timeline: 'الخط الزمني', sent: 'تم إرسال منشورك',
		media: 'إضافة صور أو فيديو', gif: 'إضافة صورة متحركة', draw: 'إنشاء صورة', poll: 'إضافة استطلاع', emoji: 'إضافة رمز تعبيري',
		schedule: 'جدولة المنشور', place: 'تحديد الموقع', disclose: 'الإفصاح عن المحتوى', add: 'إضافة منشور', remove: 'إزالة الوسائط',
		repost: 'إعادة نشر', undo: 'التراجع عن إعادة النشر', quote: 'اقتباس', like: 'إعجاب', bookmark: 'حفظ', share: 'مشاركة المنشور', more: 'المزيد', views: 'المشاهدات', showMore: 'عرض المزيد',
		message: 'رسالة', send: 'إرسال', attach: 'إرفاق وسائط',
		title: 'إضافة عنوان', body: 'ابدأ الكتابة', heading: 'عنوان', block: 'اقتباس', list: 'قائمة', divider: 'فاصل', bold: 'عريض', publish: 'نشر', cancel: 'إلغاء', sure: 'نشر هذه المقالة؟',
		edit: 'تعديل الملف الشخصي', follow: 'متابعة', save: 'حفظ', name: 'الاسم', bio: 'النبذة', where: 'الموقع', url: 'الموقع الإلكتروني', joined: 'انضم في مايو 2021',
	},
} satisfies Record<Language, Record<string, string>>;

export type Words = Record<keyof typeof words.en, string>;

export const wordsOf = (language: Language): Words => words[language];
