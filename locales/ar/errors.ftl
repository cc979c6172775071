### حالات الرفض، وما تقوله ردود الواجهة البرمجية.

error-required = هذا الحقل مطلوب.
error-blank = لا يجوز ترك هذا الحقل فارغًا.
error-invalid = أدخل قيمة صحيحة.
error-too_short = هذا أقصر من اللازم.
error-too_long = هذا أطول من اللازم.
error-taken = هذا مستخدم من قبل.
error-mismatch = القيمتان غير متطابقتين.
error-unknown_field = لا يحتوي هذا النموذج على مثل هذا الحقل.
error-password_too_short = كلمة المرور هذه أقصر من اللازم.
error-password_too_common = كلمة المرور هذه من أول ما يُخمَّن. اختر واحدة لا تخطر إلا ببالك.
error-password_numeric = لا يجوز أن تتكون كلمة المرور من أرقام فقط.
error-password_similar = كلمة المرور هذه شديدة الشبه ببياناتك الأخرى.
error-no_identifier = أدخل معرّفًا واحدًا على الأقل.
error-malformed = تعذرت قراءة الطلب.
error-invalid_token = هذا الرمز المميز غير صالح، أو لم يعد صالحًا.
error-method_not_allowed = لا يقبل هذا العنوان تلك الطريقة.
error-too_large = الطلب أكبر من اللازم.
error-unsupported_media_type = أرسل application/json أو application/x-www-form-urlencoded، من دون ترميز للمحتوى.
error-invalid_credentials = لا نعرف حسابًا بهذه البيانات وكلمة المرور هذه.
error-invalid_code = هذا الرمز غير صحيح، أو لم يعد صالحًا.
error-throttled = محاولات كثيرة. انتظر قليلًا ثم حاول مرة أخرى.
error-already_verified = تم تأكيد هذا من قبل.
error-same_value = هذه هي القيمة الحالية نفسها.
error-unverified = أكّد عنوانك أولًا.
error-registration_closed = التسجيل مغلق.
error-cross_origin = لم يأتِ هذا الطلب من صفحة في هذا الموقع.
error-unauthenticated = سجّل الدخول أولًا.
error-forbidden = لا يُسمح لك بذلك.
error-not_found = لا يوجد شيء في هذا العنوان.
error-overloaded = نحن مشغولون جدًا. حاول مرة أخرى بعد لحظات.
error-unavailable = لا يمكننا ذلك الآن. حاول مرة أخرى بعد لحظات.
error-internal = حدث خطأ من جهتنا.
identifier-username-too-long = لا يزيد اسم المستخدم على 150 حرفًا.
identifier-username-characters = يتكون اسم المستخدم من حروف وأرقام والعلامات . _ - فقط، من دون مسافات.
identifier-username-first = يبدأ اسم المستخدم بحرف.
identifier-username-invisible = لا يجوز أن يحتوي اسم المستخدم على علامات غير مرئية.
identifier-phone-too-long = رقم الهاتف أقصر من هذا.
identifier-phone-digits = أدخل رقم هاتف من أرقام فقط، مثل ‎+49 30 901820‎، من دون رقم داخلي.
identifier-phone-needs-plus = أدخل رقم الهاتف مع علامة + ورمز البلد، مثل ‎+49 30 901820‎.
identifier-phone-not-valid = أدخل رقم هاتف موجودًا، مثل ‎+49 30 901820‎.
identifier-phone-region = أدخل المنطقة بحرفين لاتينيين كبيرين، مثل DE أو US.
identifier-email-too-long = لا يزيد عنوان البريد الإلكتروني على 254 حرفًا.
identifier-email-local-too-long = لا يزيد ما قبل علامة @ في عنوان البريد الإلكتروني على 64 حرفًا.
identifier-email-whole = أدخل عنوان بريد إلكتروني واحدًا، مثل name@example.com.
identifier-email-local = ما قبل علامة @ يتكون من حروف لاتينية بلا علامات، وأرقام، والعلامات . ! # $ % & ' * + / = ? ^ _ ` {"{"} | {"}"} ~ - فقط.
identifier-email-domain = ما بعد علامة @ يجب أن يكون اسم نطاق، مثل example.com.
password-too-long =
    { $count ->
        [zero] لا تزيد كلمة المرور على 0 بايت.
        [one] لا تزيد كلمة المرور على بايت واحد.
        [two] لا تزيد كلمة المرور على 2 بايت.
        [few] لا تزيد كلمة المرور على { $count } بايت.
        [many] لا تزيد كلمة المرور على { $count } بايت.
       *[other] لا تزيد كلمة المرور على { $count } بايت.
    }
password-nul = لا يجوز أن تحتوي كلمة المرور على العلامة U+0000.
password-too-short =
    { $count ->
        [zero] لا تقل كلمة المرور عن 0 حرف.
        [one] لا تقل كلمة المرور عن حرف واحد.
        [two] لا تقل كلمة المرور عن حرفين.
        [few] لا تقل كلمة المرور عن { $count } أحرف.
        [many] لا تقل كلمة المرور عن { $count } حرفًا.
       *[other] لا تقل كلمة المرور عن { $count } حرف.
    }
password-similar =
    { $like ->
        [username] كلمة المرور هذه شديدة الشبه باسم المستخدم.
        [email] كلمة المرور هذه شديدة الشبه بعنوان بريدك الإلكتروني.
        [first_name] كلمة المرور هذه شديدة الشبه باسمك الأول.
        [last_name] كلمة المرور هذه شديدة الشبه باسم عائلتك.
       *[phone] كلمة المرور هذه شديدة الشبه برقم هاتفك.
    }
error-taken-email = يوجد مستخدم بعنوان البريد الإلكتروني هذا من قبل.
error-taken-phone = يوجد مستخدم برقم الهاتف هذا من قبل.
error-taken-username = يوجد مستخدم بهذا الاسم، أو باسم يشبهه، من قبل.
account-only-identifier = هذا هو المعرّف الوحيد لحسابك. أضف معرّفًا آخر أولًا.
registration-needs-address = أدخل عنوانًا أيضًا: من دون كلمة مرور تُرسل إليه رموز تسجيل الدخول.
phone-premium = هذا رقم يكلّف من يراسله. أدخل رقمًا عاديًا.
phone-region = نقبل أرقام هذه المناطق فقط: { $regions }.
change-lost-email = صار عنوان البريد الإلكتروني هذا لحساب آخر. يبقى عنوانك كما هو.
change-lost-phone = صار رقم الهاتف هذا لحساب آخر. يبقى رقمك كما هو.
password-wrong = هذه ليست كلمة مرورك.
undo-lost-email = صار عنوان البريد الإلكتروني هذا لحساب آخر.
undo-lost-phone = صار رقم الهاتف هذا لحساب آخر.
paging-cursor = خذ المؤشر من رابط الصفحة السابقة.
problem-invalid = تعذر قبول بعض هذا.
problem-stale = أكّد كلمة مرورك أولًا: أرسلها بطريقة POST إلى ‎/api/v1/me/reauthenticate‎ ثم اطلب مرة أخرى.
problem-stale-without-password = ليس لهذا الحساب كلمة مرور لتأكيدها. سجّل الدخول من جديد ثم اطلب مرة أخرى.
error-wait = محاولات كثيرة. انتظر { $wait } ثم حاول مرة أخرى.
problem-title =
    { $status ->
        [400] طلب غير سليم
        [401] لم يتم تسجيل الدخول
        [403] غير مسموح
        [404] غير موجود
        [405] الطريقة غير مسموحة
        [409] تعارض
        [413] الطلب كبير جدًا
        [415] نوع المحتوى غير مدعوم
        [422] تعذرت معالجة الطلب
        [429] طلبات كثيرة جدًا
        [503] الخدمة غير متاحة
       *[500] خطأ داخلي
    }
api-code-sent = الرمز في الطريق إليك.
api-message-sent = إن كان هناك حساب كهذا فالرسالة في الطريق إليه.
api-registered-quietly = أرسلنا رسالة. أكّد العنوان بما فيها ثم سجّل الدخول.
api-verify-sent = إن كان هناك ما يُؤكَّد فالرمز في الطريق.
error-late = استغرق هذا وقتًا أطول من اللازم. حاول مرة أخرى بعد لحظات.
