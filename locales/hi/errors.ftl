### अस्वीकृतियाँ, और API के उत्तरों के शब्द।

error-required = यह फ़ील्ड ज़रूरी है।
error-blank = यह फ़ील्ड खाली नहीं हो सकता।
error-invalid = कोई मान्य मान लिखें।
error-too_short = यह बहुत छोटा है।
error-too_long = यह बहुत लंबा है।
error-taken = यह पहले से लिया जा चुका है।
error-mismatch = दोनों प्रविष्टियाँ एक जैसी नहीं हैं।
error-unknown_field = इस फ़ॉर्म में ऐसा कोई फ़ील्ड नहीं है।
error-password_too_short = यह पासवर्ड बहुत छोटा है।
error-password_too_common = यह पासवर्ड उनमें से है जिनका अनुमान सबसे पहले लगाया जाता है। ऐसा चुनें जो केवल आप सोच सकें।
error-password_numeric = पासवर्ड में केवल अंक नहीं हो सकते।
error-password_similar = यह पासवर्ड आपकी दूसरी जानकारी से बहुत मिलता-जुलता है।
error-no_identifier = कम से कम एक पहचान दें।
error-malformed = अनुरोध पढ़ा नहीं जा सका।
error-invalid_token = यह टोकन मान्य नहीं है, या अब नहीं रहा।
error-method_not_allowed = यह पता उस मेथड को स्वीकार नहीं करता।
error-too_large = अनुरोध बहुत बड़ा है।
error-unsupported_media_type = application/json या application/x-www-form-urlencoded भेजें, बिना किसी content encoding के।
error-invalid_credentials = इन विवरणों और इस पासवर्ड वाला कोई खाता हमें नहीं मिला।
error-invalid_code = यह कोड सही नहीं है, या अब मान्य नहीं रहा।
error-throttled = बहुत अधिक कोशिशें हुईं। थोड़ा रुककर फिर कोशिश करें।
error-already_verified = यह पहले से सत्यापित है।
error-same_value = यह मान आपके पास पहले से है।
error-unverified = पहले अपना पता सत्यापित करें।
error-registration_closed = पंजीकरण बंद है।
error-cross_origin = यह अनुरोध इस साइट के किसी पेज से नहीं आया।
error-unauthenticated = पहले साइन इन करें।
error-forbidden = आपको यह करने की अनुमति नहीं है।
error-not_found = इस पते पर कुछ नहीं है।
error-overloaded = हम अभी बहुत व्यस्त हैं। थोड़ी देर में फिर कोशिश करें।
error-unavailable = हम अभी यह नहीं कर सकते। थोड़ी देर में फिर कोशिश करें।
error-internal = हमारी ओर से कुछ गड़बड़ हो गई।
identifier-username-too-long = उपयोगकर्ता नाम में अधिक से अधिक 150 वर्ण होते हैं।
identifier-username-characters = उपयोगकर्ता नाम में केवल अक्षर, अंक और . _ - वर्ण होते हैं, खाली जगह नहीं।
identifier-username-first = उपयोगकर्ता नाम किसी अक्षर से शुरू होता है।
identifier-username-invisible = उपयोगकर्ता नाम में अदृश्य वर्ण नहीं हो सकते।
identifier-phone-too-long = फ़ोन नंबर इससे छोटा होता है।
identifier-phone-digits = फ़ोन नंबर केवल अंकों में लिखें, जैसे +49 30 901820, बिना एक्सटेंशन के।
identifier-phone-needs-plus = फ़ोन नंबर + और देश कोड के साथ लिखें, जैसे +49 30 901820।
identifier-phone-not-valid = ऐसा फ़ोन नंबर लिखें जो सचमुच हो, जैसे +49 30 901820।
identifier-phone-region = क्षेत्र को दो बड़े अक्षरों में लिखें, जैसे DE या US।
identifier-email-too-long = ईमेल पते में अधिक से अधिक 254 वर्ण होते हैं।
identifier-email-local-too-long = ईमेल पते में @ से पहले के भाग में अधिक से अधिक 64 वर्ण होते हैं।
identifier-email-whole = एक ईमेल पता लिखें, जैसे name@example.com।
identifier-email-local = @ से पहले के भाग में केवल बिना मात्रा-चिह्न वाले लैटिन अक्षर, अंक और ये वर्ण होते हैं: . ! # $ % & ' * + / = ? ^ _ ` {"{"} | {"}"} ~ -
identifier-email-domain = @ के बाद का भाग किसी डोमेन का नाम होना चाहिए, जैसे example.com।
password-too-long =
    { $count ->
        [one] पासवर्ड में अधिक से अधिक { $count } बाइट होता है।
       *[other] पासवर्ड में अधिक से अधिक { $count } बाइट होते हैं।
    }
password-nul = पासवर्ड में U+0000 वर्ण नहीं हो सकता।
password-too-short =
    { $count ->
        [one] पासवर्ड में कम से कम { $count } वर्ण होता है।
       *[other] पासवर्ड में कम से कम { $count } वर्ण होते हैं।
    }
# $like: username, email, first_name, last_name or phone.
password-similar =
    { $like ->
        [username] यह पासवर्ड आपके उपयोगकर्ता नाम से बहुत मिलता-जुलता है।
        [email] यह पासवर्ड आपके ईमेल पते से बहुत मिलता-जुलता है।
        [first_name] यह पासवर्ड आपके नाम से बहुत मिलता-जुलता है।
        [last_name] यह पासवर्ड आपके उपनाम से बहुत मिलता-जुलता है।
       *[phone] यह पासवर्ड आपके फ़ोन नंबर से बहुत मिलता-जुलता है।
    }
error-taken-email = इस ईमेल पते वाला उपयोगकर्ता पहले से है।
error-taken-phone = इस फ़ोन नंबर वाला उपयोगकर्ता पहले से है।
error-taken-username = इस उपयोगकर्ता नाम का, या इस जैसे दिखने वाले नाम का, उपयोगकर्ता पहले से है।
account-only-identifier = आपके खाते की यही एक पहचान है। पहले कोई दूसरी जोड़ें।
registration-needs-address = कोई पता भी दें: पासवर्ड के बिना, साइन इन के कोड वहीं भेजे जाते हैं।
phone-premium = इस नंबर पर संदेश भेजने वाले से अतिरिक्त शुल्क लिया जाता है। कोई साधारण नंबर दें।
# $regions: their codes, as in DE, FR.
phone-region = हम केवल इन क्षेत्रों के नंबर लेते हैं: { $regions }।
change-lost-email = इस बीच यह ईमेल पता कोई और उपयोग करने लगा है। आपका पता वैसा ही रहेगा।
change-lost-phone = इस बीच यह फ़ोन नंबर कोई और उपयोग करने लगा है। आपका नंबर वैसा ही रहेगा।
password-wrong = यह आपका पासवर्ड नहीं है।
undo-lost-email = यह ईमेल पता अब किसी दूसरे खाते का है।
undo-lost-phone = यह फ़ोन नंबर अब किसी दूसरे खाते का है।
paging-cursor = पिछले पेज के Link से cursor लें।
problem-invalid = इसमें से कुछ स्वीकार नहीं किया जा सका।
problem-stale = पहले अपने पासवर्ड की पुष्टि करें: उसे /api/v1/me/reauthenticate पर POST करें, फिर दोबारा अनुरोध करें।
problem-stale-without-password = इस खाते में पुष्टि के लिए कोई पासवर्ड नहीं है। फिर से साइन इन करें, फिर दोबारा अनुरोध करें।
# $wait: as in 30 seconds.
error-wait = बहुत अधिक कोशिशें हुईं। { $wait } रुकें, फिर कोशिश करें।
# $status: of HTTP.
problem-title =
    { $status ->
        [400] ग़लत अनुरोध
        [401] साइन इन नहीं
        [403] अनुमति नहीं
        [404] नहीं मिला
        [405] मेथड की अनुमति नहीं
        [409] टकराव
        [413] अनुरोध बहुत बड़ा
        [415] असमर्थित मीडिया प्रकार
        [422] सामग्री संसाधित नहीं हो सकी
        [429] बहुत अधिक अनुरोध
        [503] सेवा उपलब्ध नहीं
       *[500] सर्वर की आंतरिक त्रुटि
    }
api-code-sent = कोड भेजा जा रहा है।
api-message-sent = अगर ऐसा कोई खाता है, तो संदेश भेजा जा रहा है।
api-registered-quietly = हमने एक संदेश भेजा है। उसमें जो है, उससे पता सत्यापित करें, फिर साइन इन करें।
api-verify-sent = अगर वहाँ कुछ सत्यापित करने को है, तो कोड भेजा जा रहा है।
error-late = इसमें बहुत समय लग गया। थोड़ी देर में फिर कोशिश करें।
