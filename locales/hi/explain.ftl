### कोई साइन इन क्यों नहीं कर पा रहा: स्टाफ़ के लिए।

explain-title = यह काम क्यों नहीं कर रहा?
explain-intro = प्रोग्राम किसी पहचान को कैसे समझता है, और किसी अनुरोध में क्या हुआ। आपने पूछा, यह खाते के लॉग में दर्ज होता है।
explain-submit = कारण बताएँ
explain-request = या किसी अनुरोध की आईडी
explain-request-help = किसी को मिले उत्तर का X-Request-Id।
explain-one-of-both = या तो पहचान दें या अनुरोध, दोनों नहीं।
explain-request-unknown = इस अनुरोध में कुछ दर्ज नहीं हुआ। साइन इन, अस्वीकृत पासवर्ड और कोड तथा खातों के बदलाव दर्ज होते हैं; उत्तर 429 (बहुत अधिक प्रयास) या 422 (गलतियों वाला फ़ॉर्म) नहीं: सर्वर के लॉग में इस आईडी की एक पंक्ति है, और उपयोगकर्ता नाम, पते या नंबर के बारे में पूछने पर उसकी प्रतीक्षाएँ दिखती हैं।

## Sections

explain-answers = व्यक्ति को क्या बताया जाता है
explain-reading = इसे कैसे पढ़ा जाता है
explain-backends = बैकएंड क्या कहते हैं, इसी क्रम में
explain-account = खाता
explain-limits = सीमाएँ और प्रतीक्षा
explain-messages = संदेश कहाँ जाएँगे
# $request: its id.
explain-in-request = अनुरोध { $request } में

## Facts

explain-right-password = सही पासवर्ड
explain-wrong-password = ग़लत पासवर्ड
# $status: as in 200.
explain-let-in = { $status }: प्रवेश दिया गया
# $status: as in 401 invalid_credentials. $why: one of the reasons below.
explain-refused = { $status }: { $why }
explain-other-shape = रूप से यह वैसा नहीं है
explain-not-here = यहाँ ऐसे नहीं होते
# $stored: as it is kept. $canonical: as it is found.
explain-read = { $stored }, { $canonical } के रूप में खोजा जाता है
explain-if-right = पासवर्ड सही हो तो स्वीकार करता है, नहीं तो आगे बढ़ाता है
# $why: in words of its own.
explain-denies = मना करता है: { $why }
# $why: in words of its own.
explain-passes = आगे बढ़ाता है: { $why }
explain-passes-no_use = आगे बढ़ाता है: इस प्रकार से इसका काम नहीं
explain-passes-nobody = आगे बढ़ाता है: इसे कोई नहीं मिला
explain-passes-inactive = आगे बढ़ाता है: खाता निष्क्रिय है
explain-passes-no_password = आगे बढ़ाता है: खाते में पासवर्ड नहीं है
explain-id = आईडी
explain-state = स्थिति
explain-active = सक्रिय
# $address: masked, or the one asked about.
explain-verified = { $address }, सत्यापित
# $address: masked, or the one asked about.
explain-not-verified = { $address }, सत्यापित नहीं
explain-password = पासवर्ड
# $format: an algorithm and its cost.
explain-rehashed = { $format }, अगले साइन इन पर नए रूप में रखा जाएगा
explain-last-login = पिछला साइन इन
explain-delete-at = कब हटाया जाएगा
explain-failures = लगातार ग़लत पासवर्ड
# $failures, $limit: numbers.
explain-failures-of = { $failures }; { $limit } के बाद प्रतीक्षा शुरू होती है
explain-waits = तब तक कुछ नहीं जाँचा जाता
# $purpose: what the codes are for. $failures, $left: numbers. $until: an instant, or nothing.
explain-code = { $purpose }: लगातार { $failures } ग़लत, { $left } और ग़लत हो सकते हैं { $until }
# $seconds, $hour, $day: numbers.
explain-sending = अगला कोड { $seconds } सेकंड में; इस घंटे { $hour } और, आज { $day } और
explain-purpose-verify = इसे सत्यापित करने के लिए
explain-purpose-reset = पासवर्ड रीसेट करने के लिए
explain-purpose-login = साइन इन करने के लिए
explain-purpose-change = बदलकर इसे रखने के लिए
# $event: what happened. $ip: from where.
explain-event = { $event }, { $ip } से
explain-nobody = कोई नहीं: यह किसी के बारे में नहीं था, या खाता अब नहीं है

## Reasons, which nobody else is told

explain-reason-blank = कुछ नहीं दिया गया
explain-reason-throttled = बहुत अधिक ग़लत पासवर्ड; प्रतीक्षा करनी होगी
explain-reason-not_an_identifier = यह किसी की पहचान नहीं हो सकती
explain-reason-no_account = ऐसा कोई खाता नहीं है
explain-reason-no_backend = कोई बैकएंड इससे खाते को प्रवेश नहीं देता
explain-reason-denied = एक बैकएंड मना करता है
explain-reason-inactive = खाता निष्क्रिय है
explain-reason-no_password = खाते में पासवर्ड नहीं है
explain-reason-unreadable_password = पासवर्ड ऐसे रूप में रखा है जो पढ़ा नहीं जाता
explain-reason-hidden = खाते का कुछ भी सत्यापित नहीं है, और ज्ञात पते छिपाए जाते हैं
explain-reason-unverified = पहले कोई पता सत्यापित करना होगा
explain-reason-wrong_password = पासवर्ड ग़लत है

## Messages

explain-asked-reset = पासवर्ड रीसेट
explain-asked-login = साइन इन का कोड
explain-asked-verify_email = ईमेल सत्यापन
explain-asked-verify_phone = फ़ोन सत्यापन
# $message: its kind. $to: masked, or the one asked about.
explain-sent = { $message }, { $to } को
explain-unsent-off = कहीं नहीं: यह बंद है
explain-unsent-no_account = कहीं नहीं: ऐसा कोई खाता नहीं है
explain-unsent-inactive = कहीं नहीं: खाता निष्क्रिय है
explain-unsent-no_address = कहीं नहीं: खाते में ऐसा कोई पता नहीं है
explain-unsent-not_proved = कहीं नहीं: इसके लिए खाते का कोई पता सत्यापित नहीं है
explain-unsent-proved = कहीं नहीं: यह पहले से सत्यापित है
explain-unsent-needs_owner = कहीं नहीं: केवल साइन इन किया हुआ स्वामी इसे सत्यापित कर सकता है
