### फ़ॉर्म: लेबल, सहायता, और किसी मान में क्या ग़लत है।

## What is wrong

forms-too-short =
    { $count ->
        [one] कम से कम { $count } वर्ण लिखें।
       *[other] कम से कम { $count } वर्ण लिखें।
    }
forms-too-long =
    { $count ->
        [one] अधिक से अधिक { $count } वर्ण लिखें।
       *[other] अधिक से अधिक { $count } वर्ण लिखें।
    }
forms-pattern = यह माँगे गए रूप में नहीं है: { $pattern }
# $help: what the field says of itself, a sentence or more.
forms-pattern-help = यह माँगे गए रूप में नहीं है। { $help }
forms-choice = इनमें से एक चुनें: { $choices }।
# $what: number, date or length.
forms-range =
    { $what ->
        [length] { $min } से { $max } वर्ण लिखें।
        [number] { $min } से { $max } तक की कोई संख्या दें।
       *[date] { $min } से { $max } तक की कोई तारीख़ दें।
    }
forms-least =
    { $what ->
        [length] कम से कम { $min } वर्ण लिखें।
        [number] ऐसी संख्या दें जो कम से कम { $min } हो।
       *[date] ऐसी तारीख़ दें जो { $min } से पहले की न हो।
    }
forms-most =
    { $what ->
        [length] अधिक से अधिक { $max } वर्ण लिखें।
        [number] ऐसी संख्या दें जो अधिक से अधिक { $max } हो।
       *[date] ऐसी तारीख़ दें जो { $max } के बाद की न हो।
    }
forms-some =
    { $what ->
        [number] कोई संख्या दें।
       *[date] कोई तारीख़ दें।
    }
forms-date = तारीख़ को वर्ष, महीने और दिन के रूप में लिखें: 2026-11-22।
forms-number = कोई संख्या लिखें, जैसे 12 या 2.5।
forms-url = पूरा पता लिखें, जैसे https://example.org/page
# $other: the label of another field.
forms-or-other = यह दें, या इसे: { $other }।
forms-exactly =
    { $what ->
        [length] ठीक { $min } वर्ण लिखें।
       *[number] ठीक यही संख्या दें: { $min }।
    }
forms-send-text = इसे टेक्स्ट के रूप में भेजें।
forms-send-flag = true या false भेजें।
forms-tick = आगे बढ़ने के लिए इस पर निशान लगाएँ।
forms-send-number = इसे संख्या के रूप में भेजें।
forms-write-flag = true या false लिखें।
forms-write-text = टेक्स्ट उद्धरण चिह्नों में लिखें।
forms-ticked = इस पर निशान लगाना ज़रूरी है (true)।
forms-number-too-large = यह संख्या इतनी बड़ी है कि ठीक-ठीक नहीं रखी जा सकती।
forms-phone = फ़ोन नंबर लिखें, जैसे +49 1512 3456789।
forms-control = नियंत्रण वर्ण न लिखें।
forms-one-line = इसे एक पंक्ति में लिखें, बिना नियंत्रण वर्णों के।
forms-keep-username = उपयोगकर्ता नाम रहने दें: इस खाते की कोई दूसरी पहचान नहीं है।
forms-all-too-long = सभी उत्तर मिलकर बहुत लंबे हैं। सबसे लंबे को छोटा करें।
forms-channel-choice = email या phone चुनें।
forms-either-identifier = या तो identifier भेजें, या username, email और phone।
field-username = उपयोगकर्ता नाम
field-email = ईमेल पता
field-phone = फ़ोन नंबर
field-first-name = नाम
field-last-name = उपनाम
field-channel-email = ईमेल
field-channel-phone = टेक्स्ट संदेश
field-channel = कैसे भेजें
field-channel-help = केवल उपयोगकर्ता नाम के लिए। ईमेल पता या फ़ोन नंबर देने पर कोड वहीं जाता है।
field-identifier = उपयोगकर्ता नाम, ईमेल या फ़ोन
field-identifier-without-phone = उपयोगकर्ता नाम या ईमेल
field-code = कोड
field-password = पासवर्ड
field-password-again = पासवर्ड फिर से
field-new-password = नया पासवर्ड
field-new-password-again = नया पासवर्ड फिर से
field-current-password = मौजूदा पासवर्ड
field-remember-me = इस डिवाइस पर मुझे साइन इन रखें
field-password-help =
    { $count ->
        [one] कम से कम { $count } वर्ण। ऐसा वाक्य अच्छा रहेगा जो केवल आप कहें।
       *[other] कम से कम { $count } वर्ण। ऐसा वाक्य अच्छा रहेगा जो केवल आप कहें।
    }
register-title = अपना खाता बनाएँ
field-new-phone = नया फ़ोन नंबर
field-new-email = नया ईमेल पता
field-phone-help = + और देश कोड के साथ, जैसे +49 1512 3456789।
field-username-help = अक्षर, अंक, और . _ -
# $identifiers: a list, as in username, email or phone.
forms-at-least-one = कम से कम एक दें: { $identifiers }।
# $identifiers: a list, as in username, email or phone.
forms-give = यह दें: { $identifiers }।
identifier-username = उपयोगकर्ता नाम
# As it begins a list that stands alone.
identifier-username-alone = उपयोगकर्ता नाम
identifier-email = ईमेल
# As it begins a list that stands alone.
identifier-email-alone = ईमेल
identifier-phone = फ़ोन
# As it begins a list that stands alone.
identifier-phone-alone = फ़ोन
identifier-any = पहचान
login-title = साइन इन करें
field-choose = एक चुनें
field-no-choice = कोई पसंद नहीं
field-required = ज़रूरी
form-mistake = { $label }: { $mistake }
form-check =
    { $count ->
        [one] कृपया यह फ़ील्ड जाँचें
       *[other] कृपया ये फ़ील्ड जाँचें
    }
