### صفحات الحساب الشخصي.

account-title = حسابك
account-password-changed = تم تغيير كلمة مرورك. سُجِّل خروجك من كل مكان آخر.
todo-deletion = سيُحذف هذا الحساب
todo-deletion-text = في { $date } لن يبقى منه شيء. حتى ذلك الحين يمكنك الاحتفاظ به.
todo-deletion-action = عرض
todo-confirm-email = تأكيد بريدك الإلكتروني الجديد
todo-confirm-phone = تأكيد رقم هاتفك الجديد
todo-confirm-text = أرسلنا رمزًا إلى { $address }. يبقى القديم إلى أن تدخله.
todo-confirm-action = إدخال الرمز
todo-password = تعيين كلمة مرور
todo-password-text = حتى ذلك الحين تسجّل الدخول برمز فقط.
todo-password-action = تعيين كلمة مرور
todo-verify-email = تأكيد بريدك الإلكتروني
todo-verify-phone = تأكيد رقم هاتفك
todo-verify-text = عندها يمكن أن يعيدك { $address } إلى حسابك إذا نسيت كلمة المرور.
todo-verify-action = تأكيد
todo-verify-again-email = تأكيد بريدك الإلكتروني مرة أخرى
todo-verify-again-phone = تأكيد رقم هاتفك مرة أخرى
todo-verify-again-text = أُعيد تعيين كلمة مرورك عبر عنوان آخر. إلى أن تؤكد { $address } لا يمكنه أن يعيدك إلى حسابك.
todo-verify-again-action = تأكيد
nav-overview = نظرة عامة
nav-profile = الملف الشخصي
nav-email = البريد الإلكتروني
nav-phone = الهاتف
nav-password = كلمة المرور
nav-sessions = الجلسات
nav-activity = النشاط
device-app = تطبيق أو برنامج
# Begins from the right, also where it stands by itself.
device-browser-on = { "\u200F" }{ $browser } على { $system }
device-on = متصفح على { $system }
device-browser = متصفح
events-title = النشاط
events-intro = ما حدث لحسابك، الأحدث أولًا. إن رأيت ما لا تعرفه فغيّر كلمة مرورك.
sessions-title = أين سجلت الدخول
sessions-ended = أُنهيت تلك الجلسة.
sessions-ended-others = أُنهيت كل الجلسات الأخرى. تبقى هنا مسجلًا.
sessions-intro = متصفحات وتطبيقات يمكنها التصرف باسمك. إن لم تعرف واحدًا منها فأنهه وغيّر كلمة مرورك.
address-changed-email-title = تم تغيير بريدك الإلكتروني
address-changed-email-intro = يستخدم حسابك العنوان الجديد من الآن. أبلغنا العنوان القديم.
address-back-intro = سُجِّل خروج الجميع من حسابك. من غيّر العنوان كان يعرف كلمة مرورك: عيّن واحدة جديدة الآن.
set-new-password = تعيين كلمة مرور جديدة
address-confirm-email-title = تأكيد بريدك الإلكتروني الجديد
address-confirm-link-intro = بقيت خطوة واحدة: اضغط الزر، فيستخدم حسابك هذا العنوان.
address-confirm-link-submit = استخدام هذا العنوان
address-undo-submit = التراجع عن التغيير
address-undo-gone = يصلح مرة واحدة خلال 24 ساعة من التغيير. إن لم يعد الحساب لك فعيّن كلمة مرور جديدة عبر عنوان آخر له، أو راسل من يدير هذا الموقع.
address-taken-title = ذلك العنوان مستخدم
address-back-email-title = عاد إليك بريدك الإلكتروني
address-back-phone-title = عاد إليك رقم هاتفك
address-undo-email-title = استعادة بريدك الإلكتروني
address-undo-email-intro = اضغط الزر، فيستخدم حسابك هذا العنوان من جديد. عندها يُسجَّل خروج الجميع منه.
address-undo-phone-title = استعادة رقم هاتفك
address-undo-phone-intro = اضغط الزر، فيستخدم حسابك هذا الرقم من جديد. عندها يُسجَّل خروج الجميع منه.
address-title-email = بريدك الإلكتروني
address-label-email = البريد الإلكتروني
address-changed-email = تم تغيير بريدك الإلكتروني.
address-removed-email = تمت إزالة بريدك الإلكتروني.
address-verify-email = تأكيد هذا البريد الإلكتروني
address-remove-email = إزالة هذا البريد الإلكتروني
address-remove-email-title = إزالة بريدك الإلكتروني
address-remove-email-intro = بعدها لا يمكنك تسجيل الدخول بهذا البريد، ولا العودة إلى حسابك عبره.
address-title-phone = رقم هاتفك
address-label-phone = الهاتف
address-changed-phone = تم تغيير رقم هاتفك.
address-removed-phone = تمت إزالة رقم هاتفك.
address-verify-phone = تأكيد رقم الهاتف هذا
address-remove-phone = إزالة رقم الهاتف هذا
address-confirm-phone-title = تأكيد رقم هاتفك الجديد
address-remove-phone-title = إزالة رقم هاتفك
address-remove-phone-intro = بعدها لا يمكنك تسجيل الدخول بهذا الرقم، ولا العودة إلى حسابك عبره.
address-change = تغيير
address-add = إضافة
address-send = إرسال رمز إليه
address-confirm-stays = { $type } حتى ذلك الحين يبقى القديم.
address-confirm-submit = استخدام هذا
address-change-other = التغيير إلى آخر بدلًا من ذلك
address-remove-submit = إزالة
address-remove-back = إبقاء
confirm-title = أكّد أنك أنت
confirm-intro = ما سيأتي مهم، وقد مضى وقت على تسجيل دخولك. أدخل كلمة مرورك مرة أخرى.
confirm-submit = تأكيد
confirm-login-title = سجّل الدخول من جديد
confirm-login-intro = ما تريد فعله مهم، وقد مضى وقت على تسجيل دخولك. ليس لحسابك كلمة مرور لتأكيدها، فسجّل الخروج ثم الدخول من جديد وعُد.
logout = تسجيل الخروج
delete-later-title = سيُحذف حسابك
delete-done-title = تم حذف حسابك
delete-done-intro = لم يبقَ منه شيء هنا. شكرًا لأنك كنت معنا.
to-the-beginning = إلى البداية
delete-waiting-title = سيُحذف هذا الحساب
delete-keep = الاحتفاظ بحسابي
back-to-account = العودة إلى حسابك
delete-title = حذف حسابك
delete-submit = حذف حسابي
delete-export-first = خذ بياناتك معك أولًا
login-submit = تسجيل الدخول
delete-later-intro =
    { $days ->
        [zero] سُجِّل خروجك من كل مكان. يمكنك استعادته اليوم: سجّل الدخول واطلب ذلك.
        [one] سُجِّل خروجك من كل مكان. يمكنك استعادته خلال يوم: سجّل الدخول واطلب ذلك.
        [two] سُجِّل خروجك من كل مكان. يمكنك استعادته خلال يومين: سجّل الدخول واطلب ذلك.
        [few] سُجِّل خروجك من كل مكان. يمكنك استعادته خلال { $days } أيام: سجّل الدخول واطلب ذلك.
        [many] سُجِّل خروجك من كل مكان. يمكنك استعادته خلال { $days } يومًا: سجّل الدخول واطلب ذلك.
       *[other] سُجِّل خروجك من كل مكان. يمكنك استعادته خلال { $days } يوم: سجّل الدخول واطلب ذلك.
    }
delete-waiting-intro = في { $date } لن يبقى منه شيء، إلا إذا احتفظت به.
delete-at-once-intro = يذهب كل شيء فورًا ونهائيًا: اسم المستخدم والعناوين والملف الشخصي والجلسات والنشاط. لا يستطيع أحد استعادته.
delete-intro =
    { $days ->
        [zero] اليوم يذهب كل شيء نهائيًا: اسم المستخدم والعناوين والملف الشخصي والجلسات والنشاط. حتى ذلك الحين يمكنك الاحتفاظ به.
        [one] بعد يوم يذهب كل شيء نهائيًا: اسم المستخدم والعناوين والملف الشخصي والجلسات والنشاط. حتى ذلك الحين يمكنك الاحتفاظ به.
        [two] بعد يومين يذهب كل شيء نهائيًا: اسم المستخدم والعناوين والملف الشخصي والجلسات والنشاط. حتى ذلك الحين يمكنك الاحتفاظ به.
        [few] بعد { $days } أيام يذهب كل شيء نهائيًا: اسم المستخدم والعناوين والملف الشخصي والجلسات والنشاط. حتى ذلك الحين يمكنك الاحتفاظ به.
        [many] بعد { $days } يومًا يذهب كل شيء نهائيًا: اسم المستخدم والعناوين والملف الشخصي والجلسات والنشاط. حتى ذلك الحين يمكنك الاحتفاظ به.
       *[other] بعد { $days } يوم يذهب كل شيء نهائيًا: اسم المستخدم والعناوين والملف الشخصي والجلسات والنشاط. حتى ذلك الحين يمكنك الاحتفاظ به.
    }
export-title = خذ بياناتك معك
export-intro = كل ما هو محفوظ عنك هنا في ملف واحد تقرؤه البرامج: حسابك، وأين سجلت الدخول، وما حدث، والرسائل التي أُرسلت. كلمة مرورك ليست فيه؛ لا يعرفها أحد هنا.
export-submit = تنزيل بياناتي
password-change-title = تغيير كلمة المرور
password-change-intro = يُسجَّل بذلك خروجك من كل مكان آخر. تبقى هنا مسجلًا.
password-set-title = تعيين كلمة مرور
password-set-intro = ليس لديك واحدة بعد. بها يمكنك تسجيل الدخول من دون انتظار رمز.
profile-title = ملفك الشخصي
profile-intro = ما هو فارغ هنا لا يُحفظ. باسم المستخدم يمكنك تسجيل الدخول.
save = حفظ
profile-saved = تم حفظ ملفك الشخصي.
account-signed-in-as = سُجِّل الدخول باسم
account-staff = فريق الموقع
account-identifiers = بماذا تسجّل الدخول
account-username = اسم المستخدم
account-email = البريد الإلكتروني
account-phone = الهاتف
account-password = كلمة المرور
account-password-set = معيّنة
none = لا يوجد
change = تغيير
account-set-password = تعيين
account-person = عنك
account-name = الاسم
account-edit = تعديل
account-joined = تاريخ الانضمام
account-security = الأمان
account-places = تسجيلات الدخول
account-look = عرض
account-last-login = آخر تسجيل دخول
account-never = لا يوجد بعد
account-latest = ما حدث أخيرًا
account-all-events = كل النشاط
account-data = بياناتك
account-todo =
    { $count ->
        [zero] لا شيء مطلوب
        [one] أمر واحد مطلوب
        [two] أمران مطلوبان
        [few] أمور مطلوبة
        [many] أمور مطلوبة
       *[other] أمور مطلوبة
    }
account-places-count =
    { $count ->
        [1] هنا فقط
        [two] في مكانين
        [few] في { $count } أماكن
       *[other] في { $count } مكانًا
    }
address-waiting = بانتظار الرمز
address-waiting-text = أرسلنا رمزًا إليه. يبقى كل شيء كما هو إلى أن تدخله.
address-resend = إرسال الرمز مرة أخرى
address-cancel = التخلي عن التغيير
events-none = لا يوجد شيء هنا.
events-older = الأقدم
events-latest = العودة إلى الأحدث
sessions-this = هذه الجلسة
sessions-last-used = آخر استخدام
sessions-since = منذ
sessions-end = إنهاء
sessions-older = الأقدم
sessions-end-others = إنهاء كل الجلسات الأخرى
verified = مؤكد
not-verified = غير مؤكد بعد
account-pending = بانتظار الرمز:
add = إضافة
