### رسائل البريد والرسائل النصية. ما يمكن أن تطلبه كل رسالة مذكور في locales/en/messages.ftl.

## What all share

message-hello = مرحبًا { $name }،
message-hello-you = مرحبًا،
message-code = رمزك
message-or-link = إن لم يعمل الزر فافتح هذا العنوان:
message-or-link-text = أو افتح هذا العنوان:
message-both-good-for = يصلح الرمز والرابط مرة واحدة خلال { $time }.
message-code-good-for = يصلح الرمز مرة واحدة خلال { $time }.
message-link-good-for = يصلح الرابط مرة واحدة خلال { $time }.
message-minutes =
    { $count ->
        [zero] 0 دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
message-hours =
    { $count ->
        [zero] 0 ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
message-days =
    { $count ->
        [zero] 0 يوم
        [one] يوم واحد
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
message-when = متى
message-ip = عنوان الشبكة
message-never = لن يطلب منك أحد من { $host } هذا الرمز أبدًا.
message-footer = أرسلها { $host }. الردود على هذه الرسالة لا تُقرأ.

## To verify an address

message-verify_email-subject = أكّد بريدك الإلكتروني
message-verify_email-title = أكّد بريدك الإلكتروني
message-verify_email-lead = أدخل هذا الرمز في { $host } لتُظهر أن هذا العنوان لك.
message-verify_email-button = تأكيد هذا العنوان
message-verify_email-unasked = إن لم تعطِ هذا العنوان إلى { $host } فلا شيء عليك فعله: من دون الرمز لا يحدث شيء.
message-verify_phone-sms =
    { $timed ->
        [yes] { $code } هو رمزك لتأكيد هذا الرقم في { $host }، صالح { $time }. لا تشاركه.
       *[no] { $code } هو رمزك لتأكيد هذا الرقم في { $host }. لا تشاركه.
    }

## To set a new password

message-reset_password-subject = عيّن كلمة مرور جديدة
message-reset_password-title = عيّن كلمة مرور جديدة
message-reset_password-lead = طلب أحدهم، لعله أنت، تعيين كلمة مرور جديدة لحسابك في { $host }. أدخل هذا الرمز هناك.
message-reset_password-button = تعيين كلمة مرور جديدة
message-reset_password-unasked = إن لم تكن أنت فلا شيء عليك فعله: تبقى كلمة مرورك كما هي ما دام لا أحد يعرف الرمز.
message-reset_password-sms =
    { $timed ->
        [yes] { $code } هو رمزك لتعيين كلمة مرور جديدة في { $host }، صالح { $time }. لست أنت؟ تجاهله. لا تشاركه.
       *[no] { $code } هو رمزك لتعيين كلمة مرور جديدة في { $host }. لست أنت؟ تجاهله. لا تشاركه.
    }

## To sign in with a code

message-login_code-subject = رمز تسجيل الدخول
message-login_code-title = سجّل الدخول بهذا الرمز
message-login_code-lead = أدخل هذا الرمز في { $host } لتسجيل الدخول إلى حسابك.
message-login_code-button = تسجيل الدخول
message-login_code-unasked = إن لم تكن تسجّل الدخول الآن فلا تعطِ هذا الرمز لأحد. من دونه لا يدخل أحد.
message-login_code-sms =
    { $timed ->
        [yes] { $code } هو رمزك لتسجيل الدخول إلى { $host }، صالح { $time }. لست أنت؟ لا تشاركه.
       *[no] { $code } هو رمزك لتسجيل الدخول إلى { $host }. لست أنت؟ لا تشاركه.
    }

## To change an address

message-change_email-subject = أكّد بريدك الإلكتروني الجديد
message-change_email-title = أكّد بريدك الإلكتروني الجديد
message-change_email-lead = أدخل هذا الرمز في { $host }، فيستخدم حسابك هذا العنوان من الآن.
message-change_email-button = استخدام هذا العنوان
message-change_email-unasked = إن لم يكن لك حساب في { $host } فقد أخطأ أحدهم في كتابة عنوانه. لا شيء عليك فعله: من دون الرمز لا يحدث شيء.
message-change_phone-sms =
    { $timed ->
        [yes] { $code } هو رمزك لاستخدام هذا الرقم لحسابك في { $host }، صالح { $time }. لا تشاركه.
       *[no] { $code } هو رمزك لاستخدام هذا الرقم لحسابك في { $host }. لا تشاركه.
    }

## An address was changed: to the old one

message-email_changed-subject =
    { $how ->
        [removed] تمت إزالة بريدك الإلكتروني
       *[changed] تم تغيير بريدك الإلكتروني
    }
message-email_changed-title = { message-email_changed-subject }
message-email_changed-lead =
    { $how ->
        [removed] لم يعد لحسابك في { $host } عنوان بريد. لم يعد هذا العنوان تابعًا له.
       *[changed]
            { $shown ->
                [yes] يستخدم حسابك في { $host } الآن { $new_email }. لم يعد هذا العنوان تابعًا له.
               *[no] يستخدم حسابك في { $host } الآن عنوان بريد آخر. لم يعد هذا العنوان تابعًا له.
            }
    }
message-email_changed-button = التراجع عن التغيير
message-email_changed-unasked =
    { $linked ->
        [yes] إن فعلت ذلك أنت فلا شيء عليك فعله. إن لم تكن أنت فتراجع عنه بهذا الرابط الآن، ثم عيّن كلمة مرور جديدة.
       *[no] إن فعلت ذلك أنت فلا شيء عليك فعله. إن لم تكن أنت فعيّن كلمة مرور جديدة في { $site }/password/reset.
    }
message-email_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] تمت إزالة بريد حسابك في { $host }. لست أنت؟ تراجع: { $link }
               *[changed] تم تغيير بريد حسابك في { $host }. لست أنت؟ تراجع: { $link }
            }
       *[no]
            { $how ->
                [removed] تمت إزالة بريد حسابك في { $host }. لست أنت؟ عيّن كلمة مرور جديدة: { $site }/password/reset
               *[changed] تم تغيير بريد حسابك في { $host }. لست أنت؟ عيّن كلمة مرور جديدة: { $site }/password/reset
            }
    }

message-phone_changed-subject =
    { $how ->
        [removed] تمت إزالة رقم هاتفك
       *[changed] تم تغيير رقم هاتفك
    }
message-phone_changed-title = { message-phone_changed-subject }
message-phone_changed-lead =
    { $how ->
        [removed] لم يعد لحسابك في { $host } رقم هاتف. لم يعد الرقم السابق تابعًا له.
       *[changed]
            { $shown ->
                [yes] يستخدم حسابك في { $host } الآن الرقم { $new_phone }. لم يعد الرقم السابق تابعًا له.
               *[no] يستخدم حسابك في { $host } الآن رقم هاتف آخر. لم يعد الرقم السابق تابعًا له.
            }
    }
message-phone_changed-button = التراجع عن التغيير
message-phone_changed-unasked = { message-email_changed-unasked }
message-phone_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] تمت إزالة رقم هاتف حسابك في { $host }. لست أنت؟ تراجع: { $link }
               *[changed]
                    { $shown ->
                        [yes] تم تغيير رقم هاتف حسابك في { $host } إلى { $new_phone }. لست أنت؟ تراجع: { $link }
                       *[no] تم تغيير رقم هاتف حسابك في { $host }. لست أنت؟ تراجع: { $link }
                    }
            }
       *[no]
            { $how ->
                [removed] تمت إزالة رقم هاتف حسابك في { $host }. لست أنت؟ عيّن كلمة مرور جديدة: { $site }/password/reset
               *[changed]
                    { $shown ->
                        [yes] تم تغيير رقم هاتف حسابك في { $host } إلى { $new_phone }. لست أنت؟ عيّن كلمة مرور جديدة: { $site }/password/reset
                       *[no] تم تغيير رقم هاتف حسابك في { $host }. لست أنت؟ عيّن كلمة مرور جديدة: { $site }/password/reset
                    }
            }
    }

## In the place of those two, when somebody else proved the address or number to be theirs

message-address_released-subject = أُخرج عنوان من حسابك
message-address_released-title = أُخرج عنوان من حسابك
message-address_released-lead = عنوان بريد أو رقم هاتف في حسابك في { $host } لم تؤكده قط يخص شخصًا آخر، وقد أكّده. أُخرج من حسابك. يبقى كل شيء آخر كما كان.
message-address_released-button = عرض حسابك
message-address_released-unasked = لا شيء عليك فعله. إن كان العنوان لك مع ذلك فسجّل الدخول وأضفه من جديد.
message-address_released-sms = أُخرج هذا الرقم من حساب في { $host }: أكّد أحدهم أنه له. لست أنت؟ انظر { $site }/account

## The password was changed

message-password_changed-subject = تم تغيير كلمة مرورك
message-password_changed-title = تم تغيير كلمة مرورك
message-password_changed-lead = تم تغيير كلمة مرور حسابك في { $host }، وسُجِّل خروج أجهزتك الأخرى.
message-password_changed-button = تعيين كلمة مرور جديدة
message-password_changed-unasked =
    { $linked ->
        [yes] إن غيّرتها أنت فلا شيء عليك فعله. إن لم تكن أنت فقد دخل غيرك حسابك: عيّن كلمة مرور جديدة الآن.
       *[no] إن غيّرتها أنت فلا شيء عليك فعله. إن لم تكن أنت فقد دخل غيرك حسابك: عيّن كلمة مرور جديدة الآن في { $site }/password/reset.
    }
message-password_changed-sms =
    { $linked ->
        [yes] تم تغيير كلمة مرور حسابك في { $host }. لست أنت؟ عيّن كلمة جديدة: { $link }
       *[no] تم تغيير كلمة مرور حسابك في { $host }. لست أنت؟ عيّن كلمة جديدة: { $site }/password/reset
    }

## The account is deleted, or going to be

message-account_deleted-subject = تم حذف حسابك
message-account_deleted-title = تم حذف حسابك
message-account_deleted-lead = حُذف حسابك في { $host } وكل ما يتبعه، كما طلبت. لا يمكن استعادته.
message-account_deleted-button = التسجيل من جديد
message-account_deleted-unasked = إن فعلت ذلك أنت فلا شيء عليك فعله. إن لم تكن أنت فقد عرف أحدهم كلمة مرورك: غيّرها حيثما تستخدمها.
message-account_deleted-sms = حُذف حسابك في { $host } وكل ما يتبعه، كما طلبت. لست أنت؟ غيّر كلمة المرور تلك حيثما تستخدمها.

message-deletion_requested-subject = سيُحذف حسابك
message-deletion_requested-title = سيُحذف حسابك
message-deletion_requested-lead = طلبت من { $host } حذف حسابك. في { $until } سيزول مع كل ما يتبعه. حتى ذلك الحين يمكنك الاحتفاظ به: سجّل الدخول واطلب ذلك.
message-deletion_requested-button = الاحتفاظ بحسابي
message-deletion_requested-unasked =
    { $linked ->
        [yes] إن فعلت ذلك أنت فلا شيء عليك فعله. إن لم تكن أنت فأحدهم يعرف كلمة مرورك: سجّل الدخول واحتفظ بحسابك وعيّن كلمة مرور جديدة.
       *[no] إن فعلت ذلك أنت فلا شيء عليك فعله. إن لم تكن أنت فأحدهم يعرف كلمة مرورك: سجّل الدخول واحتفظ بحسابك وعيّن كلمة مرور جديدة في { $site }/account/password.
    }
message-deletion_requested-sms =
    { $linked ->
        [yes] سيُحذف حسابك في { $host } في { $until }. للاحتفاظ به، أو لست أنت؟ سجّل الدخول: { $link }
       *[no] سيُحذف حسابك في { $host } في { $until }. للاحتفاظ به، أو لست أنت؟ سجّل الدخول: { $site }/account/delete
    }

## Somebody tried to register with an address that is known

message-already_registered-subject = لديك حساب بالفعل
message-already_registered-title = لديك حساب بالفعل
message-already_registered-lead = حاول أحدهم، لعله أنت، التسجيل في { $host } بهذا العنوان. هو لحساب قائم بالفعل، فلم يتغير شيء. إن نسيت كلمة المرور فيمكنك تعيين واحدة جديدة.
message-already_registered-button = تسجيل الدخول
message-already_registered-unasked = إن لم تكن أنت فلا شيء عليك فعله: من فعل ذلك لم يعرف أن لك حسابًا.
message-already_registered-sms =
    { $linked ->
        [yes] حاول أحدهم، لعله أنت، التسجيل في { $host } بهذا الرقم. لديك حساب بالفعل. سجّل الدخول: { $link }
       *[no] حاول أحدهم، لعله أنت، التسجيل في { $host } بهذا الرقم. لديك حساب بالفعل. سجّل الدخول: { $site }/login
    }

## To take an address out of an account that never proved it

message-release_address-subject = أخرج عنوانك من حساب
message-release_address-title = أليس هذا الحساب حسابك؟
message-release_address-lead = طلب أحدهم تعيين كلمة مرور جديدة في { $host } بهذا العنوان. هو مسجل في حساب لكنه لم يُؤكَّد هناك قط، وللحساب عنوان آخر مؤكد. إن لم يكن الحساب لك فهذا الرمز يُخرج عنوانك منه، ويمكنك التسجيل به بنفسك.
message-release_address-button = إخراج عنواني
message-release_address-unasked = إن كان الحساب لك فاطلب كلمة المرور الجديدة عبر عنوانه الآخر. إن لم تطلب شيئًا فلا شيء عليك فعله.
message-release_address-sms = { $code } يُخرج هذا الرقم من حساب في { $host } ليس لك. هل هو لك؟ أعد تعيينه عبر عنوانه الآخر. لا تشاركه.

## To try out whether messages arrive

message-test-subject = رسالة تجريبية من { $host }
message-test-title = رسائل { $host } تصل
message-test-lead = طلب أحد القائمين على { $host } إرسال هذه الرسالة ليرى هل تصل رسائله إلى أصحابها. هذه وصلت.
message-test-button = فتح { $host }
message-test-unasked = لا شيء عليك فعله. إن كنت لا تعرف { $host } فقد أخطأ أحدهم هناك في كتابة عنوان: لم يُنشأ أي حساب ولم يُحفظ عنوانك.
message-test-sms = رسالة تجريبية من { $host }: رسائله النصية تصل. لا شيء عليك فعله.
