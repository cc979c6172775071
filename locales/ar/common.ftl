### العربية.
### Terms: تسجيل الدخول (sign in), تسجيل الخروج (sign out), حساب (account), اسم المستخدم (username), عنوان البريد الإلكتروني
### (email address), رقم الهاتف (phone number), رمز (code), رابط (link), تأكيد (verify, confirm), جلسة (session), كلمة المرور
### (password), فريق الموقع (staff), مدير عام (superuser), الإدارة (administration).

## The language itself

language-name = العربية
language-direction = rtl

## On every page

language-choice = اللغة
list-comma = { $first }، { $next }
list-or = { $first } أو { $last }
number = { $count }
wait-seconds =
    { $count ->
        [zero] 0 ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
wait-minutes =
    { $count ->
        [zero] 0 دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
wait-hours =
    { $count ->
        [zero] 0 ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
date-month =
    { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    }
date-day = { $day } { date-month } { $year }
date-moment = { date-day }، { $time } UTC
ago-just-now = الآن
ago-minutes =
    { $count ->
        [zero] قبل 0 دقيقة
        [one] قبل دقيقة
        [two] قبل دقيقتين
        [few] قبل { $count } دقائق
        [many] قبل { $count } دقيقة
       *[other] قبل { $count } دقيقة
    }
ago-hours =
    { $count ->
        [zero] قبل 0 ساعة
        [one] قبل ساعة
        [two] قبل ساعتين
        [few] قبل { $count } ساعات
        [many] قبل { $count } ساعة
       *[other] قبل { $count } ساعة
    }
ago-days =
    { $count ->
        [zero] قبل 0 يوم
        [one] قبل يوم
        [two] قبل يومين
        [few] قبل { $count } أيام
        [many] قبل { $count } يومًا
       *[other] قبل { $count } يوم
    }
