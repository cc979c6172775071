### صفحات فريق الموقع، وما تقوله استدعاءاتها.

## On each of them

admin-nav = الإدارة
admin-nav-overview = نظرة عامة
admin-nav-accounts = الحسابات
admin-nav-messages = الرسائل
admin-nav-tokens = الرموز
admin-nav-events = الأحداث
admin-nav-explain = التفسير
admin-own-account = حسابك:
admin-sign-out = تسجيل الخروج

## The entrance

admin-login-title = تسجيل الدخول إلى الإدارة
admin-login-intro = هذه الصفحات لفريق الموقع. تطلب كلمة مرورك حتى إن كنت قد سجلت الدخول.
admin-login-submit = تسجيل الدخول

## Lists

admin-filter-submit = عرض
admin-filter-clear = مسح
admin-filter-any = الكل
admin-pager = الصفحات
admin-pager-first = العودة إلى الصفحة الأولى
admin-pager-next = الصفحة التالية
admin-rows-none = لا يوجد شيء هنا.
admin-rows-none-narrowed = لا شيء يطابق ذلك.
admin-rows-none-yet = لا شيء بين هذه. قد يوجد المزيد في الصفحة التالية.
admin-rows-actions = ما يمكن فعله
admin-rows-account = الحساب
admin-rows-state = الحالة
admin-rows-gone = لم يعد موجودًا
admin-rows-none-account = لا يوجد
admin-rows-nobody = لا أحد
admin-rows-by = بواسطة
admin-choose-one = اختر واحدًا من هذه: { $choices }.
admin-choose-day = اكتب يومًا، مثل 2026-11-22.

## The front page

admin-overview-title = نظرة عامة
admin-overview-accounts = الحسابات
admin-overview-verified = بعنوان مؤكد
admin-overview-staff = فريق الموقع
admin-overview-browsers = جلسات في المتصفحات
admin-overview-programs = جلسات البرامج
admin-overview-waiting = رسائل في الانتظار
admin-overview-todo = ما يجب فعله
admin-overview-look = عرضها
admin-overview-schema = مخطط قاعدة البيانات ليس مخطط هذا البرنامج
admin-overview-schema-text = حدّثه بالأمر: countersign migrate. ربما غيّره برنامج أحدث.
admin-overview-dead = تم التخلي عن رسائل
admin-overview-dead-text =
    { $count ->
        [zero] لن تُعاد محاولة أي رسالة من الأسبوع الماضي.
        [one] لن تُعاد محاولة رسالة واحدة من الأسبوع الماضي.
        [two] لن تُعاد محاولة رسالتين من الأسبوع الماضي.
        [few] لن تُعاد محاولة { $count } رسائل من الأسبوع الماضي.
        [many] لن تُعاد محاولة { $count } رسالة من الأسبوع الماضي.
       *[other] لن تُعاد محاولة { $count } رسالة من الأسبوع الماضي.
    }
admin-overview-failed = يتعذر إرسال رسائل
admin-overview-failed-text =
    { $count ->
        [zero] لم يتعذر إرسال أي رسالة.
        [one] تعذر إرسال رسالة واحدة وستُعاد محاولتها.
        [two] تعذر إرسال رسالتين وستُعاد محاولتهما.
        [few] تعذر إرسال { $count } رسائل وستُعاد محاولتها.
        [many] تعذر إرسال { $count } رسالة وستُعاد محاولتها.
       *[other] تعذر إرسال { $count } رسالة وستُعاد محاولتها.
    }
admin-overview-activity = ما حدث
admin-overview-note = الأوقات بالتوقيت العالمي. ما حدث للحسابات المحذوفة غير محسوب.
admin-overview-spans = المدة السابقة
admin-overview-span = المدة
admin-overview-span-day = 24 ساعة
admin-overview-span-week = 7 أيام
admin-overview-span-month = 30 يومًا
admin-chart-registrations = التسجيلات
admin-chart-logins = مرات تسجيل الدخول
admin-chart-refusals = حالات الرفض
admin-chart-messages = الرسائل
admin-chart-sent = أُرسلت
admin-chart-dead = تم التخلي عنها
admin-chart-from = من
admin-chart-table = في جدول
admin-chart-most = الأكثر: { $count }، { $when }.
admin-chart-nothing = لم يحدث شيء.

## Messages

admin-messages-title = الرسائل
admin-messages-intro = ما أُرسل إلى الناس وما ينتظر. ما تقوله الرسالة لا يُعرض أبدًا.
admin-messages-retried = ستُعاد محاولة الرسالة فورًا.
admin-messages-message = الرسالة
admin-messages-to = إلى
admin-messages-written = كُتبت
admin-messages-waiting = في الانتظار
admin-messages-failed = ستُعاد محاولتها
admin-messages-sent = أُرسلت
admin-messages-dead = تم التخلي عنها
admin-messages-tries =
    { $count ->
        [zero] لم تُجرَّب
        [one] جُرّبت مرة
        [two] جُرّبت مرتين
        [few] جُرّبت { $count } مرات
        [many] جُرّبت { $count } مرة
       *[other] جُرّبت { $count } مرة
    }
admin-messages-next = المحاولة التالية
admin-messages-retry = المحاولة الآن
admin-messages-erased = مُحي ما كانت تقوله منذ أُرسلت أو تم التخلي عنها. من يحتاج إليها يطلب واحدة جديدة.

## Tokens: one-time passwords under way

admin-tokens-title = الرموز
admin-tokens-intro = رموز لمرة واحدة لم تُستخدم بعد. لا يعرف الرمز إلا من أُرسل إليه.
admin-tokens-ended = أُنهي الرمز. يمكن طلب رمز آخر.
admin-tokens-purpose = الغرض
admin-tokens-verify = تأكيد عنوان
admin-tokens-reset = إعادة تعيين كلمة المرور
admin-tokens-login = تسجيل الدخول
admin-tokens-change = تغيير عنوان
admin-tokens-channel = عبر
admin-tokens-email = البريد الإلكتروني
admin-tokens-phone = رسالة نصية
admin-tokens-to = أُرسل إلى
admin-tokens-made = أُصدر
admin-tokens-expires = صالح حتى
admin-tokens-open = مفتوح
admin-tokens-throttled = مقيّد
admin-tokens-dead = منتهٍ
admin-tokens-until = حتى
admin-tokens-attempts =
    { $count ->
        [zero] بلا خطأ
        [one] خطأ مرة
        [two] خطأ مرتين
        [few] خطأ { $count } مرات
        [many] خطأ { $count } مرة
       *[other] خطأ { $count } مرة
    }
admin-tokens-end = إنهاء

## Events

admin-events-title = الأحداث
admin-events-intro = ما حدث للحسابات، الأحدث أولًا، ومن رُفض.
admin-events-what = ماذا
admin-events-network = الشبكة
admin-events-since = من
admin-events-until = حتى
admin-events-from = من
admin-events-when = متى
admin-events-no-account = لا يوجد حساب كهذا. أدخل معرّفه أو اسم المستخدم أو البريد الإلكتروني أو رقم الهاتف.
admin-events-no-network = اكتب عنوانًا، أو شبكة مثل 192.0.2.0/24.
