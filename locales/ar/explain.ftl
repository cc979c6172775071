### لماذا لا يستطيع أحدهم تسجيل الدخول: لفريق الموقع.

explain-title = لماذا لا ينجح ذلك؟
explain-intro = كيف يقرأ البرنامج معرّفًا، وما حدث في طلب. يُسجَّل في سجل الحساب أنك سألت.
explain-submit = تفسير
explain-request = أو معرّف طلب
explain-request-help = قيمة X-Request-Id في الرد الذي تلقاه أحدهم.
explain-one-of-both = أدخل معرّفًا أو طلبًا، لا كليهما.
explain-request-unknown = لم يُسجَّل شيء في هذا الطلب. تُسجَّل عمليات الدخول وكلمات المرور والرموز المرفوضة وتغييرات الحسابات، ولا يُسجَّل الرد 429 (محاولات كثيرة) ولا 422 (نموذج فيه أخطاء): في سجل الخادم سطر بهذا المعرّف، والسؤال عن اسم أو عنوان أو رقم يبيّن مدد الانتظار السارية.

## Sections

explain-answers = ما يُقال للشخص
explain-reading = كيف يُقرأ
explain-backends = ما تقوله وحدات التحقق، بهذا الترتيب
explain-account = الحساب
explain-limits = الحدود وفترات الانتظار
explain-messages = إلى أين تذهب الرسائل
explain-in-request = في الطلب { $request }

## Facts

explain-right-password = كلمة مرور صحيحة
explain-wrong-password = كلمة مرور خاطئة
explain-let-in = { $status }: يُسمح بالدخول
explain-refused = { $status }: { $why }
explain-other-shape = ليس بهذا الشكل
explain-not-here = لا يوجد منها هنا
explain-read = { $stored }، يُعثر عليه باسم { $canonical }
explain-if-right = تقبل إن كانت كلمة المرور صحيحة، وإلا تمرّر
explain-denies = ترفض: { $why }
explain-passes = تمرّر: { $why }
explain-passes-no_use = تمرّر: لا تستخدم هذا النوع
explain-passes-nobody = تمرّر: لا تجد أحدًا
explain-passes-inactive = تمرّر: الحساب معطّل
explain-passes-no_password = تمرّر: ليس للحساب كلمة مرور
explain-id = المعرّف
explain-state = الحالة
explain-active = مفعّل
explain-verified = { $address }، مؤكد
explain-not-verified = { $address }، غير مؤكد
explain-password = كلمة المرور
explain-rehashed = { $format }، تُحفظ من جديد عند تسجيل الدخول التالي
explain-last-login = آخر تسجيل دخول
explain-delete-at = موعد الحذف
explain-failures = كلمات مرور خاطئة متتالية
explain-failures-of = { $failures }؛ يبدأ الانتظار بعد { $limit }
explain-waits = لا يُنظر في شيء حتى
explain-code = { $purpose }: { $failures } خاطئة متتالية، ويمكن أن تخطئ { $left } أخرى { $until }
explain-sending = الرمز التالي بعد { $seconds } ث؛ { $hour } أخرى هذه الساعة، { $day } اليوم
explain-purpose-verify = لتأكيده
explain-purpose-reset = لإعادة تعيين كلمة المرور
explain-purpose-login = لتسجيل الدخول
explain-purpose-change = للتغيير إليه
explain-event = { $event }، من { $ip }
explain-nobody = لا يوجد: لم يكن عن أحد، أو لم يعد الحساب موجودًا

## Reasons, which nobody else is told

explain-reason-blank = لم يُدخل شيء
explain-reason-throttled = كلمات مرور خاطئة كثيرة؛ يجب الانتظار
explain-reason-not_an_identifier = لا يمكن أن يكون هذا معرّفًا لأحد
explain-reason-no_account = لا يوجد حساب كهذا
explain-reason-no_backend = لا تسمح أي وحدة تحقق للحساب بهذا
explain-reason-denied = وحدة تحقق ترفض
explain-reason-inactive = الحساب معطّل
explain-reason-no_password = ليس للحساب كلمة مرور
explain-reason-unreadable_password = كلمة المرور محفوظة بشكل لا يُقرأ
explain-reason-hidden = لا شيء مؤكد في الحساب، والعناوين المعروفة مخفية
explain-reason-unverified = يجب تأكيد عنوان أولًا
explain-reason-wrong_password = كلمة المرور خاطئة

## Messages

explain-asked-reset = إعادة تعيين كلمة المرور
explain-asked-login = رمز تسجيل الدخول
explain-asked-verify_email = تأكيد البريد الإلكتروني
explain-asked-verify_phone = تأكيد الهاتف
explain-sent = { $message } إلى { $to }
explain-unsent-off = لا مكان: هذا مطفأ
explain-unsent-no_account = لا مكان: لا يوجد حساب كهذا
explain-unsent-inactive = لا مكان: الحساب معطّل
explain-unsent-no_address = لا مكان: ليس للحساب عنوان كهذا
explain-unsent-not_proved = لا مكان: لا عنوان له مؤكد لذلك
explain-unsent-proved = لا مكان: هو مؤكد من قبل
explain-unsent-needs_owner = لا مكان: لا يؤكده إلا صاحبه بعد تسجيل الدخول
