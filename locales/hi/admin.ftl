### स्टाफ़ के पेज, और उनके API के शब्द।

## On each of them

admin-nav = प्रशासन
admin-nav-overview = सारांश
admin-nav-accounts = खाते
admin-nav-messages = संदेश
admin-nav-tokens = टोकन
admin-nav-events = घटनाएँ
admin-nav-explain = कारण जानें
admin-own-account = आपका खाता:
admin-sign-out = साइन आउट करें

## The entrance

admin-login-title = प्रशासन के लिए साइन इन करें
admin-login-intro = ये पेज स्टाफ़ के लिए हैं। आप पहले से साइन इन हों, तब भी ये आपका पासवर्ड माँगते हैं।
admin-login-submit = साइन इन करें

## Lists

admin-filter-submit = दिखाएँ
admin-filter-clear = साफ़ करें
admin-filter-any = कोई भी
admin-pager = पेज
admin-pager-first = पहले पेज पर वापस
admin-pager-next = अगला पेज
admin-rows-none = यहाँ कुछ नहीं है।
admin-rows-none-narrowed = ऐसा कुछ नहीं है।
admin-rows-none-yet = इनमें ऐसा कुछ नहीं है। अगले पेज पर और हो सकता है।
admin-rows-actions = क्या किया जा सकता है
admin-rows-account = खाता
admin-rows-state = स्थिति
admin-rows-gone = अब नहीं है
admin-rows-none-account = कोई नहीं
admin-rows-nobody = किसी का नहीं
admin-rows-by = करने वाला:
admin-choose-one = इनमें से एक चुनें: { $choices }।
admin-choose-day = तारीख़ लिखें, जैसे 2026-11-22।

## The front page

admin-overview-title = सारांश
admin-overview-accounts = खाते
admin-overview-verified = सत्यापित पते वाले
admin-overview-staff = स्टाफ़
admin-overview-browsers = ब्राउज़रों के सत्र
admin-overview-programs = प्रोग्रामों के सत्र
admin-overview-waiting = प्रतीक्षा में संदेश
admin-overview-todo = क्या करना बाकी है
admin-overview-look = देखें
admin-overview-schema = डेटाबेस का स्कीमा इस प्रोग्राम का नहीं है
admin-overview-schema-text = इसे इस आदेश से अद्यतन करें: countersign migrate. हो सकता है किसी नए प्रोग्राम ने इसे बदला हो।
admin-overview-dead = कुछ संदेश छोड़ दिए गए
admin-overview-dead-text =
    { $count ->
        [one] पिछले सप्ताह का { $count } संदेश फिर नहीं भेजा जाएगा।
       *[other] पिछले सप्ताह के { $count } संदेश फिर नहीं भेजे जाएँगे।
    }
admin-overview-failed = संदेश भेजे नहीं जा सके
admin-overview-failed-text =
    { $count ->
        [one] { $count } संदेश भेजा नहीं जा सका और फिर से आज़माया जाएगा।
       *[other] { $count } संदेश भेजे नहीं जा सके और फिर से आज़माए जाएँगे।
    }
admin-overview-activity = क्या हुआ
admin-overview-note = समय UTC में हैं। हटाए गए खातों में जो हुआ, वह नहीं गिना जाता।
admin-overview-spans = कितना पीछे तक
admin-overview-span = समय
admin-overview-span-day = 24 घंटे
admin-overview-span-week = 7 दिन
admin-overview-span-month = 30 दिन
admin-chart-registrations = पंजीकरण
admin-chart-logins = साइन इन
admin-chart-refusals = अस्वीकृतियाँ
admin-chart-messages = संदेश
admin-chart-sent = भेजे गए
admin-chart-dead = छोड़े गए
admin-chart-from = कब से
admin-chart-table = तालिका के रूप में
# $count: how often; $when: a time or a day.
admin-chart-most = सबसे अधिक: { $count }, { $when }।
admin-chart-nothing = कुछ नहीं हुआ।

## Messages

admin-messages-title = संदेश
admin-messages-intro = लोगों को क्या भेजा गया और क्या प्रतीक्षा में है। संदेश में क्या लिखा है, यह कभी नहीं दिखाया जाता।
admin-messages-retried = संदेश तुरंत फिर से आज़माया जाएगा।
admin-messages-message = संदेश
admin-messages-to = किसे
admin-messages-written = कब लिखा गया
admin-messages-waiting = प्रतीक्षा में
admin-messages-failed = फिर से आज़माया जाएगा
admin-messages-sent = भेजा गया
admin-messages-dead = छोड़ दिया गया
admin-messages-tries =
    { $count ->
        [one] { $count } बार आज़माया गया
       *[other] { $count } बार आज़माया गया
    }
admin-messages-next = अगली कोशिश
admin-messages-retry = अभी आज़माएँ
admin-messages-erased = भेजे या छोड़े जाने के बाद से इसका पाठ मिटा दिया गया है। जिसे ज़रूरत हो, वह नया माँग ले।

## Tokens: one-time passwords under way

admin-tokens-title = टोकन
admin-tokens-intro = एक बार के पासवर्ड जो अभी चल रहे हैं। कोड केवल वही जानता है जिसे वह भेजा गया, और कोई नहीं।
admin-tokens-ended = कोड समाप्त कर दिया गया है। दूसरा माँगा जा सकता है।
admin-tokens-purpose = किसलिए
admin-tokens-verify = पता सत्यापित करना
admin-tokens-reset = पासवर्ड रीसेट करना
admin-tokens-login = साइन इन करना
admin-tokens-change = पता बदलना
admin-tokens-channel = माध्यम
admin-tokens-email = ईमेल
admin-tokens-phone = टेक्स्ट संदेश
admin-tokens-to = कहाँ भेजा गया
admin-tokens-made = कब बना
admin-tokens-expires = कब तक मान्य
admin-tokens-open = खुला
admin-tokens-throttled = रोका हुआ
admin-tokens-dead = निष्क्रिय
admin-tokens-until = कब तक:
admin-tokens-attempts =
    { $count ->
        [one] { $count } बार ग़लत
       *[other] { $count } बार ग़लत
    }
admin-tokens-end = समाप्त करें

## Events

admin-events-title = घटनाएँ
admin-events-intro = खातों में क्या हुआ, सबसे नया पहले, और किसे अस्वीकार किया गया।
admin-events-what = क्या
admin-events-network = नेटवर्क
admin-events-since = कब से
admin-events-until = कब तक
admin-events-from = कहाँ से
admin-events-when = कब
admin-events-no-account = ऐसा कोई खाता नहीं है। उसकी आईडी, उपयोगकर्ता नाम, ईमेल पता या फ़ोन नंबर दें।
admin-events-no-network = कोई पता लिखें, या कोई नेटवर्क, जैसे 192.0.2.0/24।
