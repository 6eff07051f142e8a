import type {Language} from './switches.js';

const english = {
	mind: 'What’s on your mind, Sample?', createPost: 'Create post', post: 'Post', next: 'Next', back: 'Back', settings: 'Post settings',
	close: 'Close', privacy: 'Edit privacy. Sharing with Public.', public: 'Public', add: 'Add to your post', media: 'Photo/video',
	live: 'Live video', feeling: 'Feeling/activity', emoji: 'Emoji', background: 'Show background options', remove: 'Remove post attachment',
	share: 'Share', shareNow: 'Share now', shareToFeed: 'Share to Feed', shareText: 'Say something about this…',
	send: 'Send this to friends or post it on your profile.', like: 'Like', unlike: 'Remove Like', leave: 'Leave a comment', more: 'See more',
	commentAs: 'Comment as Sample Writer', replyTo: 'Reply to', reply: 'Reply', comment: 'Comment', photo: 'Attach a photo or video',
	chats: 'Chats', message: 'Message', enter: 'Press enter to send', attach: 'Attach a file', conversation: 'Conversation with',
	profile: 'Your profile', home: 'Home', editProfile: 'Edit profile', follow: 'Follow', addBio: 'Add bio', editBio: 'Edit bio', bio: 'Enter bio text',
	save: 'Save', cancel: 'Cancel', shared: 'Shared', schedule: 'Scheduling options', boost: 'Boost post',
};

/** Every label of the page in one language. */
export type Words = Record<keyof typeof english, string>;

const words: Record<Language, Words> = {
	en: english,
	fr: {
		mind: 'Quoi de neuf, Sample ?', createPost: 'Créer une publication', post: 'Publier', next: 'Suivant', back: 'Retour', settings: 'Paramètres de la publication',
		close: 'Fermer', privacy: 'Modifier la confidentialité. Partage avec : Public.', public: 'Public', add: 'Ajouter à votre publication', media: 'Photo/vidéo',
		live: 'Vidéo en direct', feeling: 'Humeur/activité', emoji: 'Emoji', background: 'Afficher les options d’arrière-plan', remove: 'Supprimer la pièce jointe',
		share: 'Partager', shareNow: 'Partager maintenant', shareToFeed: 'Partager dans le fil', shareText: 'Dites quelque chose à ce sujet…',
		send: 'Envoyez ceci à vos amis ou publiez-le sur votre profil.', like: 'J’aime', unlike: 'Supprimer la mention J’aime', leave: 'Laissez un commentaire', more: 'En voir plus',
		commentAs: 'Commenter en tant que Sample Writer', replyTo: 'Répondre à', reply: 'Répondre', comment: 'Commenter', photo: 'Joindre une photo ou une vidéo',
		chats: 'Discussions', message: 'Message', enter: 'Appuyez sur Entrée pour envoyer', attach: 'Joindre un fichier', conversation: 'Conversation avec',
		profile: 'Votre profil', home: 'Accueil', editProfile: 'Modifier le profil', follow: 'Suivre', addBio: 'Ajouter une bio', editBio: 'Modifier la bio', bio: 'Saisissez le texte de la bio',
		save: 'Enregistrer', cancel: 'Annuler', shared: 'Partagé', schedule: 'Options de programmation', boost: 'Booster la publication',
	},
	ar: {
		mind: 'بم تفكر يا Sample؟', createPost: 'إنشاء منشور', post: 'نشر', next: 'التالي', back: 'رجوع', settings: 'إعدادات المنشور',
		close: 'إغلاق', privacy: 'تعديل الخصوصية. مشاركة مع العامة.', public: 'العامة', add: 'إضافة إلى منشورك', media: 'صورة/فيديو',
		live: 'فيديو مباشر', feeling: 'شعور/نشاط', emoji: 'رمز تعبيري', background: 'عرض خيارات الخلفية', remove: 'إزالة المرفق',
		share: 'مشاركة', shareNow: 'المشاركة الآن', shareToFeed: 'مشاركة في آخر الأخبار', shareText: 'قل شيئًا عن هذا…',
		send: 'إرسال هذا إلى الأصدقاء أو نشره على ملفك الشخصي.', like: 'أعجبني', unlike: 'إلغاء الإعجاب', leave: 'ترك تعليق', more: 'عرض المزيد',
		commentAs: 'التعليق باسم Sample Writer', replyTo: 'الرد على', reply: 'رد', comment: 'تعليق', photo: 'إرفاق صورة أو فيديو',
		chats: 'الدردشات', message: 'رسالة', enter: 'اضغط على إدخال للإرسال', attach: 'إرفاق ملف', conversation: 'محادثة مع',
		profile: 'ملفك الشخصي', home: 'الصفحة الرئيسية', editProfile: 'تعديل الملف الشخصي', follow: 'متابعة', addBio: 'إضافة سيرة', editBio: 'تعديل السيرة', bio: 'أدخل نص السيرة',
		save: 'حفظ', cancel: 'إلغاء', shared: 'تمت المشاركة', schedule: 'خيارات الجدولة', boost: 'الترويج للمنشور',
	},
};

export const wordsOf = (language: Language): Words => words[language];
