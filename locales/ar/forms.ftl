### النماذج: العناوين والإرشادات وما هو غير صحيح في القيم.

## What is wrong

forms-too-short =
    { $count ->
        [zero] اكتب 0 حرف على الأقل.
        [one] اكتب حرفًا واحدًا على الأقل.
        [two] اكتب حرفين على الأقل.
        [few] اكتب { $count } أحرف على الأقل.
        [many] اكتب { $count } حرفًا على الأقل.
       *[other] اكتب { $count } حرف على الأقل.
    }
forms-too-long =
    { $count ->
        [zero] اكتب 0 حرف على الأكثر.
        [one] اكتب حرفًا واحدًا على الأكثر.
        [two] اكتب حرفين على الأكثر.
        [few] اكتب { $count } أحرف على الأكثر.
        [many] اكتب { $count } حرفًا على الأكثر.
       *[other] اكتب { $count } حرف على الأكثر.
    }
forms-pattern = ليس لهذا الشكل المطلوب: { $pattern }
forms-pattern-help = ليس لهذا الشكل المطلوب. { $help }
forms-choice = اختر واحدًا من هذه: { $choices }.
forms-range =
    { $what ->
        [length] اكتب من { $min } إلى { $max } حرفًا.
        [number] أدخل عددًا من { $min } إلى { $max }.
       *[date] أدخل تاريخًا من { $min } إلى { $max }.
    }
forms-least =
    { $what ->
        [length] اكتب { $min } حرفًا على الأقل.
        [number] أدخل عددًا لا يقل عن { $min }.
       *[date] أدخل تاريخًا ليس قبل { $min }.
    }
forms-most =
    { $what ->
        [length] اكتب { $max } حرفًا على الأكثر.
        [number] أدخل عددًا لا يزيد على { $max }.
       *[date] أدخل تاريخًا ليس بعد { $max }.
    }
forms-some =
    { $what ->
        [number] أدخل عددًا.
       *[date] أدخل تاريخًا.
    }
forms-date = اكتب التاريخ بالسنة ثم الشهر ثم اليوم: 2026-11-22.
forms-number = اكتب عددًا، مثل 12 أو 2.5.
forms-url = اكتب العنوان كاملًا، مثل https://example.org/page.
forms-or-other = أدخل هذا، أو هذا: { $other }.
forms-exactly =
    { $what ->
        [length] اكتب { $min } حرفًا بالضبط.
       *[number] أدخل هذا العدد بالضبط: { $min }.
    }
forms-send-text = أرسل هذا نصًا.
forms-send-flag = أرسل true أو false.
forms-tick = ضع علامة هنا للمتابعة.
forms-send-number = أرسل هذا عددًا.
forms-write-flag = اكتب true أو false.
forms-write-text = اكتب نصًا بين علامتي اقتباس.
forms-ticked = يجب وضع علامة هنا (true).
forms-number-too-large = هذا العدد أكبر من أن يُحفظ بدقة.
forms-phone = اكتب رقم هاتف، مثل ‎+49 1512 3456789‎.
forms-control = احذف علامات التحكم.
forms-one-line = اكتب هذا في سطر واحد، من دون علامات تحكم.
forms-keep-username = أبقِ اسم المستخدم: ليس لهذا الحساب معرّف آخر.
forms-all-too-long = الأجوبة كلها معًا أطول من اللازم. اختصر أطولها.
forms-channel-choice = اختر email أو phone.
forms-either-identifier = أرسل إما identifier وإما username وemail وphone.
field-username = اسم المستخدم
field-email = عنوان البريد الإلكتروني
field-phone = رقم الهاتف
field-first-name = الاسم الأول
field-last-name = اسم العائلة
field-channel-email = البريد الإلكتروني
field-channel-phone = رسالة نصية
field-channel = الإرسال عبر
field-channel-help = لاسم المستخدم فقط. مع عنوان بريد أو رقم هاتف تُرسل الرسالة إليه.
field-identifier = اسم المستخدم أو البريد أو الهاتف
field-identifier-without-phone = اسم المستخدم أو البريد
field-code = الرمز
field-password = كلمة المرور
field-password-again = كلمة المرور مرة أخرى
field-new-password = كلمة المرور الجديدة
field-new-password-again = كلمة المرور الجديدة مرة أخرى
field-current-password = كلمة المرور الحالية
field-remember-me = إبقائي مسجلًا على هذا الجهاز
field-password-help =
    { $count ->
        [zero] 0 حرف على الأقل. جملة لا يقولها غيرك خيار جيد.
        [one] حرف واحد على الأقل. جملة لا يقولها غيرك خيار جيد.
        [two] حرفان على الأقل. جملة لا يقولها غيرك خيار جيد.
        [few] { $count } أحرف على الأقل. جملة لا يقولها غيرك خيار جيد.
        [many] { $count } حرفًا على الأقل. جملة لا يقولها غيرك خيار جيد.
       *[other] { $count } حرف على الأقل. جملة لا يقولها غيرك خيار جيد.
    }
register-title = إنشاء حساب
field-new-phone = رقم الهاتف الجديد
field-new-email = عنوان البريد الإلكتروني الجديد
field-phone-help = مع علامة + ورمز البلد، مثل ‎+49 1512 3456789‎.
field-username-help = حروف وأرقام و . _ -
forms-at-least-one = أدخل واحدًا على الأقل: { $identifiers }.
forms-give = أدخل: { $identifiers }.
identifier-username = اسم المستخدم
identifier-username-alone = اسم المستخدم
identifier-email = البريد الإلكتروني
identifier-email-alone = البريد الإلكتروني
identifier-phone = الهاتف
identifier-phone-alone = الهاتف
identifier-any = معرّف
login-title = تسجيل الدخول
field-choose = اختر واحدًا
field-no-choice = بلا تفضيل
field-required = مطلوب
form-mistake = { $label }: { $mistake }
form-check =
    { $count ->
        [zero] يرجى مراجعة هذه الحقول
        [one] يرجى مراجعة هذا الحقل
        [two] يرجى مراجعة هذين الحقلين
        [few] يرجى مراجعة هذه الحقول
        [many] يرجى مراجعة هذه الحقول
       *[other] يرجى مراجعة هذه الحقول
    }
