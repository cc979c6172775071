### الحسابات كما يراها فريق الموقع: القائمة، والحساب، وما يُفعل به.

## On both

admin-yes = نعم
admin-no = لا
admin-account-inactive = معطّل
admin-account-leaving = سيُحذف
admin-account-superuser = مدير عام
admin-account-staff = فريق الموقع
admin-account-unverified = غير مؤكد
admin-account-active = يمكنه تسجيل الدخول

## The list

admin-accounts-title = الحسابات
admin-accounts-new = حساب جديد
admin-accounts-submit = بحث
admin-accounts-back = العودة إلى الحسابات
admin-accounts-found = الحسابات التي وُجدت
admin-accounts-q = اسم المستخدم أو البريد أو الهاتف أو المعرّف
admin-accounts-q-help = تكفي بدايته.
admin-accounts-verified = عنوان مؤكد
admin-accounts-verified-one = واحد على الأقل
admin-accounts-verified-none = لا يوجد
admin-accounts-staff-only = فريق الموقع فقط
admin-accounts-staff-none = من دون فريق الموقع
admin-accounts-superuser-only = المديرون العامون فقط
admin-accounts-superuser-none = من دون المديرين العامين
admin-accounts-joined-since = انضم منذ
admin-accounts-login-since = سجّل الدخول منذ
admin-accounts-login-before = لم يسجّل الدخول منذ

## One account

admin-account-created = تم إنشاء الحساب.
admin-account-edited = تم حفظ الحساب.
admin-account-protected = هذا حساب مدير عام. لا يغيّره إلا المديرون العامون.
admin-account-identifiers = بماذا يُسجَّل الدخول إليه
admin-account-pending = بانتظار الرمز للتغيير إلى
admin-account-doubted = يلزم تأكيده بعد إعادة التعيين
admin-account-about = عن الحساب
admin-account-sessions = أين سُجِّل الدخول إليه
admin-account-all-sessions = كل الجلسات
admin-account-nowhere = لم يُسجَّل الدخول في أي مكان.
admin-account-device = الجهاز
admin-account-ip = عنوان IP
admin-account-codes = رموز لم تُستخدم بعد
admin-account-tries = محاولات خاطئة
admin-account-by-staff = بواسطة فريق الموقع
admin-account-by-shell = من سطر الأوامر

## The form of an account

admin-account-new-intro = أدخل معرّفًا واحدًا على الأقل. ليس للحساب كلمة مرور إلى أن يعيّنها صاحبه.
admin-account-new-submit = إنشاء الحساب
admin-account-edit-title = تعديل { "\u2068" }{ $name }{ "\u2069" }
admin-account-edit-intro = العنوان الذي تغيّره يجب تأكيده من جديد، ويُبلَّغ العنوان القديم. تغيير الصلاحيات يسجّل خروج الحساب من كل مكان.
admin-account-back = العودة إلى الحساب
admin-account-active-help = من دون ذلك يُسجَّل خروج الحساب فورًا من كل مكان.
admin-account-staff-help = يمكنه استخدام هذه الصفحات.
admin-account-superuser-help = يمكنه فعل كل شيء هنا، بأي حساب.
admin-account-superuser-is-staff = المدير العام من فريق الموقع أيضًا.
admin-account-send = إرسال رسالة لتعيين كلمة مرور
admin-account-send-help = إلى عنوان البريد الإلكتروني، وإلا فإلى رقم الهاتف. من دونها يطلب صاحب الحساب واحدة بنفسه.
admin-account-send-nowhere = أدخل عنوانًا أيضًا: إليه تُرسل الرسالة.

## What is done to it, each on a page of its own: what the button says, what it does, and what is said once it is done

admin-act-title = { $act }: { "\u2068" }{ $name }{ "\u2069" }
admin-account-channel = العنوان
admin-act-verify = تأكيد عنوان
admin-act-verify-what = افعل هذا فقط إن كنت تعلم أن العنوان لصاحب الحساب: بعدها يمكن إعادة تعيين كلمة المرور عبره. وتبطل الرموز التي أُرسلت إليه ولم تُستخدم بعد.
admin-act-verify-done = تم تأكيد العنوان.
admin-act-reset = إرسال إعادة تعيين كلمة المرور
admin-act-reset-what = يتلقى صاحب الحساب الرسالة المعتادة وفيها رمز لتعيين كلمة مرور جديدة. حتى ذلك الحين تبقى القديمة.
admin-act-reset-done = الرسالة في الطريق.
admin-act-reset-inactive = لا يمكن تسجيل الدخول إلى هذا الحساب. فعّله أولًا.
admin-act-reset-other = لا يمكن إعادة تعيين كلمة المرور عبر هذا العنوان: ليس للحساب، أو هناك عنوان آخر مؤكد.
admin-act-reset-nowhere = ليس لهذا الحساب عنوان يُرسل إليه.
admin-act-end-sessions = إنهاء كل الجلسات
admin-act-end-sessions-what = يُسجَّل خروج الحساب فورًا من كل مكان. يمكن لصاحبه تسجيل الدخول من جديد.
admin-act-end-sessions-done = أُنهيت الجلسات.
admin-act-activate = تفعيل
admin-act-activate-what = يمكن تسجيل الدخول إلى الحساب من جديد بكلمة المرور التي كانت له.
admin-act-activate-done = الحساب مفعّل.
admin-act-deactivate = تعطيل
admin-act-deactivate-what = يُسجَّل خروج الحساب فورًا من كل مكان، ولا يمكن تسجيل الدخول إليه إلى أن يفعّله أحد من جديد. لا يضيع منه شيء.
admin-act-deactivate-done = الحساب معطّل.
admin-act-delete = حذف
admin-act-delete-what = يذهب كل ما في الحساب فورًا ونهائيًا: المعرّفات والملف الشخصي والجلسات والنشاط. لا يستطيع أحد استعادته، ولا يُبلَّغ صاحبه.
admin-act-delete-done = تم حذف الحساب.
