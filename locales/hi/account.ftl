### अपने खाते के पेज।

account-title = आपका खाता
account-password-changed = आपका पासवर्ड बदल गया है। बाकी सब जगह से आप साइन आउट हो गए हैं।
todo-deletion = यह खाता हटाया जाने वाला है
todo-deletion-text = { $date } को इसका कुछ भी नहीं बचेगा। तब तक आप इसे रख सकते हैं।
todo-deletion-action = देखें
todo-confirm-email = अपने नए ईमेल पते की पुष्टि करें
todo-confirm-phone = अपने नए फ़ोन नंबर की पुष्टि करें
todo-confirm-text = हमने { $address } पर एक कोड भेजा है। जब तक आप उसे नहीं लिखते, पुराना ही रहेगा।
todo-confirm-action = कोड लिखें
todo-password = पासवर्ड बनाएँ
todo-password-text = तब तक आप केवल कोड से साइन इन कर सकते हैं।
todo-password-action = पासवर्ड बनाएँ
todo-verify-email = अपना ईमेल पता सत्यापित करें
todo-verify-phone = अपना फ़ोन नंबर सत्यापित करें
todo-verify-text = फिर पासवर्ड भूल जाने पर { $address } से आप अपना खाता वापस पा सकेंगे।
todo-verify-action = सत्यापित करें
todo-verify-again-email = अपने ईमेल पते की फिर से पुष्टि करें
todo-verify-again-phone = अपने फ़ोन नंबर की फिर से पुष्टि करें
todo-verify-again-text = आपका पासवर्ड किसी दूसरे पते से रीसेट किया गया था। जब तक आप { $address } की पुष्टि नहीं करते, उससे आप अपना खाता वापस नहीं पा सकते।
todo-verify-again-action = पुष्टि करें
nav-overview = सारांश
nav-profile = प्रोफ़ाइल
nav-email = ईमेल
nav-phone = फ़ोन
nav-password = पासवर्ड
nav-sessions = सत्र
nav-activity = गतिविधि
device-app = कोई ऐप या स्क्रिप्ट
device-browser-on = { $system } पर { $browser }
device-on = { $system } पर कोई ब्राउज़र
device-browser = कोई ब्राउज़र
events-title = गतिविधि
events-intro = आपके खाते में जो कुछ हुआ, सबसे नया पहले। अगर आप कुछ नहीं पहचानते, तो अपना पासवर्ड बदलें।
sessions-title = आप कहाँ-कहाँ साइन इन हैं
sessions-ended = वह सत्र समाप्त कर दिया गया है।
sessions-ended-others = बाकी सभी सत्र समाप्त कर दिए गए हैं। यहाँ आप साइन इन रहेंगे।
sessions-intro = ब्राउज़र और ऐप जो आपकी ओर से काम कर सकते हैं। अगर आप किसी को नहीं पहचानते, तो उसे समाप्त करें और अपना पासवर्ड बदलें।
address-changed-email-title = आपका ईमेल पता बदल गया है
address-changed-email-intro = अब से आपका खाता नए पते का उपयोग करेगा। हमने पुराने पते को सूचना दे दी है।
address-back-intro = आपके खाते से सभी को साइन आउट कर दिया गया है। जिसने इसे बदला, उसे आपका पासवर्ड पता था: अभी नया पासवर्ड बनाएँ।
set-new-password = नया पासवर्ड बनाएँ
address-confirm-email-title = अपने नए ईमेल पते की पुष्टि करें
address-confirm-link-intro = बस एक कदम बाकी है: बटन दबाएँ, और आपका खाता इस पते का उपयोग करेगा।
address-confirm-link-submit = इस पते का उपयोग करें
address-undo-submit = बदलाव वापस लें
address-undo-gone = यह एक ही बार काम करता है, बदलाव के बाद 24 घंटे तक। अगर खाता अब आपके हाथ में नहीं है, तो उसके किसी दूसरे पते से नया पासवर्ड बनाएँ, या इस साइट को चलाने वालों को लिखें।
address-taken-title = वह पता पहले से किसी और का है
address-back-email-title = आपका ईमेल पता वापस आ गया है
address-back-phone-title = आपका फ़ोन नंबर वापस आ गया है
address-undo-email-title = अपना ईमेल पता वापस पाएँ
address-undo-email-intro = बटन दबाएँ, और आपका खाता फिर से इस पते का उपयोग करेगा। तब उससे सभी साइन आउट हो जाएँगे।
address-undo-phone-title = अपना फ़ोन नंबर वापस पाएँ
address-undo-phone-intro = बटन दबाएँ, और आपका खाता फिर से इस नंबर का उपयोग करेगा। तब उससे सभी साइन आउट हो जाएँगे।
address-title-email = आपका ईमेल पता
address-label-email = ईमेल
address-changed-email = आपका ईमेल पता बदल गया है।
address-removed-email = आपका ईमेल पता हटा दिया गया है।
address-verify-email = यह ईमेल पता सत्यापित करें
address-remove-email = यह ईमेल पता हटाएँ
address-remove-email-title = अपना ईमेल पता हटाएँ
address-remove-email-intro = इसके बाद आप इस ईमेल पते से न साइन इन कर सकेंगे, न इससे अपना खाता वापस पा सकेंगे।
address-title-phone = आपका फ़ोन नंबर
address-label-phone = फ़ोन
address-changed-phone = आपका फ़ोन नंबर बदल गया है।
address-removed-phone = आपका फ़ोन नंबर हटा दिया गया है।
address-verify-phone = यह फ़ोन नंबर सत्यापित करें
address-remove-phone = यह फ़ोन नंबर हटाएँ
address-confirm-phone-title = अपने नए फ़ोन नंबर की पुष्टि करें
address-remove-phone-title = अपना फ़ोन नंबर हटाएँ
address-remove-phone-intro = इसके बाद आप इस फ़ोन नंबर से न साइन इन कर सकेंगे, न इससे अपना खाता वापस पा सकेंगे।
address-change = बदलें
address-add = जोड़ें
address-send = इस पर कोड भेजें
# $type: one of verify-type-….
address-confirm-stays = { $type } तब तक पुराना ही रहेगा।
address-confirm-submit = इसका उपयोग करें
address-change-other = इसके बजाय कोई दूसरा चुनें
address-remove-submit = हटाएँ
address-remove-back = रहने दें
confirm-title = पुष्टि करें कि यह आप ही हैं
confirm-intro = आगे का काम महत्वपूर्ण है, और आपको साइन इन किए कुछ समय हो गया है। अपना पासवर्ड एक बार फिर लिखें।
confirm-submit = पुष्टि करें
confirm-login-title = फिर से साइन इन करें
confirm-login-intro = आप जो करना चाहते थे वह महत्वपूर्ण है, और आपको साइन इन किए कुछ समय हो गया है। आपके खाते में पुष्टि के लिए कोई पासवर्ड नहीं है, इसलिए साइन आउट करें, फिर से साइन इन करें और यहाँ लौट आएँ।
logout = साइन आउट करें
delete-later-title = आपका खाता हटाया जाने वाला है
delete-done-title = आपका खाता हटा दिया गया है
delete-done-intro = यहाँ उसका कुछ भी नहीं बचा है। हमारे साथ रहने के लिए धन्यवाद।
to-the-beginning = मुखपृष्ठ पर जाएँ
delete-waiting-title = यह खाता हटाया जाने वाला है
delete-keep = मेरा खाता रहने दें
back-to-account = अपने खाते पर वापस जाएँ
delete-title = अपना खाता हटाएँ
delete-submit = मेरा खाता हटाएँ
delete-export-first = पहले अपना डेटा साथ ले लें
login-submit = साइन इन करें
delete-later-intro =
    { $days ->
        [one] आप सब जगह से साइन आउट हो गए हैं। { $days } दिन के भीतर आप इसे वापस पा सकते हैं: साइन इन करके बता दें।
       *[other] आप सब जगह से साइन आउट हो गए हैं। { $days } दिनों के भीतर आप इसे वापस पा सकते हैं: साइन इन करके बता दें।
    }
delete-waiting-intro = { $date } को इसका कुछ भी नहीं बचेगा, जब तक आप इसे रखने का फ़ैसला न करें।
delete-at-once-intro = सब कुछ तुरंत और हमेशा के लिए मिट जाएगा: आपका उपयोगकर्ता नाम, पते, प्रोफ़ाइल, सत्र और गतिविधि। कोई इसे वापस नहीं ला सकता।
delete-intro =
    { $days ->
        [one] { $days } दिन में सब कुछ हमेशा के लिए मिट जाएगा: आपका उपयोगकर्ता नाम, पते, प्रोफ़ाइल, सत्र और गतिविधि। तब तक आप इसे रख सकते हैं।
       *[other] { $days } दिनों में सब कुछ हमेशा के लिए मिट जाएगा: आपका उपयोगकर्ता नाम, पते, प्रोफ़ाइल, सत्र और गतिविधि। तब तक आप इसे रख सकते हैं।
    }
export-title = अपना डेटा साथ ले जाएँ
export-intro = आपके बारे में यहाँ जो कुछ रखा है, सब एक फ़ाइल में जिसे प्रोग्राम पढ़ सकते हैं: आपका खाता, आप कहाँ साइन इन हैं, क्या-क्या हुआ और कौन-से संदेश भेजे गए। आपका पासवर्ड उसमें नहीं है; यहाँ उसे कोई नहीं जानता।
export-submit = मेरा डेटा डाउनलोड करें
password-change-title = अपना पासवर्ड बदलें
password-change-intro = इससे आप बाकी सब जगह से साइन आउट हो जाएँगे। यहाँ आप साइन इन रहेंगे।
password-set-title = पासवर्ड बनाएँ
password-set-intro = अभी आपका कोई पासवर्ड नहीं है। पासवर्ड होने पर आप कोड की प्रतीक्षा किए बिना साइन इन कर सकते हैं।
profile-title = आपकी प्रोफ़ाइल
profile-intro = जो यहाँ खाली है, वह नहीं रखा जाता। आपका उपयोगकर्ता नाम साइन इन करने का एक तरीका है।
save = सहेजें
profile-saved = आपकी प्रोफ़ाइल सहेज ली गई है।
account-signed-in-as = इस नाम से साइन इन
account-staff = स्टाफ़
account-identifiers = आप कैसे साइन इन करते हैं
account-username = उपयोगकर्ता नाम
account-email = ईमेल
account-phone = फ़ोन
account-password = पासवर्ड
account-password-set = बना हुआ है
none = कोई नहीं
change = बदलें
account-set-password = बनाएँ
account-person = आपके बारे में
account-name = नाम
account-edit = संपादित करें
account-joined = कब जुड़े
account-security = सुरक्षा
account-places = साइन इन
account-look = देखें
account-last-login = पिछला साइन इन
account-never = अभी तक नहीं
account-latest = हाल में क्या हुआ
account-all-events = सारी गतिविधि
account-data = आपका डेटा
account-todo =
    { $count ->
        [one] एक काम बाकी है
       *[other] कुछ काम बाकी हैं
    }
account-places-count =
    { $count ->
        [1] केवल यहाँ
       *[other] { $count } जगहों पर
    }
address-waiting = कोड की प्रतीक्षा में
address-waiting-text = हमने वहाँ एक कोड भेजा है। जब तक आप उसे नहीं लिखते, सब वैसा ही रहेगा।
address-resend = कोड फिर से भेजें
address-cancel = बदलाव छोड़ दें
events-none = यहाँ कुछ नहीं है।
events-older = पुरानी
events-latest = सबसे नई पर वापस
sessions-this = यही सत्र
sessions-last-used = पिछला उपयोग
sessions-since = कब से
sessions-end = समाप्त करें
sessions-older = पुराने सत्र
sessions-end-others = बाकी सभी समाप्त करें
verified = सत्यापित
not-verified = अभी सत्यापित नहीं
account-pending = कोड की प्रतीक्षा में:
add = जोड़ें
